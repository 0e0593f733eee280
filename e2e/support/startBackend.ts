import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { repositoryRoot, reportFolder } from './folders';
import { freePort } from '../../scripts/freePort.cjs';

const READY_WITHIN_MILLISECONDS = 120_000;
const POLL_EVERY_MILLISECONDS = 200;

/** A complete backend that also serves the built app, on a port and a database of its own. */
export interface RunningBackend {
  /** Where the app and the API are, without a trailing slash. */
  baseUrl: string;
  /** Where SQLite has its files, if it is the database. */
  databaseDirectory: string;
  /** Ends the backend and deletes its database if that is SQLite. */
  stop(): Promise<void>;
}

interface StartBackendOptions {
  /** Names the log file in the report folder. */
  name: string;
  /**
   * Uses the tests' PostgreSQL, with databases whose names begin with this; backends with the same prefix share
   * them. Without it the database is SQLite files in a temporary folder.
   */
  postgresPrefix?: string;
  /** Stand-ins of trackers of issues; without them there are none. */
  trackers?: { githubUrl: string; jiraUrl: string };
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${baseUrl}/.backstage/health/v1/readiness`);
    return response.ok;
  } catch {
    return false;
  }
}

async function lastLines(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).split('\n').slice(-25).join('\n');
}

/**
 * Starts packages/backend as it is in the work tree, on the demo's configuration.
 *
 * @throws Error if the backend ends, or isn't ready within two minutes.
 */
export async function startBackend(
  options: StartBackendOptions,
): Promise<RunningBackend> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
  await mkdir(reportFolder, { recursive: true });
  const logFile = join(reportFolder, `${options.name}.log`);
  const log = createWriteStream(logFile);

  const configs = ['app-config.yaml', 'e2e/app-config.yaml'];
  if (options.postgresPrefix) {
    configs.push('e2e/app-config.postgres.yaml');
  }
  const { trackers } = options;
  if (trackers) {
    configs.push('e2e/app-config.issues.yaml');
  }
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      ...configs.flatMap(file => ['--config', join(repositoryRoot, file)]),
    ],
    {
      cwd: join(repositoryRoot, 'packages', 'backend'),
      env: {
        ...process.env,
        NODE_ENV: 'development',
        APP_PORT: String(port),
        BACKEND_PORT: String(port),
        DATABASE_DIRECTORY: folder,
        E2E_POSTGRES_PREFIX: options.postgresPrefix ?? '',
        E2E_GITHUB_URL: trackers?.githubUrl ?? '',
        E2E_JIRA_URL: trackers?.jiraUrl ?? '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;

  // A test runner that is ended must not leave a backend behind.
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);

  const stop = async () => {
    process.off('exit', killNow);
    if (!hasEnded()) {
      child.kill('SIGTERM');
      await ended;
    }
    log.end();
    await rm(folder, { recursive: true, force: true });
  };

  const deadline = Date.now() + READY_WITHIN_MILLISECONDS;
  while (!(await isReady(baseUrl))) {
    if (hasEnded() || Date.now() > deadline) {
      await stop();
      throw new Error(
        `The backend didn't get ready; see ${logFile}\n${await lastLines(
          logFile,
        )}`,
      );
    }
    await setTimeout(POLL_EVERY_MILLISECONDS);
  }
  return { baseUrl, databaseDirectory: folder, stop };
}
