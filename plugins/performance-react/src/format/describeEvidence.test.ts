import { describeEvidence } from './describeEvidence';

describe('describeEvidence', () => {
  it.each([
    [
      'p95',
      { quantileMethod: 'exact', samples: 9812, tool: 'k6' },
      'The p95 is exact (nearest rank) over 9,812 values.',
    ],
    [
      'p99',
      { quantileMethod: 'ddsketch', samples: 48_213, tool: 'k6' },
      'The p99 comes from a DDSketch over 48,213 values; it is within 1 % of the true value.',
    ],
    [
      'p90',
      { quantileMethod: 'reported', tool: 'jmeter' },
      'The p90 is the one JMeter printed; it can’t be recomputed.',
    ],
    [
      'ratio',
      { quantileMethod: 'none', samples: 1, tool: 'lighthouse' },
      'The ratio over 1 value, from a Lighthouse report.',
    ],
  ] as const)(
    'tells how a %s was computed',
    (statistic, evidence, sentence) => {
      expect(describeEvidence(statistic, evidence)).toBe(sentence);
    },
  );
});
