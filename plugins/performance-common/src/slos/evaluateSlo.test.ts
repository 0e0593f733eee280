import { SloCounter } from './SloCounter';
import {
  DAY,
  evaluateSamples,
  HOUR,
  MINUTE,
  samplesOf,
  sloSpec,
} from './__testUtils__/sloBuilders';
import { evaluateSlo } from './evaluateSlo';
import { sampleCounter } from './sampleCounter';

const NOW = '2026-11-22T12:00:00Z';

function before(seconds: number, of = NOW): number {
  return Date.parse(of) - seconds * 1000;
}

describe('budgets', () => {
  const twoWeeks = sloSpec(
    { target: 0.95, timeSliceTarget: 0.9, timeSliceSeconds: MINUTE },
    {
      budgetingMethod: 'Timeslices',
      timeWindow: { type: 'rolling', duration: { count: 2, unit: 'week' } },
    },
  );

  // 14 d × 1,440 min × 5 % = 1,008 min
  it.each([
    [1007, 1, 'pass'],
    [1008, 0, 'pass'],
    [1009, -1, 'fail'],
  ])(
    'of two weeks at 95 % with %i bad minutes leave %i of 1,008',
    (bad, remaining, state) => {
      // Bad long ago, so that nothing burns now.
      const samples = samplesOf(before(14 * DAY), NOW, MINUTE, (_, index) => ({
        good: index < bad ? 89 : 90,
        total: 100,
      }));

      const status = evaluateSamples(twoWeeks, samples, NOW, {
        stepSeconds: MINUTE,
      });

      expect(status).toMatchObject({
        state,
        total: 20_160,
        bad,
        countedAs: 'slices',
        coverage: 1,
        budget: {
          allowed: 1008,
          allowedMinutes: 1008,
          remaining,
          remainingMinutes: remaining,
        },
      });
    },
  );

  it('of two weeks are the same seconds into a minute', () => {
    const samples = samplesOf(before(15 * DAY), NOW, MINUTE, () => ({
      good: 1,
      total: 1,
    }));

    const status = evaluateSamples(
      twoWeeks,
      samples,
      '2026-11-22T12:00:31.234Z',
      { stepSeconds: MINUTE },
    );

    expect(status).toMatchObject({
      total: 20_160,
      coverage: 1,
      budget: { allowed: 1008 },
    });
  });

  // 7 × 86,400 s × 0.05 % = 302.4 s
  it('of a week at 99.95 % are 5 min 2.4 s', () => {
    const week = sloSpec(
      { target: 0.9995 },
      { timeWindow: { type: 'rolling', duration: { count: 1, unit: 'week' } } },
    );
    const samples = samplesOf(before(7 * DAY), NOW, 300, () => ({
      good: 1000,
      total: 1000,
    }));

    const { budget } = evaluateSamples(week, samples, NOW);

    expect(budget?.allowedMinutes).toBe(302.4 / 60);
    expect(budget?.remainingMinutes).toBe(302.4 / 60);
    // 2,016 samples of 1,000 events
    expect(budget?.allowed).toBe(1008);
  });

  // 31 days without and with an hour more: 743 h and 745 h of 60 min × 0.1 %
  it.each([
    ['2026-03-31T21:59:00Z', 44.58, 44_580],
    ['2026-10-31T22:59:00Z', 44.7, 44_700],
  ])(
    'of the calendar month at %s are %f minutes',
    (now, allowed, minutesOfMonth) => {
      const month = sloSpec(
        { target: 0.999, timeSliceTarget: 1, timeSliceSeconds: MINUTE },
        {
          budgetingMethod: 'Timeslices',
          timeWindow: {
            type: 'calendar',
            duration: { count: 1, unit: 'month' },
            startTime: '2026-01-01T00:00:00',
            timeZone: 'Europe/Berlin',
          },
        },
      );
      const samples = samplesOf(before(32 * DAY, now), now, MINUTE, () => ({
        good: 1,
        total: 1,
      }));

      const status = evaluateSamples(month, samples, now, {
        stepSeconds: MINUTE,
      });

      // The last minute of the month lies ahead.
      expect(status.total).toBe(minutesOfMonth - 1);
      expect(status.budget).toMatchObject({
        allowed,
        allowedMinutes: allowed,
        remaining: allowed,
      });
    },
  );

  // 100,000 × 0.1 % = 100; decimals that binary arithmetic gets wrong: 700,000 × 0.03 % = 210
  it.each([
    [0.999, 100_000, 100, 0, 'pass'],
    [0.999, 100_000, 25, 75, 'pass'],
    [0.999, 100_000, 101, -1, 'fail'],
    [0.9997, 700_000, 210, 0, 'pass'],
    [0.9, 1_000_000, 300_000, -200_000, 'fail'],
    [0, 1000, 1000, 0, 'pass'],
  ])(
    'at %f of %i events with %i bad leave %i',
    (target, total, bad, remaining, state) => {
      const status = evaluateSamples(
        sloSpec({ target }),
        [{ at: before(20 * DAY), good: total - bad, total }],
        NOW,
      );

      expect(status).toMatchObject({ state, bad, budget: { remaining } });
      expect(status.attainment).toBeCloseTo(1 - bad / total, 12);
      expect(status.budget?.remainingShare).toBeCloseTo(
        1 - bad / total / (1 - target),
        9,
      );
    },
  );
});

