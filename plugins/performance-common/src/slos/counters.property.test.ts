import fc from 'fast-check';
import {
  BudgetingMethod,
  SloExclusion,
  SloSample,
  SloTimeWindow,
} from '../model';
import { DAY, evaluateSamples, sloSpec } from './__testUtils__/sloBuilders';
import { addCounts } from './addCounts';
import { blockCounter, SloBlock } from './blockCounter';
import { evaluateSlo } from './evaluateSlo';
import { sampleCounter } from './sampleCounter';
import { SloCounter } from './SloCounter';

const STEP_SECONDS = 300;
const SLICE_SECONDS = 900;
const BLOCK_MILLIS = 6 * 60 * 60 * 1000;
const START = Date.parse('2026-10-20T00:00:00Z');
const DAYS = 4;
const END = START + DAYS * DAY * 1000;

const objective = {
  name: 'objective-1',
  target: 0.95,
  timeSliceTarget: 0.9,
  timeSliceSeconds: SLICE_SECONDS,
};

const methods = fc.constantFrom<BudgetingMethod>(
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
);

const time = fc.integer({ min: START - BLOCK_MILLIS, max: END + BLOCK_MILLIS });

/** Four days of steps, a third of them gaps, some without events. */
const series: fc.Arbitrary<SloSample[]> = fc
  .array(
    fc.oneof(
      fc.constant(undefined),
      fc.constant([0, 0]),
      fc.tuple(fc.nat(20), fc.nat(20)).map(([good, bad]) => [good, good + bad]),
    ),
    { minLength: 200, maxLength: (DAYS * DAY) / STEP_SECONDS },
  )
  .map(steps =>
    steps.flatMap((step, index) =>
      step
        ? {
            at: START + index * STEP_SECONDS * 1000,
            good: step[0],
            total: step[1],
          }
        : [],
    ),
  );

const exclusions: fc.Arbitrary<SloExclusion[]> = fc.array(
  fc.record({
    from: time,
    to: time,
    adjustmentId: fc.constant('maintenance'),
  }),
  { maxLength: 5 },
);

const timeWindows: fc.Arbitrary<SloTimeWindow> = fc.constantFrom(
  { type: 'rolling', duration: { count: 2, unit: 'day' } },
  {
    type: 'calendar',
    duration: { count: 1, unit: 'week' },
    startTime: '2026-01-01T00:00:00',
    timeZone: 'Asia/Kathmandu',
  },
);

function isCounter(counter: ReturnType<typeof sampleCounter>): SloCounter {
  if (!('count' in counter)) {
    throw new Error(counter.message);
  }
  return counter;
}

function rawCounter(samples: SloSample[], method: BudgetingMethod): SloCounter {
  return isCounter(
    sampleCounter({ samples, stepSeconds: STEP_SECONDS, method, objective }),
  );
}

function blocked(samples: SloSample[], method: BudgetingMethod): SloCounter {
  const blocks = new Map<number, SloSample[]>();
  for (const sample of samples) {
    const from = Math.floor(sample.at / BLOCK_MILLIS) * BLOCK_MILLIS;
    blocks.set(from, [...(blocks.get(from) ?? []), sample]);
  }
  return isCounter(
    blockCounter({
      blocks: [...blocks].map(
        ([from, content]): SloBlock => ({
          from,
          to: from + BLOCK_MILLIS,
          sums: rawCounter(content, method).count(-Infinity, Infinity),
          newestAt: content[content.length - 1].at,
          samples: () => content,
        }),
      ),
      stepSeconds: STEP_SECONDS,
      method,
      objective,
    }),
  );
}

