import {
  SloIndicator,
  SloObjective,
} from '@perf-governance/plugin-performance-common';
import { samplesOf } from './samplesOf';

const query = { source: 'main', query: 'q' };
const good: SloIndicator = {
  type: 'ratio',
  counter: true,
  good: query,
  total: query,
};
const bad: SloIndicator = {
  type: 'ratio',
  counter: true,
  bad: query,
  total: query,
};
const gauges: SloIndicator = { ...good, counter: false };
const success: SloIndicator = {
  type: 'raw-ratio',
  counter: false,
  raw: query,
  rawType: 'success',
};
const failure: SloIndicator = { ...success, rawType: 'failure' };
const latency: SloIndicator = { type: 'threshold', metric: query };

/** Values of steps from 0 on; undefined is a gap. */
function points(...values: (number | undefined)[]) {
  return values.flatMap((value, at) =>
    value === undefined ? [] : { at, value },
  );
}

describe('samplesOf', () => {
  it.each<
    [
      string,
      SloIndicator,
      (number | undefined)[][],
      ([good: number, total: number] | undefined)[],
      number,
    ]
  >([
    [
      'good of total',
      good,
      [
        [10, 10],
        [9, 10],
      ],
      [
        [9, 10],
        [10, 10],
      ],
      0,
    ],
    [
      'bad of total',
      bad,
      [
        [10, 10],
        [1, 0],
      ],
      [
        [9, 10],
        [10, 10],
      ],
      0,
    ],
    [
      'a gap of the total',
      good,
      [
        [undefined, 10],
        [9, 9],
      ],
      [undefined, [9, 10]],
      0,
    ],
    [
      'no counter of bad ones, which is none of them',
      bad,
      [
        [10, 10],
        [undefined, 2],
      ],
      [
        [10, 10],
        [8, 10],
      ],
      0,
    ],
    [
      'no counter of good ones, which is none of them',
      good,
      [
        [10, 10],
        [undefined, 2],
      ],
      [
        [0, 10],
        [2, 10],
      ],
      0,
    ],
    [
      'no gauge of good ones, which is a gap',
      gauges,
      [
        [10, 10],
        [undefined, 2],
      ],
      [undefined, [2, 10]],
      0,
    ],
    ['no events at all', good, [[0], [0]], [[0, 0]], 0],
    [
      'more good ones than there are, by extrapolation',
      good,
      [[10], [10.01]],
      [[10, 10]],
      0,
    ],
    ['more bad ones than there are', bad, [[10], [10.01]], [[0, 10]], 0],
    [
      'negative numbers',
      good,
      [
        [-1, 10],
        [1, -1],
      ],
      [undefined, undefined],
      2,
    ],
    ['negative bad ones', bad, [[10], [-1]], [undefined], 1],
    [
      'a ratio of successes',
      success,
      [[0.99, 1]],
      [
        [0.99, 1],
        [1, 1],
      ],
      0,
    ],
    [
      'a ratio of failures',
      failure,
      [[0.25, 1]],
      [
        [0.75, 1],
        [0, 1],
      ],
      0,
    ],
    ['ratios that are none', success, [[1.5, -0.1]], [undefined, undefined], 2],
    [
      'failures that are no ratio',
      failure,
      [[1.5, -0.1]],
      [undefined, undefined],
      2,
    ],
    [
      'values by a threshold',
      latency,
      [[0.2, 0.3, 0.4]],
      [
        [1, 1],
        [1, 1],
        [0, 1],
      ],
      0,
    ],
  ])('makes samples of %s', (_, indicator, answers, expected, impossible) => {
    expect(
      samplesOf(
        indicator,
        { operator: 'lte', value: 0.3 },
        answers.map(values => points(...values)),
      ),
    ).toEqual({
      samples: expected.flatMap((sample, at) =>
        sample ? { at, good: sample[0], total: sample[1] } : [],
      ),
      impossible,
    });
  });

  it.each<[NonNullable<SloObjective['threshold']>['operator'], number[]]>([
    ['lt', [1, 0, 0]],
    ['lte', [1, 1, 0]],
    ['gt', [0, 0, 1]],
    ['gte', [0, 1, 1]],
  ])('compares by %s', (operator, expected) => {
    const { samples } = samplesOf(latency, { operator, value: 2 }, [
      points(1, 2, 3),
    ]);
    expect(samples.map(sample => sample.good)).toEqual(expected);
  });
});