describe('slices', () => {
  const slices = {
    target: 0.5,
    timeSliceTarget: 0.9,
    timeSliceSeconds: 15 * MINUTE,
  };
  // Good and total of three samples of five minutes a slice: 26/30, 27/30, nothing happened, 27/30 with
  // a gap, no samples.
  const samples = [
    [
      [10, 10],
      [8, 10],
      [8, 10],
    ],
    [
      [9, 10],
      [9, 10],
      [9, 10],
    ],
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    [undefined, [17, 20], [10, 10]],
    [undefined, undefined, undefined],
  ]
    .flat()
    .flatMap((sample, index) =>
      sample
        ? {
            at: before(DAY) + index * 300_000,
            good: sample[0],
            total: sample[1],
          }
        : [],
    );

  it('are good from their own target on', () => {
    const status = evaluateSamples(
      sloSpec(slices, { budgetingMethod: 'Timeslices' }),
      samples,
      NOW,
    );

    expect(status).toMatchObject({
      good: 2,
      total: 3,
      bad: 1,
      coveredSeconds: 11 * 5 * MINUTE,
      budget: { allowed: 0.5 * 30 * 24 * 4, remaining: 1439 },
    });
  });

  it('count with their own ratio', () => {
    const status = evaluateSamples(
      sloSpec(slices, { budgetingMethod: 'RatioTimeslices' }),
      samples,
      NOW,
    );

    expect(status.total).toBe(3);
    expect(status.good).toBeCloseTo(26 / 30 + 27 / 30 + 27 / 30, 12);
    expect(status.attainment).toBeCloseTo(80 / 90, 12);
  });

  it.each([
    ['finer than samples', MINUTE],
    ['which cut samples', 7 * MINUTE],
  ])('%s are too coarse to tell', (_, timeSliceSeconds) => {
    expect(
      evaluateSamples(
        sloSpec(
          { ...slices, timeSliceSeconds },
          { budgetingMethod: 'Timeslices' },
        ),
        samples,
        NOW,
      ),
    ).toMatchObject({ state: 'no-data', reason: { code: 'too-coarse' } });
  });
});

