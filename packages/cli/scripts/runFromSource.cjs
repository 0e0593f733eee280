const Module = require('node:module');
const path = require('node:path');
const { bundleSources } = require('./sourceBundle.cjs');

const rootDirectory = path.resolve(__dirname, '..', '..', '..');
const cacheDirectory = path.join('node_modules', '.cache', 'perf-gate');

/** Runs the CLI from its sources, and those of the packages it uses, without a build. */
exports.runFromSource = function runFromSource() {
  const bundleFile = bundleSources({
    rootDirectory,
    entryPoint: path.join('packages', 'cli', 'src', 'index.ts'),
    cacheDirectory,
    watched: [
      // Yarn's state of the installed packages.
      path.join('node_modules', '.yarn-state.yml'),
      path.relative(rootDirectory, path.join(__dirname, 'sourceBundle.cjs')),
    ],
  });
  Module.enableCompileCache?.(
    path.join(rootDirectory, cacheDirectory, 'compiled'),
  );
  require(bundleFile);
};
