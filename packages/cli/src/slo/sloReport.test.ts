import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

const END = Date.parse('2026-11-22T12:00:00Z');
const DAY = 24 * 60 * 60;

const folder = temporaryFolder();

/** A sample a step before the end, in CSV. */
function csv(
  stepSeconds: number,
  seconds: number,
  at: (index: number, count: number) => string | undefined,
): string {
  const steps = seconds / stepSeconds;
  const rows = Array.from({ length: steps }, (_, index) => {
    const cells = at(index, steps);
    const time = new Date(END - (steps - index) * stepSeconds * 1000);
    return cells === undefined ? '' : `${time.toISOString()},${cells}\n`;
  });
  return `time,good,total\n${rows.join('')}`;
}

const OPENSLO = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: availability, displayName: Checkout answers }
spec:
  service: checkout
  budgetingMethod: Occurrences
  indicator:
    metadata: { name: good-answers }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: Prometheus, spec: { query: 'sum(requests_total{code!~"5.."})' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(requests_total)' } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ target: 0.999 }]
`;

const TWO_WEEKS = `
apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: fast }
spec:
  budgetingMethod: Timeslices
  indicator:
    spec:
      thresholdMetric:
        metricSource: { metricSourceRef: prometheus, spec: { query: p95 } }
  timeWindow: [{ duration: 2w, isRolling: true }]
  objectives:
    - { displayName: Fast, op: lte, value: 0.3, target: 0.95, timeSliceTarget: 1, timeSliceWindow: 1m }
`;

const COMPOSITE = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: shop }
spec:
  service: shop
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives:
    - displayName: web
      target: 0.99
      compositeWeight: 3
      indicator: &indicator
        metadata: { name: good-answers }
        spec:
          ratioMetric:
            counter: true
            good: { metricSource: { type: Prometheus, spec: { query: good } } }
            total: { metricSource: { type: Prometheus, spec: { query: total } } }
    - { displayName: api, target: 0.95, indicator: *indicator }
`;

async function report(
  files: Record<string, string>,
  args: string[],
): ReturnType<typeof runPerfGate> {
  const workingDirectory = await mkdtemp(join(folder, 'slo-'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(workingDirectory, name), content);
  }
  return runPerfGate(['slo', 'report', ...args], { workingDirectory });
}

const FILES = ['--definition', 'slo.yaml', '--samples', 'samples.csv'];