describe('burn rates', () => {
  const spec = sloSpec({ target: 0.999 });

  function burning(bad: number, extra = 0) {
    return samplesOf(before(30 * DAY), NOW, 300, time => ({
      good: time < before(HOUR) ? 100_000 : 100_000 - bad - extra,
      total: 100_000,
    }));
  }

  it('are the error rate over the error budget', () => {
    const { burnRates } = evaluateSamples(spec, burning(500), NOW);

    // 0.5 % / 0.1 % in the last hour, a sixth of that in the last six
    expect(
      Object.fromEntries(burnRates.map(({ window, rate }) => [window, rate])),
    ).toEqual({
      '5m': 5,
      '30m': 5,
      '1h': 5,
      '2h': 2.5,
      '6h': 0.8333333333333,
      '1d': 0.2083333333333,
      '3d': 0.06944444444444,
    });
  });

  it.each([
    ['exactly at the factor', 1440, false],
    ['over it', 1441, true],
  ])('call for people %s: %i bad in 100,000', (_, bad, active) => {
    const status = evaluateSamples(spec, burning(bad), NOW);

    expect(status.alerts[0]).toMatchObject({
      severity: 'page',
      longWindow: '1h',
      shortWindow: '5m',
      factor: 14.4,
      active,
    });
    expect(status.state).toBe(active ? 'warn' : 'pass');
  });

  it('need both windows', () => {
    const over = samplesOf(before(30 * DAY), NOW, 300, time => ({
      good: time >= before(HOUR) && time < before(300) ? 0 : 100_000,
      total: 100_000,
    }));

    const [alert] = evaluateSamples(sloSpec({ target: 0.9 }), over, NOW).alerts;

    expect(alert).toMatchObject({ shortRate: 0, active: false });
    expect(alert.longRate).toBeCloseTo(11 / 12 / 0.1, 9);
  });

  it('go by the last whole step, or the one before while that is missing', () => {
    const known = burning(500);
    const rateAt = (samples: typeof known, now: string) =>
      evaluateSamples(spec, samples, now).burnRates[0].rate;

    expect(rateAt(known, '2026-11-22T12:03:00Z')).toBe(5);
    expect(rateAt(known, '2026-11-22T12:08:00Z')).toBe(5);
    expect(rateAt(known, '2026-11-22T12:13:00Z')).toBeUndefined();
  });

  it('of windows shorter than what is counted are not computed', () => {
    const samples = samplesOf(before(30 * DAY), NOW, HOUR, () => ({
      good: 0,
      total: 1000,
    }));

    const status = evaluateSamples(spec, samples, NOW, { stepSeconds: HOUR });

    expect(status.burnRates.map(({ window }) => window)).toEqual([
      '1h',
      '2h',
      '6h',
      '1d',
      '3d',
    ]);
    expect(
      status.alerts.map(({ active, reason }) => [active, reason?.code]),
    ).toEqual([
      [false, 'too-coarse'],
      [false, 'too-coarse'],
      [true, undefined],
      [true, undefined],
    ]);
  });
});

describe('what isn’t known', () => {
  const spec = sloSpec({ target: 0.9, name: 'fast' });
  const sample = (good: number, total: number) => [
    { at: before(HOUR), good, total },
  ];

  it.each([
    ['no samples', [], 'no-samples'],
    [
      'samples before the window',
      [{ at: before(31 * DAY), good: 0, total: 9 }],
      'no-samples',
    ],
    [
      'a sample of a step that isn’t over',
      [{ at: Date.parse(NOW), good: 0, total: 9 }],
      'no-samples',
    ],
    ['no events', sample(0, 0), 'no-events'],
  ])('%s', (_, samples, code) => {
    const status = evaluateSamples(spec, samples, NOW);

    expect(status).toMatchObject({ state: 'no-data', reason: { code } });
    expect(status).not.toHaveProperty('attainment');
    expect(status).not.toHaveProperty('budget');
  });

  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 1/29 0.0061 to 0.1718, 0/20 0 to 0.1611
  it.each([
    ['is among what few events allow', 29 - 1, 29, 'no-data'],
    ['is certainly reached', 99, 99, 'pass'],
    ['is certainly missed', 1, 29, 'fail'],
    ['is decided by enough events', 89, 100, 'fail'],
  ])('a target that %s', (_, good, total, state) => {
    const status = evaluateSamples(spec, sample(good, total), NOW);

    expect(status.state).toBe(state);
    expect(status.reason?.code).toBe(
      state === 'no-data' ? 'too-few-events' : undefined,
    );
    expect(status.attainment).toBeCloseTo(good / total, 12);
  });

  it('is told as an interval', () => {
    expect(evaluateSamples(spec, sample(28, 29), NOW).reason?.message).toMatch(
      /^29 events of at least 100: attainment may be anything from 82\.82\d* % to 99\.38\d* %, the target 90 % among it\.$/,
    );
  });

  it('covers the time without samples', () => {
    const samples = samplesOf(before(30 * DAY), NOW, 300, (_, index) =>
      index % 4 === 0 ? undefined : { good: 10, total: 10 },
    );

    expect(evaluateSamples(spec, samples, NOW)).toMatchObject({
      state: 'pass',
      coverage: 0.75,
      total: 8640 * 0.75 * 10,
    });
  });

  it('is told by whoever has the samples', () => {
    const reason = { code: 'no-source', message: 'There is no source "x".' };

    expect(
      evaluateSlo({ spec, counterOf: () => reason, now: Date.parse(NOW) }),
    ).toMatchObject({ state: 'no-data', reason, burnRates: [] });
  });
});

