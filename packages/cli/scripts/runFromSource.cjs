/**
 * Runs the CLI from its TypeScript sources, and those of the packages it uses, without a build.
 *
 * The sources are bundled into one file, which is kept for as long as nothing it was made of has
 * changed: compiling every file as it is required takes seconds, loading one file a tenth of one.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const packageDirectory = path.resolve(__dirname, '..');
const rootDirectory = path.resolve(packageDirectory, '..', '..');
const cacheDirectory = path.join(
  rootDirectory,
  'node_modules',
  '.cache',
  'perf-gate',
);
/** A process that has just started may still be about to load the bundle before this one. */
const BUNDLE_RETENTION_MS = 3_600_000;
const stampFile = path.join(cacheDirectory, 'stamp.json');

/**
 * What a bundle depends on: sources by modification time and size; their folders, since a new
 * file may come to resolve first; and the installed packages, through Yarn's install state.
 */
function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const stats = fs.statSync(path.join(rootDirectory, file), {
      throwIfNoEntry: false,
    });
    hash.update(`${file} ${stats?.mtimeMs} ${stats?.size}\n`);
  }
  return hash.digest('hex');
}

function findCurrentBundle() {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile, 'utf8'));
    const bundleFile = path.join(cacheDirectory, stamp.bundle);
    return stamp.fingerprint === fingerprint(stamp.files) &&
      fs.existsSync(bundleFile)
      ? bundleFile
      : undefined;
  } catch {
    return undefined;
  }
}

function makeBundle() {
  const { buildSync } = require('esbuild');
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: rootDirectory,
    entryPoints: [path.join(packageDirectory, 'src', 'index.ts')],
    outfile: path.join(cacheDirectory, 'perf-gate.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const sources = Object.keys(metafile.inputs).filter(
    file => !file.split('/').includes('node_modules'),
  );
  const files = [
    ...sources,
    ...new Set(sources.map(file => path.dirname(file))),
    'node_modules/.yarn-state.yml',
    path.relative(rootDirectory, __filename),
  ];

  fs.mkdirSync(cacheDirectory, { recursive: true });
  const [{ contents, hash }] = outputFiles;
  const bundle = `perf-gate-${hash.replace(/[^a-zA-Z0-9]/g, '_')}.cjs`;
  removeBundlesBefore(Date.now() - BUNDLE_RETENTION_MS);
  const bundleFile = path.join(cacheDirectory, bundle);
  writeAtomically(bundleFile, contents);
  return { bundle, bundleFile, files };
}

function removeBundlesBefore(time) {
  for (const name of fs.readdirSync(cacheDirectory)) {
    const file = path.join(cacheDirectory, name);
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (name.startsWith('perf-gate-') && stats?.mtimeMs < time) {
      fs.rmSync(file, { force: true });
    }
  }
}

/** Several processes may start at once; none may ever load half a file. */
function writeAtomically(file, content) {
  const temporaryFile = path.join(
    path.dirname(file),
    `.${process.pid}-${path.basename(file)}`,
  );
  fs.writeFileSync(temporaryFile, content);
  fs.renameSync(temporaryFile, file);
}

function bundleSources() {
  const startedAt = Date.now();
  const { bundle, bundleFile, files } = makeBundle();
  const editedMeanwhile = files.some(
    file =>
      fs.statSync(path.join(rootDirectory, file), { throwIfNoEntry: false })
        ?.mtimeMs >= startedAt,
  );
  // A file saved during bundling may or may not be in the bundle: it is made again next time.
  if (!editedMeanwhile) {
    writeAtomically(
      stampFile,
      JSON.stringify({ bundle, fingerprint: fingerprint(files), files }),
    );
  }
  return bundleFile;
}

exports.runFromSource = function runFromSource() {
  const bundleFile = findCurrentBundle() ?? bundleSources();
  Module.enableCompileCache?.(path.join(cacheDirectory, 'compiled'));
  require(bundleFile);
};
