import { runPerfGate } from '../__testUtils__/runPerfGate';

describe('perf-gate validate', () => {
  it('passes sound definitions, in files and globs', async () => {
    const { exitCode, stdout } = await runPerfGate([
      'validate',
      'organisation.yaml',
      'checkout.*.yaml',
    ]);

    expect(stdout).toBe('✔ 4 valid definitions in 3 files\n');
    expect(exitCode).toBe(0);
  });

  it('names file, line, column, severity, rule and reason', async () => {
    const { exitCode, stdout } = await runPerfGate([
      'validate',
      'broken.yaml',
      '--json',
    ]);

    expect(exitCode).toBe(2);
    // Line 8 is `  limits: { fail: '<= 300 kB' }`, and the limit begins in column 19.
    expect(JSON.parse(stdout)).toEqual([
      {
        file: 'broken.yaml',
        line: 8,
        column: 19,
        severity: 'error',
        rule: 'unit-mismatch',
        message: expect.stringContaining('300 kB'),
      },
    ]);
  });

  it('prints places that editors and pipelines make links of', async () => {
    const { stdout } = await runPerfGate(['validate', 'broken.yaml']);

    expect(stdout).toMatch(
      /^broken\.yaml:8:19 {2}error {2}.* {2}unit-mismatch$/m,
    );
    expect(stdout).toContain(
      '✖ 1 error, 0 warnings; 0 valid definitions in 1 file',
    );
  });

  it('refuses a pattern that finds nothing', async () => {
    const { exitCode, stderr } = await runPerfGate(['validate', 'none/*.yaml']);

    expect(stderr).toContain('No definition file found.');
    expect(exitCode).toBe(2);
  });
});
