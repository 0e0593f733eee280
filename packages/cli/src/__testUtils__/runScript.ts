import { spawn } from 'node:child_process';

/**
 * Runs a shell script as a pipeline does.
 *
 * @param shell - The program and its options, e.g. `bash -e`.
 * @returns Its exit code and everything it printed.
 */
export async function runScript(
  shell: string,
  script: string,
  options: { workingDirectory: string; variables: Record<string, string> },
): Promise<{ exitCode: number | null; output: string }> {
  const [program, ...args] = shell.split(' ');
  const child = spawn(program, [...args, '-c', script], {
    cwd: options.workingDirectory,
    env: options.variables,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', chunk => output.push(chunk));
  child.stderr.on('data', chunk => output.push(chunk));
  const exitCode = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  });
  return { exitCode, output: Buffer.concat(output).toString('utf8') };
}
