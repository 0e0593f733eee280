import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

/** Every test starts processes; on a busy machine that takes a while. */
jest.setTimeout(60_000);

const BIN = resolve(__dirname, '..', '..', 'bin', 'perf-gate');

/** A report or definition file that tests share. */
export function fixture(...path: string[]): string {
  return join(__dirname, '..', '__fixtures__', ...path);
}

export interface PerfGateRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the program as a user would: a process of its own, with nothing of the environment that
 * tests run in but the path.
 */
export async function runPerfGate(
  args: string[],
  options: {
    stdin?: string | Buffer;
    workingDirectory?: string;
    variables?: Record<string, string>;
  } = {},
): Promise<PerfGateRun> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: options.workingDirectory ?? fixture('shop'),
    env: { PATH: process.env.PATH, ...options.variables },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', chunk => stdout.push(chunk));
  child.stderr.on('data', chunk => stderr.push(chunk));
  // A program that ends without reading its input closes the pipe; that is its right.
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin);
  const exitCode = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  });
  return {
    exitCode,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}