describe('perf-gate slo report', () => {
  // An hour at an error rate of 1.5 % with a target of 99.9 % burns at 15.
  const burning = csv(
    300,
    30 * DAY,
    (index, count) => `${index < count - 12 ? 1000 : 985},1000`,
  );

  it('prints attainment, budget, burn rates and alerts', async () => {
    const { stdout, stderr, exitCode } = await report(
      { 'slo.yaml': OPENSLO, 'samples.csv': burning },
      FILES,
    );

    expect(stderr).toBe('');
    expect(stdout)
      .toBe(`▲ warn  Checkout answers  99.9 % good events over 30 days
samples.csv · 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC · as of 2026-11-22 12:00 UTC · 100 % covered

Attainment    99.9979 %    8,639,820 of 8,640,000 events good
Error budget  97.9 % left  180 of 8,640 bad events spent; the whole is 43 min 12 s of outage
Lasts         11 d 18 h    if errors go on as they do

WINDOW  BURN RATE  BAD       OF  COVERED
5m            15×   15    1,000    100 %
30m           15×   90    6,000    100 %
1h            15×  180   12,000    100 %
2h           7.5×  180   24,000    100 %
6h           2.5×  180   72,000    100 %
1d          0.63×  180  288,000    100 %
3d          0.21×  180  864,000    100 %

ALERT     WINDOWS      OVER   LONG  SHORT
▲ page    1h and 5m   14.4×    15×    15×
– page    6h and 30m     6×   2.5×    15×
– ticket  1d and 2h      3×  0.63×   7.5×
– ticket  3d and 6h      1×  0.21×   2.5×
`);
    expect(exitCode).toBe(0);
  });

  it('reports as JSON, at any time', async () => {
    const { stdout, exitCode } = await report(
      { 'slo.yaml': OPENSLO, 'samples.csv': burning },
      [...FILES, '--at', '2026-11-22T11:00:00Z', '--json'],
    );

    expect(JSON.parse(stdout)).toMatchObject({
      definition: 'availability',
      at: '2026-11-22T11:00:00.000Z',
      window: {
        from: '2026-10-23T11:00:00.000Z',
        to: '2026-11-22T11:00:00.000Z',
      },
      method: 'Occurrences',
      target: 0.999,
      bad: 0,
      attainment: 1,
      state: 'pass',
    });
    expect(exitCode).toBe(0);
  });

  // 14 d × 1,440 min × 5 % = 1,008 min
  it.each([
    [1008, 'pass', 0, 0],
    [1009, 'fail', -1, 1],
  ])(
    'allows two weeks at 95 % of minutes 1,008 bad ones: %i',
    async (bad, state, remaining, expectedExitCode) => {
      const { stdout, exitCode } = await report(
        {
          'slo.yaml': TWO_WEEKS,
          'samples.csv': csv(60, 14 * DAY, index => `${index < bad ? 0 : 1},1`),
        },
        [...FILES, '--json'],
      );

      expect(JSON.parse(stdout)).toMatchObject({
        state,
        countedAs: 'slices',
        total: 20160,
        bad,
        budget: {
          allowed: 1008,
          remaining,
          allowedMinutes: 1008,
          remainingMinutes: remaining,
        },
      });
      expect(exitCode).toBe(expectedExitCode);
    },
  );

  // 7 × 86,400 s × 0.05 % = 302.4 s
  it('allows a week at 99.95 % five minutes and 2.4 seconds', async () => {
    const { stdout } = await report(
      {
        'slo.yaml': OPENSLO.replace('0.999', '0.9995').replace('30d', '1w'),
        'samples.csv': csv(60, 7 * DAY, () => '100,100'),
      },
      FILES,
    );

    expect(stdout).toContain('the whole is 5 min 2.4 s of outage');
    // A sample a minute, though steps are of five minutes unless given
    expect(stdout).toMatch(/^1h +0× +0 +6,000 +100 %$/m);
  });

  // October in Berlin has 745 hours, of which 0.1 % are 44.7 minutes.
  it('takes calendar months with their change of clocks', async () => {
    const slo = OPENSLO.replace(
      'duration: 30d, isRolling: true',
      "duration: 1M, isRolling: false, calendar: { startTime: '2026-01-01 00:00:00', timeZone: Europe/Berlin }",
    );
    const { stdout } = await report(
      { 'slo.yaml': slo, 'samples.csv': csv(300, 40 * DAY, () => '100,100') },
      [...FILES, '--at', '2026-10-31T22:59:59Z', '--json'],
    );

    expect(JSON.parse(stdout)).toMatchObject({
      window: {
        from: '2026-09-30T22:00:00.000Z',
        to: '2026-10-31T23:00:00.000Z',
      },
      budget: { allowedMinutes: 44.7, remainingMinutes: 44.7 },
    });
  });

  it('reports on each of several objectives', async () => {
    const { stdout, exitCode } = await report(
      {
        'slo.yaml': OPENSLO.replace(
          '{ target: 0.999 }',
          '{ displayName: Strict, target: 0.999 }, { displayName: Mild, target: 0.9 }',
        ),
        'samples.csv': csv(300, DAY, () => '95,100'),
      },
      [...FILES, '--json'],
    );

    expect(JSON.parse(stdout)).toMatchObject({
      definition: 'availability',
      objectives: [
        { objective: 'objective-1', target: 0.999, state: 'fail' },
        {
          objective: 'objective-2',
          target: 0.9,
          state: 'pass',
          budget: { remainingShare: 0.5 },
        },
      ],
    });
    expect(exitCode).toBe(1);
  });

  it('leaves out adjustments', async () => {
    const adjustments = `
- id: deployment
  times: { type: once, from: 2026-11-22T11:00:00Z, to: 2026-11-22T12:00:00Z }
- times: { type: once, from: 2026-11-22T09:00:00Z, to: 2026-11-22T10:00:00Z }
  revoked: { reason: called off }
- type: recurring
  rrule: FREQ=WEEKLY;BYDAY=SU
  from: 2026-01-04T02:00:00
  durationSeconds: 3600
  timeZone: Europe/Berlin
`;
    const { stdout } = await report(
      {
        'slo.yaml': OPENSLO,
        'samples.csv': burning,
        'adjustments.yaml': adjustments,
      },
      [...FILES, '--adjustments', 'adjustments.yaml', '--json'],
    );

    // Of 8,640 steps, twelve each for the deployment and Sundays 25 October, 1, 8, 15 and 22 November
    expect(JSON.parse(stdout)).toMatchObject({
      bad: 0,
      total: (8640 - 6 * 12) * 1000,
      coverage: 1,
    });
  });

  it('takes samples for each part of a composite SLO', async () => {
    const sample = (good: number) => csv(300, 300, () => `${good},1000`);
    const files = {
      'slo.yaml': COMPOSITE,
      'web.csv': sample(985),
      'api.csv': sample(900),
    };

    const { stdout, exitCode } = await report(files, [
      '--definition',
      'slo.yaml',
      '--samples',
      'objective-1=web.csv',
      '--samples',
      'objective-2=api.csv',
    ]);

    // (3 × 0.985 + 0.9) / 4 = 0.96375; (3 × 0.99 + 0.95) / 4 = 0.98
    expect(stdout).toMatch(
      /^✖ fail {2}shop {2}98 % good events over 30 days$/m,
    );
    expect(stdout).toMatch(/^Attainment +96\.375 % /m);
    expect(stdout).toMatch(/^Error budget +overspent by 81\.3 % /m);
    expect(stdout).toMatch(/^web +✖ fail +3 +98\.5 % +99 %$/m);
    expect(exitCode).toBe(1);

    const one = await report(files, [
      '--definition',
      'slo.yaml',
      '--samples',
      'objective-1=web.csv',
      '--json',
    ]);
    expect(JSON.parse(one.stdout)).toMatchObject({
      state: 'no-data',
      reason: { code: 'no-samples' },
    });
    expect(one.exitCode).toBe(3);
  });

  it('chooses among several SLOs', async () => {
    const files = {
      'slo.yaml': `${OPENSLO}---${TWO_WEEKS}`,
      'samples.csv': burning,
    };

    const chosen = await report(files, [...FILES, '--slo', 'availability']);
    expect(chosen.stdout).toContain('Checkout answers');

    const any = await report(files, FILES);
    expect(any.stderr).toContain('The file defines 2 SLOs.');
    expect(any.stderr).toContain('--slo: availability, fast');
    expect(any.exitCode).toBe(2);
  });

  it.each([
    [
      'samples that can’t be read, by line',
      { 'samples.csv': 'time,good,total\n2026-11-22T12:00:00Z,1,1\n1,2\n' },
      [],
      ['line 3 has no total', 'where: samples.csv:3'],
    ],
    [
      'an empty file of samples',
      { 'samples.csv': '' },
      [],
      ['There are no samples in the file.', 'where: samples.csv'],
    ],
    [
      'a file of samples that has but its header',
      { 'samples.csv': 'time,good,total\n' },
      [],
      ['There are no samples in the file.'],
    ],
    [
      'samples that begin within steps, rather than moving them',
      {
        'samples.csv':
          'time,good,total\n2026-11-22T11:50:00Z,1,1\n2026-11-22T11:55:02Z,1,1\n2026-11-22T12:00:00Z,1,1\n',
      },
      [],
      [
        "line 3 can't be taken: 2026-11-22T11:55:02.000Z isn't the start of a step: steps of 298 s start at",
      ],
    ],
    [
      'more events than there can be',
      {
        'samples.csv':
          'time,good,total\n2026-11-22T11:55:00Z,1,1\n2026-11-22T12:00:00Z,1,1e12\n',
      },
      [],
      ["line 3 can't be taken: total is 1000000000000, more than"],
    ],
    [
      'samples twice',
      {},
      ['--samples', 'samples.csv'],
      ['two files of samples'],
    ],
    ['another objective', {}, ['--objective', 'x'], ['has no objective "x"']],
    ['another SLO', {}, ['--slo', 'x'], ['defines no SLO "x"', 'availability']],
    [
      'files without SLOs',
      {
        'slo.yaml':
          'apiVersion: openslo/v1\nkind: Service\nmetadata: { name: a }\nspec: {}\n',
      },
      [],
      ['defines no SLO'],
    ],
    [
      'definitions with errors',
      { 'slo.yaml': OPENSLO.replace('0.999', '1') },
      [],
      ['slo.yaml:16:', 'The definitions have errors.'],
    ],
    [
      'adjustments that are none',
      { 'adjustments.yaml': '- { type: once, from: soon, to: later }' },
      ['--adjustments', 'adjustments.yaml'],
      ['after its beginning', 'adjustments.yaml, number 1'],
    ],
    [
      'adjustments that nest too deep to be read',
      { 'adjustments.yaml': `\n${'['.repeat(20_000)}` },
      ['--adjustments', 'adjustments.yaml'],
      [
        'nests deeper than 100 levels',
        // The hundred-and-first of the second line.
        /adjustments\.yaml:2:\d+/,
      ],
    ],
    [
      'composites’ samples as one',
      { 'slo.yaml': COMPOSITE },
      [],
      ['objective-1, objective-2'],
    ],
  ] as [string, Record<string, string>, string[], (string | RegExp)[]][])(
    'refuses %s',
    async (_, files, args, expected) => {
      const { stdout, stderr, exitCode } = await report(
        {
          'slo.yaml': OPENSLO,
          'samples.csv': csv(300, 300, () => '1,1'),
          ...files,
        },
        [...FILES, ...args],
      );

      for (const text of expected) {
        expect(stderr).toMatch(text);
      }
      expect(stdout).toBe('');
      expect(exitCode).toBe(2);
    },
  );
});
