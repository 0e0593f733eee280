import { evaluateTable } from './__testUtils__/evaluationTable';

const CHECKS = ['a', 'b', 'c', 'd'].map(
  name =>
    `check org ${name} { rationale: Why., fix: Fix ${name}., guide: guidelines/${name}, external: {} }`,
);
const SCORECARD =
  'scorecard org base { levels: [{ name: bronze, rules: [{ check: a, weight: 2 }, { check: b }] }, { name: silver, title: Sterling, rules: [{ check: c, weight: 3 }, { check: d, weight: 4 }] }] }';

function scored(lines: string[], scorecard = SCORECARD) {
  const { scorecards } = evaluateTable(
    [...CHECKS, scorecard, ...lines].join('\n'),
  );
  return scorecards[0];
}

const pushed = (states: Record<string, string>) =>
  Object.entries(states).map(
    ([name, state]) => `pushed ${name} ${state} 2026-11-20`,
  );

describe('scorecards', () => {
  it.each<
    [
      string,
      Record<string, string>,
      { level?: string; next?: string; score?: number; steps: string },
    ]
  >([
    // Weights are 2, 1, 3 and 4: 10 in all.
    [
      'everything holds',
      { a: 'pass', b: 'pass', c: 'pass', d: 'pass' },
      { level: 'silver', score: 100, steps: '' },
    ],
    [
      'a warning holds',
      { a: 'warn', b: 'pass', c: 'pass', d: 'warn' },
      { level: 'silver', score: 100, steps: '' },
    ],
    [
      'the higher level alone doesn’t',
      { a: 'pass', b: 'pass', c: 'fail', d: 'pass' },
      { level: 'bronze', next: 'silver', score: 70, steps: 'c' },
    ],
    [
      'the heaviest is the first step',
      { a: 'pass', b: 'pass', c: 'fail', d: 'no-data' },
      { level: 'bronze', next: 'silver', score: 30, steps: 'd c' },
    ],
    [
      'a level without the one below it isn’t reached',
      { a: 'fail', b: 'pass', c: 'pass', d: 'pass' },
      { next: 'bronze', score: 80, steps: 'a' },
    ],
    [
      'what doesn’t apply counts for a level, not for the score',
      { a: 'not-applicable', b: 'pass', c: 'fail', d: 'pass' },
      // (1 + 4) of (1 + 3 + 4)
      { level: 'bronze', next: 'silver', score: 62.5, steps: 'c' },
    ],
    [
      'nothing applies',
      {
        a: 'not-applicable',
        b: 'not-applicable',
        c: 'not-applicable',
        d: 'not-applicable',
      },
      { level: 'silver', steps: '' },
    ],
    ['nothing is known', {}, { next: 'bronze', score: 0, steps: 'a b' }],
  ])('%s', (_, states, expected) => {
    const result = scored(pushed(states));
    expect({
      level: result.level?.name,
      next: result.nextLevel?.name,
      score: result.score,
      steps: result.nextSteps
        .map(({ ruleId }) => ruleId.replace('check:', ''))
        .join(' '),
    }).toEqual({
      level: undefined,
      next: undefined,
      score: undefined,
      ...expected,
    });
  });

  it('counts levels from 0 and names them', () => {
    const result = scored(
      pushed({ a: 'pass', b: 'pass', c: 'fail', d: 'pass' }),
    );
    expect(result).toMatchObject({
      definitionId: 'org/scorecard/base',
      name: 'base',
      title: 'base',
      level: { name: 'bronze', title: 'Bronze', rank: 0 },
      nextLevel: { name: 'silver', title: 'Sterling', rank: 1 },
      levels: [
        { name: 'bronze', title: 'Bronze' },
        { name: 'silver', title: 'Sterling' },
      ],
    });
    expect(result.rules[2]).toEqual({
      ruleId: 'check:c',
      title: 'c',
      level: 'silver',
      weight: 3,
      state: 'fail',
      holds: false,
      waived: false,
      reason: 'It was reported as fail.',
      fix: 'Fix c.',
      guide: 'guidelines/c',
    });
  });

  it('scores a waived failure as a failure', () => {
    const result = scored([
      ...pushed({ a: 'fail', b: 'pass', c: 'pass', d: 'pass' }),
      'waiver w check:a * {} 2026-11-01 2026-12-01',
    ]);
    expect(result.level).toBeUndefined();
    expect(result.nextSteps).toMatchObject([
      { ruleId: 'check:a', holds: false, waived: true },
    ]);
  });

  it('says why an entity is exempt', () => {
    const result = scored(
      [],
      SCORECARD.replace(
        '{ levels',
        '{ exempt: [{ when: { system: checkout }, reason: Being retired. }], levels',
      ),
    );
    expect(result).toEqual({
      definitionId: 'org/scorecard/base',
      name: 'base',
      title: 'base',
      levels: [
        { name: 'bronze', title: 'Bronze' },
        { name: 'silver', title: 'Sterling' },
      ],
      exempt: 'Being retired.',
      rules: [],
      nextSteps: [],
    });
  });

  describe('of budgets', () => {
    const BUDGETS = [
      'budget org latency { metric: http.request.duration, statistic: p95, environment: [production, staging], limits: { fail: <= 300 ms } }',
      'budget org tail { metric: http.request.duration, statistic: p99, environment: production, limits: { fail: <= 900 ms } }',
      'run r1 production 2026-11-20T10:00:00Z',
      '  http.request.duration{} count=100 p95=250 p99=1000',
    ];
    const rule = (budget: string) =>
      scored(
        BUDGETS,
        `scorecard org base { levels: [{ name: bronze, rules: [{ budget: { ${budget} } }] }] }`,
      ).rules[0];

    it.each<[string, Record<string, unknown>]>([
      [
        'metric: http.request.duration, statistic: p95, environment: production',
        {
          ruleId: 'budget:http.request.duration:p95',
          title: 'latency',
          state: 'pass',
          holds: true,
        },
      ],
      // The worst of production and staging, where nothing was measured.
      [
        'metric: http.request.duration, statistic: p95',
        {
          state: 'no-data',
          holds: false,
          reason: 'No run from the environment staging has been uploaded yet.',
        },
      ],
      [
        'metric: http.*',
        {
          ruleId: 'budget:http.*:*',
          title: 'http.*',
          state: 'fail',
          holds: false,
          reason: 'It is 1 s; the limit is ≤ 900 ms.',
        },
      ],
      [
        'metric: web.lcp, statistic: p75',
        {
          title: 'Largest Contentful Paint p75',
          state: 'no-data',
          reason: 'No budget on Largest Contentful Paint p75 applies.',
        },
      ],
    ])('%s', (budget, expected) => {
      expect(rule(budget)).toMatchObject(expected);
    });
  });

  it('has no result for a check that doesn’t apply here', () => {
    const result = scored(
      [],
      'scorecard org base { levels: [{ name: bronze, rules: [{ check: elsewhere }] }] }',
    );
    expect(result.rules).toMatchObject([
      {
        title: 'elsewhere',
        state: 'no-data',
        reason: 'No check named elsewhere applies.',
      },
    ]);
  });
});
