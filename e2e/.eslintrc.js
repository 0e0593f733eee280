module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Never published: it starts the repository around it with the repository's own scripts.
  rules: { '@backstage/no-relative-monorepo-imports': 'off' },
  testRules: {
    'jest/expect-expect': [
      'error',
      { assertFunctionNames: ['expect*', 'inBrowser'] },
    ],
  },
});
