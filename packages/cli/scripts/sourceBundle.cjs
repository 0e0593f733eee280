const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** A process that has just started may still be about to load the bundle before this one. */
const BUNDLE_RETENTION_MS = 3_600_000;

/**
 * Bundles TypeScript sources, with everything they use, into one file that Node.js loads, and keeps
 * it for as long as nothing it was made of has changed: compiling every file as it is required takes
 * seconds, loading one file a tenth of one.
 *
 * @param options - `rootDirectory` is the repository; `entryPoint`, `cacheDirectory` and `watched`
 *   (files that matter without being in the bundle) are relative to it.
 * @returns The bundle's path.
 */
exports.bundleSources = function bundleSources(options) {
  const cacheDirectory = path.join(
    options.rootDirectory,
    options.cacheDirectory,
  );
  const stampFile = path.join(cacheDirectory, 'stamp.json');
  const current = findCurrentBundle(options, cacheDirectory, stampFile);
  if (current) {
    return current;
  }
  const startedAt = Date.now();
  const { bundle, files } = makeBundle(options, cacheDirectory);
  const editedMeanwhile = files.some(
    file =>
      fs.statSync(path.join(options.rootDirectory, file), {
        throwIfNoEntry: false,
      })?.mtimeMs >= startedAt,
  );
  // A file saved during bundling may or may not be in the bundle: it is made again next time.
  if (!editedMeanwhile) {
    writeAtomically(
      stampFile,
      JSON.stringify({
        bundle,
        fingerprint: fingerprint(options.rootDirectory, files),
        files,
      }),
    );
  }
  return path.join(cacheDirectory, bundle);
};

function findCurrentBundle({ rootDirectory }, cacheDirectory, stampFile) {
  try {
    const stamp = JSON.parse(fs.readFileSync(stampFile, 'utf8'));
    const bundleFile = path.join(cacheDirectory, stamp.bundle);
    return stamp.fingerprint === fingerprint(rootDirectory, stamp.files) &&
      fs.existsSync(bundleFile)
      ? bundleFile
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a bundle depends on: sources by modification time and size, and their folders, since a new
 * file may come to resolve first.
 */
function fingerprint(rootDirectory, files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    const stats = fs.statSync(path.join(rootDirectory, file), {
      throwIfNoEntry: false,
    });
    hash.update(`${file} ${stats?.mtimeMs} ${stats?.size}\n`);
  }
  return hash.digest('hex');
}

function requireEsbuild() {
  try {
    return require('esbuild');
  } catch {
    console.error(
      'perf-gate: the packages it is made of are not installed yet\n  fix: run npm start or npm test once; both install everything',
    );
    // Bad usage; 1 would say that a budget failed.
    return process.exit(2);
  }
}

function makeBundle({ rootDirectory, entryPoint, watched }, cacheDirectory) {
  const { buildSync } = requireEsbuild();
  const { metafile, outputFiles } = buildSync({
    absWorkingDir: rootDirectory,
    entryPoints: [entryPoint],
    outfile: path.join(cacheDirectory, 'bundle.cjs'),
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
  fs.mkdirSync(cacheDirectory, { recursive: true });
  removeBundlesBefore(Date.now() - BUNDLE_RETENTION_MS, cacheDirectory);
  const [{ contents, hash }] = outputFiles;
  const bundle = `bundle-${hash.replace(/[^a-zA-Z0-9]/g, '_')}.cjs`;
  writeAtomically(path.join(cacheDirectory, bundle), contents);
  return {
    bundle,
    files: [
      ...sources,
      ...new Set(sources.map(file => path.dirname(file))),
      ...watched,
    ],
  };
}

function removeBundlesBefore(time, cacheDirectory) {
  for (const name of fs.readdirSync(cacheDirectory)) {
    const file = path.join(cacheDirectory, name);
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (name.startsWith('bundle-') && stats?.mtimeMs < time) {
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