describe('counters', () => {
  it('of blocks count as those of samples do', () => {
    fc.assert(
      fc.property(series, methods, time, time, (samples, method, from, to) => {
        const expected = rawCounter(samples, method);
        const actual = blocked(samples, method);

        const counts = expected.count(from, to);
        expect(actual.count(from, to)).toEqual({
          ...counts,
          good: expect.closeTo(counts.good, 9),
        });
        expect(actual.knownUntil).toBe(expected.knownUntil);
      }),
    );
  });

  it('add up, wherever a stretch is cut', () => {
    fc.assert(
      fc.property(
        series,
        methods,
        fc.tuple(time, time, time),
        (samples, method, times) => {
          const [from, cut, to] = times.sort((a, b) => a - b);
          const { count } = blocked(samples, method);

          const whole = count(from, to);
          expect(addCounts([count(from, cut), count(cut, to)])).toEqual({
            ...whole,
            good: expect.closeTo(whole.good, 9),
          });
        },
      ),
    );
  });

  it('read the samples only of blocks that an edge cuts', () => {
    const read: number[] = [];
    const counter = isCounter(
      blockCounter({
        blocks: [0, 1, 2, 3].map(index => ({
          from: index * BLOCK_MILLIS,
          to: (index + 1) * BLOCK_MILLIS,
          sums: { good: 9, total: 10, coveredSeconds: 3000 },
          newestAt: (index + 0.5) * BLOCK_MILLIS,
          samples: () => {
            read.push(index);
            return [{ at: (index + 0.5) * BLOCK_MILLIS, good: 1, total: 1 }];
          },
        })),
        stepSeconds: STEP_SECONDS,
        method: 'Occurrences',
        objective,
      }),
    );

    // From within the first, after all that is known of the last.
    const edges = [0.2 * BLOCK_MILLIS, 3.9 * BLOCK_MILLIS] as const;
    expect(counter.count(...edges)).toMatchObject({ good: 1 + 3 * 9 });
    counter.count(...edges);
    expect(read).toEqual([0]);
  });
});

describe('statuses', () => {
  it('are the same from blocks', () => {
    fc.assert(
      fc.property(
        series,
        methods,
        timeWindows,
        exclusions,
        time,
        (samples, method, timeWindow, excluded, now) => {
          const spec = sloSpec(objective, {
            budgetingMethod: method,
            timeWindow,
          });
          const evaluate = (counter: SloCounter) =>
            evaluateSlo({
              spec,
              counterOf: () => counter,
              exclusions: excluded,
              now,
            });
          const rounded = (value: unknown) =>
            JSON.parse(
              JSON.stringify(value, (_, item) =>
                typeof item === 'number' ? Number(item.toFixed(9)) : item,
              ),
            );

          expect(rounded(evaluate(blocked(samples, method)))).toEqual(
            rounded(evaluate(rawCounter(samples, method))),
          );
        },
      ),
    );
  });

  it('don’t depend on what happened in excluded time, and come back without it', () => {
    fc.assert(
      fc.property(
        series,
        methods,
        timeWindows,
        exclusions,
        (samples, method, timeWindow, excluded) => {
          const spec = sloSpec(objective, {
            budgetingMethod: method,
            timeWindow,
          });
          const touched = (at: number) =>
            excluded.some(
              ({ from, to }) =>
                from < to && at < to && at + STEP_SECONDS * 1000 > from,
            );
          const otherwise = samples.map(sample =>
            touched(sample.at) ? { ...sample, good: 0, total: 99 } : sample,
          );
          const before = evaluateSamples(spec, samples, END);

          expect(
            evaluateSamples(spec, otherwise, END, { exclusions: excluded }),
          ).toEqual(
            evaluateSamples(spec, samples, END, { exclusions: excluded }),
          );
          expect(evaluateSamples(spec, samples, END)).toEqual(before);
        },
      ),
    );
  });

  it('keep within what can be', () => {
    fc.assert(
      fc.property(
        series,
        methods,
        timeWindows,
        exclusions,
        time,
        (samples, method, timeWindow, excluded, now) => {
          const status = evaluateSamples(
            sloSpec(objective, { budgetingMethod: method, timeWindow }),
            samples,
            now,
            { exclusions: excluded },
          );

          const { state, attainment = 1, target, budget } = status;
          const remaining = budget?.remaining ?? 0;
          expect({
            coverage: status.coverage >= 0 && status.coverage <= 1,
            bad: status.bad >= 0,
            sum: Math.abs(status.good + status.bad - status.total) < 1e-9,
            known: (budget === undefined) === (status.attainment === undefined),
            judged: state === 'no-data' || (state === 'fail') === remaining < 0,
            missed:
              method !== 'Occurrences' || attainment < target === remaining < 0,
            share: (budget?.remainingShare ?? 0) <= 1,
          }).toEqual({
            coverage: true,
            bad: true,
            sum: true,
            known: true,
            judged: true,
            missed: true,
            share: true,
          });
        },
      ),
    );
  });
});
