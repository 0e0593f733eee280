import { ScorecardRuleResult } from '@perf-governance/plugin-performance-common';
import { joinRule, splitResult } from './scorecardShape';

const rule = (
  ruleId: string,
  level: string,
  rest: Partial<ScorecardRuleResult>,
): ScorecardRuleResult => ({
  ruleId,
  title: `Title of ${ruleId}`,
  level,
  weight: 1,
  state: 'pass',
  holds: true,
  waived: false,
  ...rest,
});

const RULES = [
  rule('check:a', 'bronze', {}),
  rule('check:b', 'bronze', { state: 'warn', reason: 'Nearly too slow.' }),
  rule('check:c', 'bronze', {
    state: 'fail',
    holds: false,
    fix: 'Write one.',
    guide: 'guidelines/runbooks',
    reason: 'There is none.',
    weight: 2.5,
  }),
  rule('check:d', 'silver', { state: 'no-data', holds: false }),
  rule('check:e', 'silver', { state: 'not-applicable' }),
  rule('check:f', 'silver', { state: 'fail', holds: false, waived: true }),
  rule('check:g', 'silver', { state: 'no-data', holds: false, waived: true }),
  // The same rule once more, on another level.
  rule('check:a', 'silver', { state: 'fail', holds: false }),
];

const RESULT = {
  definitionId: 'org/scorecard/baseline',
  name: 'baseline',
  title: 'Baseline',
  levels: [
    { name: 'bronze', title: 'Bronze' },
    { name: 'silver', title: 'Silver' },
  ],
  rules: RULES,
  nextSteps: [RULES[7], RULES[2]],
};

describe('splitResult', () => {
  it('writes a letter a rule, and gives back each rule as it was', () => {
    const { shape, standing } = splitResult(RESULT);
    expect(standing.states).toBe('pwfnaFNf');
    expect(standing.nextSteps).toEqual([7, 2]);
    expect(
      shape.rules.map((_, place) => joinRule(shape, standing, place)),
    ).toEqual(RULES);
  });

  it('gives results with other states and reasons the same shape', () => {
    const other = {
      ...RESULT,
      rules: RULES.map(one => ({
        ...one,
        state: 'pass' as const,
        holds: true,
        waived: false,
        reason: undefined,
      })),
      nextSteps: [],
    };
    expect(JSON.stringify(splitResult(other).shape)).toBe(
      JSON.stringify(splitResult(RESULT).shape),
    );
  });
});
