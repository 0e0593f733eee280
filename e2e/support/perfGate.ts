import { spawn } from 'node:child_process';
import { repositoryRoot } from './folders';

export interface PerfGateResult {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `yarn perf-gate` at the root of the repository, as a pipeline would, and waits for its end. */
export function perfGate(
  args: string[],
  env: Record<string, string> = {},
): Promise<PerfGateResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('yarn', ['perf-gate', ...args], {
      cwd: repositoryRoot,
      // Of whatever pipeline the tests themselves may run in, nothing is to be found.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', data => {
      stdout += data;
    });
    child.stderr.on('data', data => {
      stderr += data;
    });
    child.once('error', reject);
    child.once('close', exitCode => resolve({ exitCode, stdout, stderr }));
  });
}
