import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runPerfGate } from '../__testUtils__/runPerfGate';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

// Expected numbers are of another program: sums of fractions in Python, from the formulas of docs/slos.md.

const folder = temporaryFolder();

const START = Date.parse('2026-10-24T12:00:00Z');
const NOW = '2026-10-25T18:00:00Z';
const STEP = 300_000;

const isIn = (at: number, from: string, to: string) =>
  at >= Date.parse(from) && at < Date.parse(to);

/** Thirty hours over the night in which Berlin's clocks go back: with a gap, and with a quarter without events. */
function samples(severity: number): string {
  const rows = ['time,good,total'];
  for (let index = 0; START + index * STEP < Date.parse(NOW); index++) {
    const at = START + index * STEP;
    const isGap = isIn(at, '2026-10-25T12:00:00Z', '2026-10-25T13:40:00Z');
    const isQuiet = isIn(at, '2026-10-25T05:00:00Z', '2026-10-25T05:15:00Z');
    const total = isQuiet ? 0 : 100 + (index % 7) * 10;
    const bad = isQuiet ? 0 : severity * ((index * index) % 11);
    if (!isGap) {
      rows.push(`${at / 1000},${total - bad},${total}`);
    }
  }
  return rows.join('\n');
}

const QUARTERS = `
apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: quarters }
spec:
  step: 5m
  budgetingMethod: RatioTimeslices
  indicator:
    spec:
      ratioMetric:
        good: { metricSource: { type: pushed } }
        total: { metricSource: { type: pushed } }
  timeWindow: [{ duration: 1d, calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin } }]
  objectives: [{ target: 0.95, timeSliceWindow: 15m }]
`;

const SHOP = `
apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: shop }
spec:
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 1d, isRolling: true }]
  objectives:
    - name: web
      target: 0.99
      compositeWeight: 2
      indicator: &pushed
        spec:
          ratioMetric:
            good: { metricSource: { type: pushed } }
            total: { metricSource: { type: pushed } }
    - { name: api, target: 0.9, compositeWeight: 1, indicator: *pushed }
`;

/** From within a slice to within the next; and where 02:30 comes twice, the first time round. */
const ADJUSTMENTS = `
- reason: The database moves
  times: { type: once, from: 2026-10-25T06:07:00Z, to: 2026-10-25T06:20:00Z }
- times:
    type: recurring
    rrule: FREQ=DAILY
    from: '2026-10-01T02:30:00'
    durationSeconds: 1800
    timeZone: Europe/Berlin
- revoked: { by: user:default/ann, at: 2026-10-25T17:00:00Z, reason: Put off }
  times: { type: once, from: 2026-10-25T14:00:00Z, to: 2026-10-25T17:00:00Z }
`;

async function report(files: Record<string, string>, args: string[]) {
  const workingDirectory = await mkdtemp(join(folder, 'slo-'));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(workingDirectory, name), content);
  }
  const { stdout, stderr } = await runPerfGate(
    [
      'slo',
      'report',
      '--definition',
      'slo.yaml',
      '--at',
      NOW,
      '--json',
      ...args,
    ],
    { workingDirectory },
  );
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const ratesOf = (status: any) =>
  Object.fromEntries(
    status.burnRates.map(({ window, rate }: any) => [window, rate]),
  );

describe('numbers of an SLO', () => {
  const files = { 'slo.yaml': QUARTERS, 'samples.csv': samples(1) };

  it('are those of ratios of slices, on a day of 25 hours', async () => {
    const status = await report(files, ['--samples', 'samples.csv']);

    expect(status.window).toEqual({
      from: '2026-10-24T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
    });
    expect(status.good).toBeCloseTo(70.80738236457749, 9);
    expect(status.total).toBe(73);
    expect(status.bad).toBeCloseTo(2.1926176354225135, 9);
    expect(status.attainment).toBeCloseTo(0.9699641419805135, 12);
    expect(status.coveredSeconds).toBe(66_000);
    expect(status.coverage).toBeCloseTo(0.9166666666666666, 12);
    // A twentieth of 100 quarters of an hour.
    expect(status.budget.allowed).toBeCloseTo(5, 9);
    expect(status.budget.remaining).toBeCloseTo(2.8073823645774865, 9);
    expect(status.budget.remainingShare).toBeCloseTo(0.5614764729154973, 9);
    expect(status.budget.allowedMinutes).toBeCloseTo(75, 9);
    const rates = ratesOf(status);
    expect(rates['30m']).toBeCloseTo(0.7333333333333333, 9);
    expect(rates['1h']).toBeCloseTo(0.6139566395663957, 9);
    expect(rates['6h']).toBeCloseTo(0.5972907611118993, 9);
  });

  it('leave out every slice that an adjustment touches', async () => {
    const status = await report({ ...files, 'adjustments.yaml': ADJUSTMENTS }, [
      '--samples',
      'samples.csv',
      '--adjustments',
      'adjustments.yaml',
    ]);

    expect(status.good).toBeCloseTo(66.90942176661689, 9);
    expect(status.total).toBe(69);
    expect(status.attainment).toBeCloseTo(0.969701764733578, 12);
    expect(status.coveredSeconds).toBe(62_400);
    expect(status.coverage).toBeCloseTo(0.9122807017543859, 12);
    // A twentieth of 96.
    expect(status.budget.allowed).toBeCloseTo(4.8, 9);
    expect(status.budget.remainingShare).toBeCloseTo(0.5644628680451851, 9);
  });

  it('are those of a composite’s parts, by weight', async () => {
    const status = await report(
      {
        'slo.yaml': SHOP,
        'web.csv': samples(1),
        'api.csv': samples(4),
      },
      ['--samples', 'web=web.csv', '--samples', 'api=api.csv'],
    );

    // (2 × 0.99 + 0.9) / 3
    expect(status.target).toBeCloseTo(0.96, 12);
    expect(status.attainment).toBeCloseTo(0.9391405342624854, 12);
    expect(status.budget.remainingShare).toBeCloseTo(-0.521486643437863, 9);
    expect(status.state).toBe('fail');
    const rates = ratesOf(status);
    expect(rates['5m']).toBeCloseTo(2.0833333333333335, 9);
    expect(rates['1h']).toBeCloseTo(1.5806451612903225, 9);
    expect(rates['6h']).toBeCloseTo(1.537313432835821, 9);
    expect(
      status.parts.map((part: any) => [
        part.objective,
        part.weight,
        part.status.bad,
        part.status.total,
      ]),
    ).toEqual([
      ['web', 2, 1048, 34_440],
      ['api', 1, 4192, 34_440],
    ]);
    expect(status.parts[0].status.budget.remainingShare).toBeCloseTo(
      -2.0429732868757258,
      9,
    );
    expect(status.parts[1].status.budget.remainingShare).toBeCloseTo(
      -0.21718931475029035,
      9,
    );
  });
});
