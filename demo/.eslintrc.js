const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'cli', {
  // The demo's scripts are modules that run as they are, on Node.js 20 and newer.
  parserOptions: { ecmaVersion: 2022 },
  overrides: [
    {
      files: ['*.mjs'],
      rules: { '@typescript-eslint/no-unused-vars': 'error' },
    },
  ],
});
