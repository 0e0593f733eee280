import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const BIN = resolve(__dirname, '..', '..', 'bin', 'perf-gate');

/**
 * Puts what a pipeline has and this machine need not have into a folder for PATH: `npx` and
 * `perf-gate` run ours from source, `k6` and `jmeter` "run" a test by handing out the file that
 * RESULTS names, and `gh` and `curl` write down how they were called.
 *
 * @returns The folder.
 */
export function installPipelineTools(folder: string): string {
  const tools = join(folder, 'tools');
  mkdirSync(tools, { recursive: true });
  const install = (name: string, script: string) => {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(tools, name), 0o755);
  };
  const perfGate = `exec '${process.execPath}' '${BIN}' "$@"`;
  install('perf-gate', perfGate);
  install(
    'npx',
    `case "$*" in
  "--yes --package=@perf-governance/cli perf-gate "*) shift 3; ${perfGate} ;;
  *) echo "unexpected: npx $*" >&2; exit 64 ;;
esac`,
  );
  // k6 exits with 99 when a threshold failed.
  install(
    'k6',
    `case "$1 $2 $3" in
  "run --out json="*.gz) gzip -c "$RESULTS" > "\${3#json=}"; exit "\${K6_EXIT_CODE:-0}" ;;
  *) echo "unexpected: k6 $*" >&2; exit 64 ;;
esac`,
  );
  install(
    'jmeter',
    `[ "$1 $2 $3 $4" = "-n -t checkout.jmx -l" ] && cp "$RESULTS" "$5"`,
  );
  for (const name of ['gh', 'curl']) {
    install(name, `printf '%s\\n' "$0 $*" >> "$CALLS"`);
  }
  return tools;
}
