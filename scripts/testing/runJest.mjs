import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs a command that passes its arguments on to Jest, showing its output, and counts the tests.
 *
 * @param options - `cwd`, `env`.
 * @returns Tests `passed`, `failed` and `skipped`. A suite that can't even be loaded counts as one failed
 *   test, and so does a run that fails for any other reason than a failed test.
 */
export async function runJest(command, args, options) {
  const folder = await mkdtemp(join(tmpdir(), 'jest-report-'));
  const file = join(folder, 'report.json');
  try {
    const succeeded = await new Promise(resolve => {
      const child = spawn(
        command,
        [...args, '--json', `--outputFile=${file}`],
        {
          ...options,
          shell: process.platform === 'win32',
          stdio: ['ignore', 'inherit', 'inherit'],
        },
      );
      child.on('error', error => {
        console.error(error.message);
        resolve(false);
      });
      child.on('close', code => resolve(code === 0));
    });

    const report = await readReport(file);
    // Jest writes no report when no test matches a pattern; whether that is a success, its exit code says.
    const failed = report
      ? report.numFailedTests + report.numRuntimeErrorTestSuites
      : 0;
    return {
      passed: report?.numPassedTests ?? 0,
      failed: failed === 0 && !succeeded ? 1 : failed,
      skipped: report ? report.numPendingTests + report.numTodoTests : 0,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