describe('exclusions', () => {
  const spec = sloSpec(
    { target: 0.99, timeSliceTarget: 1, timeSliceSeconds: 300 },
    { budgetingMethod: 'Timeslices' },
  );
  // 12 bad slices in an hour of maintenance
  const maintenance = {
    from: before(5 * HOUR) + 60_000,
    to: before(4 * HOUR) - 60_000,
    adjustmentId: 'a',
  };
  const samples = samplesOf(before(30 * DAY), NOW, 300, time => ({
    good: time >= before(5 * HOUR) && time < before(4 * HOUR) ? 0 : 1,
    total: 1,
  }));

  it('leave bad and all slices, the budget and what is covered', () => {
    const without = evaluateSamples(spec, samples, NOW);
    const status = evaluateSamples(spec, samples, NOW, {
      exclusions: [maintenance, { ...maintenance, adjustmentId: 'b' }],
    });

    expect(without).toMatchObject({ bad: 12, total: 8640 });
    expect(status).toMatchObject({
      bad: 0,
      total: 8640 - 12,
      coverage: 1,
      budget: { allowed: 86.28, remaining: 86.28 },
    });
    expect(
      status.burnRates.find(({ window }) => window === '6h'),
    ).toMatchObject({ total: 60, rate: 0 });
  });
});

describe('composite SLOs', () => {
  const spec = sloSpec(
    { target: 0.9 },
    {
      indicator: undefined,
      objectives: [
        { name: 'web', target: 0.99, weight: 3, indicator: { type: 'pushed' } },
        { name: 'api', target: 0.95, indicator: { type: 'pushed' } },
      ],
    },
  );
  const counters: Record<string, [good: number, total: number]> = {
    web: [985, 1000],
    api: [90, 100],
  };

  function evaluateParts(parts: typeof counters, objective?: string) {
    return evaluateSlo({
      spec,
      objective,
      now: Date.parse(NOW),
      counterOf: part =>
        sampleCounter({
          samples: parts[part.name]
            ? [
                {
                  at: before(300),
                  good: parts[part.name][0],
                  total: parts[part.name][1],
                },
              ]
            : [],
          stepSeconds: 300,
          method: 'Occurrences',
          objective: part,
        }),
    });
  }

  it('mean error rates and targets by weight', () => {
    const status = evaluateParts(counters);

    // (3 × 0.015 + 1 × 0.1) / 4 = 0.03625; (3 × 0.99 + 0.95) / 4 = 0.98
    expect(status).toMatchObject({
      state: 'fail',
      target: 0.98,
      attainment: 0.96375,
      good: 1075,
      total: 1100,
      budget: { remainingShare: -0.8125 },
    });
    expect(status.burnRates[0]).toMatchObject({ window: '5m', rate: 1.8125 });
    expect(
      status.parts?.map(({ objective, weight, status: part }) => [
        objective,
        weight,
        part.state,
        part.attainment,
      ]),
    ).toEqual([
      ['web', 3, 'fail', 0.985],
      ['api', 1, 'fail', 0.9],
    ]);
  });

  it('are unknown with a part that is', () => {
    expect(evaluateParts({ web: counters.web })).toMatchObject({
      state: 'no-data',
      reason: {
        code: 'no-samples',
        message: 'api: There are no samples of the window.',
      },
      attainment: 0.985,
    });
  });

  it('have parts that can be asked for', () => {
    const status = evaluateParts(counters, 'api');

    expect(status).toMatchObject({ target: 0.95, attainment: 0.9 });
    expect(status).not.toHaveProperty('parts');
  });
});

it('asks for an objective where there are several', () => {
  const spec = sloSpec(
    { target: 0.9 },
    {
      objectives: [
        { name: 'a', target: 0.9 },
        { name: 'b', target: 0.99 },
      ],
    },
  );
  const counter: SloCounter = {
    unitSeconds: 300,
    count: () => ({ good: 0, total: 0, coveredSeconds: 0 }),
  };

  expect(() =>
    evaluateSlo({ spec, counterOf: () => counter, now: Date.parse(NOW) }),
  ).toThrow('a, b');
  expect(
    evaluateSlo({
      spec,
      objective: 'b',
      counterOf: () => counter,
      now: Date.parse(NOW),
    }).target,
  ).toBe(0.99);
});
