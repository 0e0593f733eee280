import {
  evaluateTable,
  enforcementLines,
  PUSHED_INDICATOR,
  readTable,
  verdictLines,
} from './__testUtils__/evaluationTable';
import { applicableDefinitions } from './applicableDefinitions';
import { nextChangeAt } from './nextChangeAt';

const PAY = 'component:default/pay';
const AVAILABILITY = `slo ${PAY} availability { objectives: [{ target: 0.999 }] }`;

function lines(...table: string[]): string[] {
  return verdictLines(table.join('\n'));
}

// Now is 2026-11-22T12:00Z.
describe('SLOs', () => {
  it.each<[string, string[], string[]]>([
    [
      'without a sample',
      [AVAILABILITY],
      [
        `slo:availability production {} no-data no-samples fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'within its objective',
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production pass attainment=0.9995`,
      ],
      [
        `slo:availability production {} pass 0.9995 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'overspent',
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production fail attainment=0.9985`,
      ],
      [
        `slo:availability production {} fail 0.9985 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with a source that is down',
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production no-data reason=source-down`,
      ],
      [
        `slo:availability production {} no-data source-down fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with slices left in a month that has only begun: attainment is no measure of its budget',
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production pass attainment=0.99`,
      ],
      [
        `slo:availability production {} pass 0.99 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'in another environment than what is known',
      [
        `slo ${PAY} availability { environment: staging, objectives: [{ target: 0.999 }] }`,
        `stands ${PAY}/slo/availability production pass attainment=0.9995`,
      ],
      [
        `slo:availability staging {} no-data no-samples fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with a tighter target further in',
      [
        'slo org availability { service: pay, objectives: [{ target: 0.99 }] }',
        AVAILABILITY,
        `stands ${PAY}/slo/availability production pass attainment=0.9995`,
      ],
      [
        `slo:availability production {} pass 0.9995 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with a looser target further in, measured as that one says',
      [
        'slo org availability { service: pay, objectives: [{ target: 0.9999 }] }',
        AVAILABILITY,
        `stands ${PAY}/slo/availability production fail target=0.9999 attainment=0.9995`,
      ],
      [
        'slo:availability production {} fail 0.9995 fail>=0.9999@org/slo/availability',
      ],
    ],
    [
      'measured before its target was tightened',
      [
        'slo org availability { service: pay, objectives: [{ target: 0.9999 }] }',
        AVAILABILITY,
        `stands ${PAY}/slo/availability production pass target=0.999 attainment=0.9995`,
      ],
      [
        'slo:availability production {} fail 0.9995 fail>=0.9999@org/slo/availability',
      ],
    ],
    [
      'measured before its target was loosened',
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production fail target=0.9999 attainment=0.9995`,
      ],
      [
        `slo:availability production {} pass 0.9995 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with objectives that stand for themselves',
      [
        `slo ${PAY} latency { objectives: [{ name: fast, target: 0.9 }, { name: bearable, target: 0.99 }] }`,
        `stands ${PAY}/slo/latency production fail objective=fast target=0.9 attainment=0.8`,
        `stands ${PAY}/slo/latency production pass objective=bearable target=0.99 attainment=0.995`,
      ],
      [
        `slo:latency:fast production {} fail 0.8 fail>=0.9@${PAY}/slo/latency`,
        `slo:latency:bearable production {} pass 0.995 fail>=0.99@${PAY}/slo/latency`,
      ],
    ],
    [
      // (3 × 0.99 + 1 × 0.95) / 4
      'that is a composite, with the weighted mean of its targets',
      [
        `slo ${PAY} journey { objectives: [{ target: 0.99, compositeWeight: 3, indicator: ${PUSHED_INDICATOR} }, { target: 0.95, indicator: ${PUSHED_INDICATOR} }] }`,
        `stands ${PAY}/slo/journey production pass target=0.98 attainment=0.985`,
      ],
      [`slo:journey production {} pass 0.985 fail>=0.98@${PAY}/slo/journey`],
    ],
    [
      'that an entity is exempt from',
      [
        'slo org availability { appliesTo: { tag: api }, exempt: [{ when: { lifecycle: experimental }, reason: Not yet. }], objectives: [{ target: 0.99 }] }',
        `entity ${PAY} tags=api lifecycle=experimental`,
      ],
      ['slo:availability production {} not-applicable exempt'],
    ],
    [
      'exempt from the organisation’s, but not from its own',
      [
        'slo org availability { appliesTo: { tag: api }, exempt: [{ when: { lifecycle: experimental }, reason: Not yet. }], objectives: [{ target: 0.9999 }] }',
        AVAILABILITY,
        `entity ${PAY} tags=api lifecycle=experimental`,
        `stands ${PAY}/slo/availability production pass attainment=0.9995`,
      ],
      [
        `slo:availability production {} pass 0.9995 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with evidence that a policy calls too old',
      [
        AVAILABILITY,
        'policy org fresh { rules: [{ slo: availability }], stages: [{ stage: notify }], evidence: { maxAge: 1h } }',
        `stands ${PAY}/slo/availability production pass attainment=0.9995 at=2026-11-22T10:55:00Z`,
      ],
      [
        `slo:availability production {} no-data too-old fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
    [
      'with evidence that a policy calls fresh',
      [
        AVAILABILITY,
        'policy org fresh { rules: [{ area: slos }], stages: [{ stage: notify }], evidence: { maxAge: 1h } }',
        `stands ${PAY}/slo/availability production pass attainment=0.9995 at=2026-11-22T11:05:00Z`,
      ],
      [
        `slo:availability production {} pass 0.9995 fail>=0.999@${PAY}/slo/availability`,
      ],
    ],
  ])('%s', (_, table, expected) => {
    expect(lines(...table)).toEqual(expected);
  });

  it.each([
    ['burns fast', 'severity=page', 'so fast that somebody should look'],
    ['burns faster than it should', 'severity=ticket', 'faster than it should'],
  ])('warns, with a reason, of a budget that %s', (_, severity, words) => {
    const [verdict] = evaluateTable(
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production warn attainment=0.9995 ${severity}`,
      ].join('\n'),
    ).verdicts;
    expect(verdict).toMatchObject({
      state: 'warn',
      value: 0.9995,
      reason: { code: 'burning', message: expect.stringContaining(words) },
    });
  });

  it('tells that an inner layer can’t loosen a target', () => {
    const [verdict] = evaluateTable(
      [
        'slo org availability { service: pay, objectives: [{ target: 0.9999 }] }',
        AVAILABILITY,
      ].join('\n'),
    ).verdicts;
    expect(
      verdict.story.map(({ definitionId, effect }) => [definitionId, effect]),
    ).toEqual([
      ['org/slo/availability', { fail: 'sets' }],
      [`${PAY}/slo/availability`, { fail: 'no-effect' }],
    ]);
  });

  it.each<[string, string, boolean]>([
    ['org', '{ service: pay }', true],
    ['org', '{ service: component:default/pay }', true],
    ['org', '{ service: cart }', false],
    ['org', '{}', false],
    ['org', '{ service: component:payments/pay }', false],
    ['org', '{ service: cart, appliesTo: { tag: api } }', true],
    ['org', '{ service: pay, appliesTo: { tag: web } }', false],
    ['system:default/checkout', '{ service: pay }', true],
    ['system:default/checkout', '{ service: cart }', false],
    ['system:default/checkout', '{}', true],
    ['system:default/search', '{ service: pay }', false],
    ['domain:default/shop', '{ service: pay }', true],
    ['component:default/pay', '{ service: whatever }', true],
    ['component:default/pay', '{}', true],
    ['component:default/shop', '{}', false],
    ['component:default/shop', '{ appliesTo: { tag: api } }', true],
  ])('of %s with %s: about pay %s', (layer, spec, expected) => {
    const { definitions, facts } = readTable(
      [
        `entity ${PAY} tags=api system=system:default/checkout domains=domain:default/shop partOf=component:default/shop`,
        `slo ${layer} availability { objectives: [{ target: 0.99 }], ${spec.slice(
          1,
        )}`,
      ].join('\n'),
    );
    expect(applicableDefinitions(definitions, facts.subject)).toHaveLength(
      expected ? 1 : 0,
    );
  });

  it.each<[string, string[], string[]]>([
    ['no policy', [], ['notify default']],
    [
      'a policy on it',
      [
        'policy org slos { rules: [{ slo: avail* }], stages: [{ stage: warn }] }',
      ],
      ['warn org/policy/slos', 'slos warn sets'],
    ],
    [
      'a policy on all SLOs that isn’t trusted yet',
      ["policy org slos { rules: [{ slo: '*' }], stages: [{ stage: block }] }"],
      ['warn org/policy/slos', 'slos block withheld'],
    ],
    [
      'a policy that is trusted',
      [
        'policy org slos { rules: [{ area: slos }], stages: [{ stage: block }] }',
        'trust org/policy/slos slo:availability',
      ],
      ['block org/policy/slos', 'slos block sets'],
    ],
    [
      'a policy on another',
      [
        'policy org slos { rules: [{ slo: latency }], stages: [{ stage: warn }] }',
      ],
      ['notify default'],
    ],
  ])('has a stage by %s', (_, table, expected) => {
    const [verdict] = evaluateTable(
      [AVAILABILITY, ...table].join('\n'),
    ).verdicts;
    expect(enforcementLines(verdict)).toEqual(expected);
  });

  it.each<[string, string, boolean | undefined]>([
    ['within the cap', '0.98', false],
    ['beyond the cap', '0.95', true],
  ])('is waived up to a cap on its attainment: %s', (_, value, exceeded) => {
    const [verdict] = evaluateTable(
      [
        AVAILABILITY,
        `stands ${PAY}/slo/availability production fail attainment=${value}`,
        'waiver w slo:availability production {} 2026-11-01 2026-12-01 cap>=0.97',
      ].join('\n'),
    ).verdicts;
    expect(verdict.waiver).toMatchObject({ id: 'w', exceeded });
  });

  it('may change when its newest sample becomes too old', () => {
    const { facts } = readTable(
      `stands ${PAY}/slo/availability production pass at=2026-11-22T11:30:00Z`,
    );
    const [verdict] = evaluateTable(
      [
        AVAILABILITY,
        'policy org fresh { rules: [{ area: slos }], stages: [{ stage: notify }], evidence: { maxAge: 1h } }',
        `stands ${PAY}/slo/availability production pass at=2026-11-22T11:30:00Z`,
      ].join('\n'),
    ).verdicts;
    expect(nextChangeAt(verdict, facts)).toBe('2026-11-22T12:30:00.000Z');
  });

  it.each<[string, string, string]>([
    ['{ slo: availability }', 'fail', 'fail not-within-limit'],
    ['{ slo: avail* }', 'pass', 'pass met'],
    ['{ slo: availability }', 'warn', 'warn not-within-limit'],
    ['{ slo: availability }', 'no-data', 'no-data not-measured'],
    ['{ slo: availability, expect: measured }', 'no-data', 'fail not-measured'],
    ['{ slo: availability, expect: exists }', 'fail', 'pass met'],
    ['{ slo: latency }', 'pass', 'no-data no-rule'],
    ['{ slo: latency, expect: exists }', 'pass', 'fail no-rule'],
    ['{ slo: availability, environment: staging }', 'pass', 'no-data no-rule'],
    ['{ metric: web.lcp, expect: exists }', 'pass', 'fail no-rule'],
  ])('a check of %s where it is %s', (condition, state, expected) => {
    const table = [
      AVAILABILITY,
      `check org slo { rationale: Why., fix: How., guide: slos, verdict: ${condition} }`,
      `stands ${PAY}/slo/availability production ${state} attainment=0.9995`,
    ];
    expect(lines(...table)[1]).toBe(`check:slo * {} ${expected}`);
  });

  it('counts in scorecards', () => {
    const { scorecards } = evaluateTable(
      [
        AVAILABILITY,
        `slo ${PAY} latency { objectives: [{ name: fast, target: 0.9 }, { name: bearable, target: 0.99 }] }`,
        'scorecard org baseline { levels: [{ name: bronze, rules: [{ slo: availability }] }, { name: gold, rules: [{ slo: latency, weight: 3 }, { slo: freshness }] }] }',
        `stands ${PAY}/slo/availability production pass attainment=0.9995`,
        `stands ${PAY}/slo/latency production pass objective=fast target=0.9 attainment=0.95`,
        `stands ${PAY}/slo/latency production fail objective=bearable target=0.99 attainment=0.95`,
      ].join('\n'),
    );
    expect(scorecards[0]).toMatchObject({
      level: { name: 'bronze' },
      score: 20,
      rules: [
        { ruleId: 'slo:availability', title: 'availability', state: 'pass' },
        {
          ruleId: 'slo:latency',
          state: 'fail',
          reason: 'It is 95 %; the limit is ≥ 99 %.',
        },
        {
          ruleId: 'slo:freshness',
          state: 'no-data',
          reason: 'No SLO named freshness applies.',
        },
      ],
    });
  });
});
