import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const folder = temporaryFolder();

const SLO = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
spec:
  service: checkout
  indicatorRef: requests
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - targetPercent: 99.9
  alertPolicies:
    - fast-burn
`;

const SLI = `apiVersion: openslo/v1
kind: SLI
metadata:
  name: requests
spec:
  ratioMetric:
    counter: true
    good:
      metricSource: { type: Prometheus, spec: { query: good_total } }
    total:
      metricSource: { type: Prometheus, spec: { query: all_total } }
`;

const SLOTH = `version: prometheus/v1
service: shop
slos:
  - name: availability
    objective: 99.9
    sli:
      raw:
        error_ratio_query: avg_over_time(error_ratio[{{.window}}])
    alerting:
      name: ShopErrors
`;

beforeAll(() => {
  for (const [name, text] of Object.entries({
    'checkout.slo.yaml': SLO,
    'requests.sli.yaml': SLI,
    'shop.yaml': SLOTH,
  })) {
    writeFileSync(join(folder, name), text);
  }
});

const run = (args: string[], stdin?: string) =>
  runPerfGate(['slo', ...args], { workingDirectory: folder, stdin });

describe('perf-gate slo validate', () => {
  it('passes what one of the authorities takes, with warnings', async () => {
    const { exitCode, stdout } = await run([
      'validate',
      '*.slo.yaml',
      'requests.sli.yaml',
      'shop.yaml',
    ]);

    expect(stdout.split('\n')).toEqual([
      'checkout.slo.yaml:13:7  warning  The schema knows `target` only, not `targetPercent`.  missing-field (schema)',
      "checkout.slo.yaml:15:7  warning  'fast-burn' must be in a mapping: `alertPolicyRef: fast-burn`.  wrong-type (spec)",
      '',
      '▲ 0 errors, 2 warnings; 2 valid SLOs in 3 files',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it('refuses queries that Prometheus couldn’t read', async () => {
    const { exitCode, stdout } = await run(
      ['validate', '-'],
      SLOTH.replace('error_ratio[{{.window}}])', 'error_ratio[{{.window}}]'),
    );

    expect(stdout.split('\n')[0]).toBe(
      'standard input:8:28  error  The query isn’t PromQL: it ends too early after "…_time(error_ratio[{{.window}}]", its character 38.  query-syntax (governance)',
    );
    expect(exitCode).toBe(2);
  });

  it('refuses them in the strict profile, and says who takes them', async () => {
    const { exitCode, stdout } = await run([
      'validate',
      '.',
      '--profile',
      'strict',
      '--json',
    ]);

    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: './checkout.slo.yaml',
        line: 13,
        column: 7,
        severity: 'error',
        rule: 'missing-field',
        message: 'The schema knows `target` only, not `targetPercent`.',
        source: 'schema',
        acceptedBy: ['spec', 'sdk'],
      },
      expect.objectContaining({
        line: 15,
        severity: 'error',
        source: 'spec',
        acceptedBy: ['schema'],
      }),
    ]);
  });

  it('reads the standard input, and tells all problems at once', async () => {
    const broken = SLOTH.replace('objective: 99.9', 'objective: 100').replace(
      '{{.window}}',
      '5m',
    );
    const { exitCode, stdout } = await run(['validate', '-'], broken);

    expect(exitCode).toBe(2);
    expect(stdout).toMatch(
      /^standard input:5:16 {2}error .* target-range \(governance\)$/m,
    );
    expect(stdout).toMatch(
      /^standard input:8:28 {2}error .* query-window \(spec\)$/m,
    );
    expect(stdout).toContain('✖ 2 errors, 0 warnings; 0 valid SLOs in 1 file');
  });

  it('refuses a profile that there isn’t', async () => {
    const { exitCode, stderr } = await run([
      'validate',
      'shop.yaml',
      '--profile',
      'lax',
    ]);

    expect(stderr).toContain('Allowed choices are strict, lenient.');
    expect(exitCode).toBe(2);
  });
});

describe('perf-gate slo import', () => {
  it('writes definitions that are valid, and tells what they leave out', async () => {
    const { exitCode, stdout, stderr } = await run([
      'import',
      'shop.yaml',
      '--output',
      'imported/shop.yaml',
    ]);

    expect(stdout).toBe('');
    expect(stderr).toContain(
      'shop.yaml:4:5  assumed  says not over which time: Sloth is told by `--default-slo-period`; becomes a rolling window of 30 days, Sloth’s default\n',
    );
    expect(stderr).toContain(
      '✔ 1 SLO imported; 1 dropped, 1 assumed, 0 changed\n',
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'imported', 'shop.yaml'), 'utf8')).toMatch(
      /^apiVersion: performance-governance\.io\/v1\nkind: SLO\nmetadata:\n {2}name: shop-availability\n/,
    );
    const validated = await runPerfGate(['validate', 'imported'], {
      workingDirectory: folder,
    });
    expect(validated.stdout).toBe('✔ 1 valid definition in 1 file\n');
  });

  it('prints definitions and losses as JSON', async () => {
    const { exitCode, stdout } = await run([
      'import',
      'checkout.slo.yaml',
      'requests.sli.yaml',
      '--json',
    ]);

    expect(exitCode).toBe(0);
    const { definitions, losses } = JSON.parse(stdout);
    expect(definitions).toEqual([
      {
        kind: 'SLO',
        metadata: { name: 'checkout' },
        spec: expect.objectContaining({
          service: 'checkout',
          objectives: [{ name: 'objective-1', target: 0.999 }],
        }),
        from: { dialect: 'openslo/v1', file: 'checkout.slo.yaml', line: 1 },
      },
    ]);
    expect(losses).toEqual([
      expect.objectContaining({
        file: 'checkout.slo.yaml',
        line: 14,
        slo: 'checkout',
        path: 'spec.alertPolicies',
        effect: 'dropped',
      }),
    ]);
  });

  it('refuses two SLOs of one name, which couldn’t be in one file', async () => {
    writeFileSync(join(folder, 'copy.sloth'), SLOTH);
    const { exitCode, stdout, stderr } = await run([
      'import',
      'shop.yaml',
      'copy.sloth',
    ]);

    expect(stdout).toBe('');
    expect(stderr).toContain(
      'There is another SLO named "shop-availability", in shop.yaml, line 1.',
    );
    expect(exitCode).toBe(2);
  });

  it('imports nothing where there is an error', async () => {
    const { exitCode, stdout, stderr } = await run([
      'import',
      'checkout.slo.yaml',
    ]);

    expect(stdout).toBe('');
    expect(stderr).toContain("There is no SLI 'requests' in the files given.");
    expect(stderr).toContain('Nothing is imported');
    expect(exitCode).toBe(2);
  });
});

describe('perf-gate validate', () => {
  it('takes SLOs of other languages for definitions', async () => {
    writeFileSync(join(folder, 'mixed.yaml'), `${SLI}---\n${SLO}---\n${SLOTH}`);
    const { exitCode, stdout } = await runPerfGate(['validate', 'mixed.yaml'], {
      workingDirectory: folder,
    });

    expect(stdout.split('\n')).toEqual([
      "mixed.yaml:27:7  warning  'fast-burn' must be in a mapping: `alertPolicyRef: fast-burn`.  wrong-type (spec)",
      '',
      '▲ 0 errors, 1 warning; 2 valid definitions in 1 file',
      '',
    ]);
    expect(exitCode).toBe(0);
  });
});
