module.exports = {
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        // Modules of scripts/ are native ones: import() has to stay what it is.
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  globalSetup: '<rootDir>/support/globalSetup.ts',
  globalTeardown: '<rootDir>/support/globalTeardown.ts',
  // One browser and one backend on a machine that may have two cores.
  maxWorkers: 1,
  testTimeout: 120_000,
};
