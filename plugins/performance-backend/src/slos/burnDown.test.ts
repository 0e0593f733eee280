import {
  evaluateSlo,
  sampleCounter,
  SloExclusion,
  SloSample,
  SloSpec,
} from '@perf-governance/plugin-performance-common';
import { burnDown } from './burnDown';

const END = Date.parse('2026-11-22T12:00:00Z');
const STEP = 300_000;
const HOUR = 3_600_000;

const SPEC: SloSpec = {
  environment: 'production',
  budgetingMethod: 'Occurrences',
  timeWindow: { type: 'rolling', duration: { count: 4, unit: 'hour' } },
  indicator: { type: 'pushed' },
  objectives: [{ name: 'objective-1', target: 0.9 }],
};

/** Steps of 100 events of the hour that ends so many hours before the end. */
function hour(hoursAgo: number, bad: number): SloSample[] {
  return Array.from({ length: 12 }, (_, index) => ({
    at: END - (hoursAgo + 1) * HOUR + index * STEP,
    good: 100 - bad,
    total: 100,
  }));
}

function burnDownOf(samples: SloSample[], exclusions: SloExclusion[] = []) {
  const [objective] = SPEC.objectives;
  const counter = sampleCounter({
    samples,
    stepSeconds: 300,
    method: SPEC.budgetingMethod,
    objective,
  });
  const status = evaluateSlo({
    spec: SPEC,
    counterOf: () => counter,
    exclusions,
    now: END,
  });
  return burnDown(
    SPEC,
    status,
    { exclusions, counters: new Map([[objective.name, counter]]) },
    5,
  ).map(({ at, ...point }) => [new Date(at).getUTCHours(), point]);
}

describe('burnDown', () => {
  it('knows nothing of gaps, neither at first nor in between', () => {
    // 120 bad of 2,400 events, of which a tenth may be: half of the budget.
    expect(burnDownOf([...hour(2, 10), ...hour(0, 0)])).toEqual([
      [8, { coverage: 0 }],
      [9, { coverage: 0 }],
      [10, { remainingShare: 0.5, bad: 120, coverage: 1 }],
      [11, { coverage: 0 }],
      [12, { remainingShare: 0.5, bad: 0, coverage: 1 }],
    ]);
  });

  it('starts whole, and covers what samples cover', () => {
    const [first, second] = burnDownOf([
      ...hour(3, 0).slice(0, 6),
      ...hour(2, 10),
      ...hour(1, 0),
      ...hour(0, 0),
    ]);
    expect(first).toEqual([8, { remainingShare: 1, bad: 0, coverage: 0.5 }]);
    expect(second).toEqual([9, { remainingShare: 1, bad: 0, coverage: 0.5 }]);
  });

  it('is as it was over time that is taken out', () => {
    const points = burnDownOf(
      [...hour(3, 10), ...hour(2, 100), ...hour(1, 0), ...hour(0, 0)],
      [{ from: END - 3 * HOUR, to: END - 2 * HOUR, adjustmentId: '1' }],
    );
    // 120 bad of 3,600 events, of which 360 may be.
    expect(
      points.map(([, { remainingShare = NaN }]: any) =>
        Number(remainingShare.toFixed(9)),
      ),
    ).toEqual([1, 0.666666667, 0.666666667, 0.666666667, 0.666666667]);
  });
});
