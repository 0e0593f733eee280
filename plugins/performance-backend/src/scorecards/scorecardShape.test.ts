import { ScorecardRuleResult } from '@perf-governance/plugin-performance-common';
import { isOfShape, joinRule, shapeOf, standingOf } from './scorecardShape';

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

describe('a result that is stored', () => {
  it('has a letter a rule, and gives back each rule as it was', () => {
    const shape = shapeOf(RESULT);
    const standing = standingOf(RESULT);
    expect(standing.states).toBe('pwfnaFNf');
    expect(standing.nextSteps).toEqual([7, 2]);
    expect(
      shape.rules.map((_, place) => joinRule(shape, standing, place)),
    ).toEqual(RULES);
  });

  it('shares its shape with results of other states and reasons', () => {
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
    expect(isOfShape(other, shapeOf(RESULT))).toBe(true);
    expect(shapeOf(other)).toEqual(shapeOf(RESULT));
  });

  it.each<[string, Partial<ScorecardRuleResult>]>([
    ['another id', { ruleId: 'check:z' }],
    ['another title', { title: 'Another' }],
    ['another level', { level: 'silver' }],
    ['another weight', { weight: 7 }],
    ['other advice', { fix: 'Write another one.' }],
    ['no guide', { guide: undefined }],
  ])('has a shape of its own where a rule has %s', (_, changed) => {
    const rules = RULES.map((one, place) =>
      place === 2 ? { ...one, ...changed } : one,
    );
    const other = { ...RESULT, rules };
    expect(isOfShape(other, shapeOf(RESULT))).toBe(false);
    expect(shapeOf(other)).not.toEqual(shapeOf(RESULT));
  });

  it.each([
    ['name', { name: 'other' }],
    ['title', { title: 'Other' }],
    ['levels', { levels: RESULT.levels.slice(1) }],
    [
      'titles of levels',
      { levels: RESULT.levels.map(({ name }) => ({ name, title: name })) },
    ],
    ['rules', { rules: RULES.slice(1) }],
  ])('has a shape of its own with other %s', (_, changed) => {
    expect(isOfShape({ ...RESULT, ...changed }, shapeOf(RESULT))).toBe(false);
  });
});
