import { Verdict } from '../model';
import {
  enforcementLines,
  evaluateTable,
  readTable,
  verdictLines,
} from './__testUtils__/evaluationTable';
import { describeLimitStory } from './describeLimitStory';
import { evaluate } from './evaluate';

/** The default entity is component:default/pay of system:default/checkout in domain:default/shop. */
const BUDGET = {
  org: 'budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms } }',
  system:
    'budget system:default/checkout latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms } }',
  component:
    'budget component:default/pay latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms } }',
};
const RUN = `
  run r1 production 2026-11-20T10:00:00Z
    http.request.duration{} count=100 p95=412
`;
const RULE = 'budget:http.request.duration:p95';
const CHECK =
  'check org on-call { rationale: Why., fix: How., guide: guidelines/on-call, external: {} }';

function policy(
  place: string,
  name: string,
  stages: string,
  more = '',
): string {
  return `policy ${place} ${name} { rules: [{ area: latency }], stages: [${stages}]${more} }`;
}

function enforced(...lines: string[]): string[] {
  const { verdicts } = evaluateTable([...lines, RUN].join('\n'));
  return enforcementLines(verdicts[0]);
}

// Now is 2026-11-22T12:00Z.
describe('enforcement', () => {
  it.each<[string, string[], string[]]>([
    ['a budget that no policy is about', [], ['block default']],
    [
      'an outer policy that softens the default',
      [policy('org', 'soft', '{ stage: warn }')],
      ['warn org/policy/soft', 'soft warn sets'],
    ],
    [
      'block without trust',
      [policy('org', 'hard', '{ stage: block }')],
      ['warn org/policy/hard', 'hard block withheld'],
    ],
    [
      'block with trust',
      [
        policy('org', 'hard', '{ stage: block }'),
        `trust org/policy/hard ${RULE}`,
      ],
      ['block org/policy/hard', 'hard block sets'],
    ],
    [
      'trust in a policy by any rule',
      [policy('org', 'hard', '{ stage: block }'), 'trust org/policy/hard'],
      ['block org/policy/hard', 'hard block sets'],
    ],
    [
      'trust in another rule',
      [
        policy('org', 'hard', '{ stage: block }'),
        'trust org/policy/hard budget:web.lcp:p75',
      ],
      ['warn org/policy/hard', 'hard block withheld'],
    ],
    [
      'the strongest of several outer policies',
      [
        policy('org', 'a', '{ stage: notify }'),
        policy('org', 'b', '{ stage: warn }'),
        policy('org', 'c', '{ stage: observe }'),
      ],
      [
        'warn org/policy/b',
        'a notify overruled',
        'b warn sets',
        'c observe overruled',
      ],
    ],
    [
      'an inner policy that raises what the outer one asks for',
      [
        policy('org', 'all', '{ stage: notify }'),
        policy('domain:default/shop', 'shop', '{ stage: observe }'),
        policy('system:default/checkout', 'ours', '{ stage: warn }'),
      ],
      [
        'warn system:default/checkout/policy/ours',
        'all notify overruled',
        'shop observe no-effect',
        'ours warn sets',
      ],
    ],
    [
      'an inner policy that would loosen',
      [
        policy('org', 'all', '{ stage: warn }'),
        policy('component:default/pay', 'ours', '{ stage: observe }'),
      ],
      ['warn org/policy/all', 'all warn sets', 'ours observe no-effect'],
    ],
    [
      'an inner policy that would loosen the default',
      [policy('component:default/pay', 'ours', '{ stage: observe }')],
      ['block default', 'ours observe no-effect'],
    ],
    [
      'an inner policy that asks for the same',
      [
        policy('org', 'all', '{ stage: warn }'),
        policy('component:default/pay', 'ours', '{ stage: warn }'),
      ],
      ['warn org/policy/all', 'all warn sets', 'ours warn overruled'],
    ],
    [
      'a withheld block among stronger ones',
      [
        policy('org', 'all', '{ stage: warn }'),
        policy('component:default/pay', 'ours', '{ stage: block }'),
      ],
      ['warn org/policy/all', 'all warn sets', 'ours block withheld'],
    ],
    [
      'a policy about something else',
      [
        'policy org web { rules: [{ area: web-vitals }, { budget: { metric: http.request.failed } }], stages: [{ stage: warn }] }',
      ],
      ['block default'],
    ],
    [
      'a policy about another environment',
      [
        'policy org staging { rules: [{ budget: { metric: http.*, environment: staging } }], stages: [{ stage: warn }] }',
      ],
      ['block default'],
    ],
    [
      'a policy about this environment among others',
      [
        'policy org here { rules: [{ budget: { metric: http.*, environment: [staging, production] } }], stages: [{ stage: warn }] }',
      ],
      ['warn org/policy/here', 'here warn sets'],
    ],
    [
      'a policy for other entities',
      [
        'policy org others { appliesTo: { tag: tier-1 }, rules: [{ area: latency }], stages: [{ stage: warn }] }',
      ],
      ['block default'],
    ],
  ])('resolves %s', (_, lines, expected) => {
    expect(enforced(BUDGET.org, ...lines)).toEqual(expected);
  });

  it.each<[string, keyof typeof BUDGET, string, string]>([
    // A policy may soften a budget only from its layer or further out.
    ['its own layer', 'system', 'system:default/checkout', 'warn'],
    ['further out', 'system', 'domain:default/shop', 'warn'],
    ['further in', 'system', 'component:default/pay', 'block'],
    ['the component itself', 'component', 'component:default/pay', 'warn'],
  ])(
    'lets a policy soften a budget from %s or not',
    (_, budget, place, stage) => {
      const [line] = enforced(
        BUDGET[budget],
        policy(place, 'soft', '{ stage: warn }'),
      );
      expect(line.split(' ')[0]).toBe(stage);
    },
  );

  it('goes by the outermost of the definitions that make a rule', () => {
    expect(
      enforced(
        BUDGET.org,
        BUDGET.component,
        policy('component:default/pay', 'soft', '{ stage: warn }'),
      )[0],
    ).toBe('block default');
  });

  describe('over time', () => {
    const STAGES =
      '{ stage: observe }, { stage: warn, from: 2026-12-01 }, { stage: block, from: 2027-03-01 }';

    it.each<[string, string[]]>([
      [
        '2026-11-22T12:00:00Z',
        [
          'observe org/policy/p then warn 2026-12-01',
          'p observe sets then warn 2026-12-01',
        ],
      ],
      // 00:00 UTC of the day itself is the first instant of the stage.
      [
        '2026-11-30T23:59:59Z',
        [
          'observe org/policy/p then warn 2026-12-01',
          'p observe sets then warn 2026-12-01',
        ],
      ],
      [
        '2026-12-01T00:00:00Z',
        [
          'warn org/policy/p then block 2027-03-01',
          'p warn sets then block 2027-03-01',
        ],
      ],
      ['2027-03-01T00:00:00Z', ['block org/policy/p', 'p block sets']],
    ])('is at %s', (now, expected) => {
      expect(
        enforced(
          `now ${now}`,
          BUDGET.org,
          policy('org', 'p', STAGES),
          `trust org/policy/p ${RULE}`,
        ),
      ).toEqual(expected);
    });

    it.each<[string, string, string[]]>([
      [
        'that announces block counts as observe before',
        '{ stage: block, from: 2027-03-01 }',
        [
          'observe org/policy/p then block 2027-03-01',
          'p observe sets then block 2027-03-01',
        ],
      ],
      [
        'that announces anything else has no effect before',
        '{ stage: warn, from: 2027-03-01 }',
        [
          'block default then warn 2027-03-01',
          'p - not-yet then warn 2027-03-01',
        ],
      ],
    ])('a policy %s', (_, stages, expected) => {
      expect(
        enforced(
          BUDGET.org,
          policy('org', 'p', stages),
          `trust org/policy/p ${RULE}`,
        ),
      ).toEqual(expected);
    });

    it.each<[string, string, string[]]>([
      // Trust may come until then, and people are told in time.
      [
        'announces a block that it isn’t trusted for yet',
        '{ stage: warn }, { stage: block, from: 2027-03-01 }',
        [
          'warn org/policy/p then block 2027-03-01',
          'p warn sets then block 2027-03-01',
        ],
      ],
      [
        'announces nothing once its block is withheld',
        '{ stage: warn }, { stage: block, from: 2026-03-01 }',
        ['warn org/policy/p', 'p block withheld'],
      ],
    ])('%s', (_, stages, expected) => {
      expect(enforced(BUDGET.org, policy('org', 'p', stages))).toEqual(
        expected,
      );
    });

    it.each<[string, string, string, string[]]>([
      [
        'that is trusted only after its date',
        '{ stage: warn }, { stage: block, from: 2027-03-01 }',
        '2027-03-10',
        [
          'warn org/policy/p then block 2027-03-10',
          'p warn sets then block 2027-03-01',
        ],
      ],
      [
        'that is trusted before its date',
        '{ stage: warn }, { stage: block, from: 2027-03-01 }',
        '2027-02-10',
        [
          'warn org/policy/p then block 2027-03-01',
          'p warn sets then block 2027-03-01',
        ],
      ],
      [
        'that is withheld and will be trusted',
        '{ stage: warn }, { stage: block, from: 2026-03-01 }',
        '2026-12-01',
        ['warn org/policy/p then block 2026-12-01', 'p block withheld'],
      ],
      [
        'that is trusted since then',
        '{ stage: warn }, { stage: block, from: 2026-03-01 }',
        '2026-11-01',
        ['block org/policy/p', 'p block sets'],
      ],
    ])('announces a block %s', (_, stages, from, expected) => {
      expect(
        enforced(
          BUDGET.org,
          policy('org', 'p', stages),
          `trust org/policy/p ${RULE} ${from}`,
        ),
      ).toEqual(expected);
    });

    it('announces a change that an inner policy brings', () => {
      expect(
        enforced(
          BUDGET.org,
          policy('org', 'all', '{ stage: notify }'),
          policy(
            'component:default/pay',
            'ours',
            '{ stage: observe }, { stage: warn, from: 2027-01-01 }',
          ),
        ),
      ).toEqual([
        'notify org/policy/all then warn 2027-01-01',
        'all notify sets',
        'ours observe no-effect then warn 2027-01-01',
      ]);
    });
  });

  describe('for parts of the catalog', () => {
    const STAGES =
      '{ stage: notify }, { stage: warn, from: 2026-01-01, for: { lifecycle: production } }, { stage: observe, from: 2026-06-01, for: { tag: legacy } }';
    const entity = (fields: string) =>
      `entity component:default/pay system=system:default/checkout ${fields}`;

    it.each<[string, string, string]>([
      ['neither', 'lifecycle=experimental', 'notify'],
      ['one', 'lifecycle=production', 'warn'],
      // Both are about it; the one with the latest date counts.
      ['both', 'lifecycle=production tags=legacy', 'observe'],
    ])(
      'takes the latest of the stages about an entity in %s',
      (_, fields, stage) => {
        expect(
          enforced(entity(fields), BUDGET.org, policy('org', 'p', STAGES))[0],
        ).toBe(`${stage} org/policy/p`);
      },
    );

    it('leaves out a policy none of whose stages is about the entity', () => {
      expect(
        enforced(
          entity('lifecycle=experimental'),
          BUDGET.org,
          policy('org', 'p', '{ stage: warn, for: { lifecycle: production } }'),
        ),
      ).toEqual(['block default']);
    });
  });

  describe('of evidence', () => {
    it.each<[string, string[], boolean]>([
      ['no policy', [], true],
      [
        'an outer policy that doesn’t need it',
        [
          policy(
            'org',
            'a',
            '{ stage: warn }',
            ', evidence: { required: false }',
          ),
        ],
        false,
      ],
      [
        'another that does',
        [
          policy(
            'org',
            'a',
            '{ stage: warn }',
            ', evidence: { required: false }',
          ),
          policy(
            'org',
            'b',
            '{ stage: warn }',
            ', evidence: { required: true }',
          ),
        ],
        true,
      ],
      [
        'an inner policy that doesn’t need it',
        [
          policy(
            'component:default/pay',
            'a',
            '{ stage: warn }',
            ', evidence: { required: false }',
          ),
        ],
        true,
      ],
      [
        'one that isn’t in effect yet',
        [
          policy(
            'org',
            'a',
            '{ stage: warn, from: 2027-01-01 }',
            ', evidence: { required: false }',
          ),
        ],
        true,
      ],
    ])('is required or not by %s', (_, lines, required) => {
      const { verdicts } = evaluateTable(
        [BUDGET.org, ...lines, RUN].join('\n'),
      );
      expect(verdicts[0].enforcement.requireEvidence).toBe(required);
    });
  });

  describe('of checks', () => {
    it('observes them unless a policy says otherwise', () => {
      const of = (...lines: string[]) =>
        enforcementLines(
          evaluateTable([CHECK, ...lines].join('\n')).verdicts[0],
        );
      expect(of()).toEqual(['observe default']);
      expect(
        of(
          "policy org p { rules: [{ check: '*' }], stages: [{ stage: block }] }",
          'trust org/policy/p check:on-call',
        ),
      ).toEqual(['block org/policy/p', 'p block sets']);
      expect(
        of(
          'policy org p { rules: [{ check: off-call }], stages: [{ stage: warn }] }',
        ),
      ).toEqual(['observe default']);
      // Any layer may raise what is only observed.
      expect(
        of(
          'policy component:default/pay p { rules: [{ area: practices }], stages: [{ stage: warn }] }',
        ),
      ).toEqual(['warn component:default/pay/policy/p', 'p warn sets']);
    });

    it('reaches the rules of a scorecard that holds for the entity', () => {
      const lines = (appliesTo: string) =>
        [
          CHECK,
          BUDGET.org,
          `scorecard org base { ${appliesTo}levels: [{ name: bronze, rules: [{ check: on-call }] }, { name: silver, rules: [{ budget: { metric: http.request.duration } }] }] }`,
          'policy org p { rules: [{ scorecard: base }], stages: [{ stage: warn }] }',
        ].join('\n');
      const stages = (verdicts: Verdict[]) =>
        verdicts.map(({ enforcement }) => enforcement.stage);
      expect(stages(evaluateTable(lines('')).verdicts)).toEqual([
        'warn',
        'warn',
      ]);
      expect(
        stages(evaluateTable(lines('appliesTo: { tag: web }, ')).verdicts),
      ).toEqual(['block', 'observe']);
    });
  });

  describe('of limits', () => {
    it.each<[string, string[], string]>([
      // The run of r1 ended 2026-11-20T10:30Z, two days and 90 minutes ago.
      [
        'a policy that wants fresher evidence',
        ['{ maxAge: 1d }'],
        'no-data too-old',
      ],
      ['a policy that doesn’t mind', ['{ maxAge: 3d }'], 'fail 412'],
      [
        'the tightest of two',
        ['{ maxAge: 3d }', '{ maxAge: 2d }'],
        'no-data too-old',
      ],
    ])('tightens evidence age by %s', (_, ages, expected) => {
      const [line] = verdictLines(
        [
          BUDGET.org,
          ...ages.map((age, index) =>
            policy('org', `p${index}`, '{ stage: warn }', `, evidence: ${age}`),
          ),
          RUN,
        ].join('\n'),
      );
      expect(line).toContain(` {} ${expected} `);
    });

    it('tells which policy set the age', () => {
      const { verdicts } = evaluateTable(
        [
          'budget org latency { metric: http.request.duration, statistic: p95, environment: production, limits: { fail: <= 300 ms }, maxAge: 7d }',
          policy(
            'org',
            'api',
            '{ stage: warn }',
            ', evidence: { maxAge: 30d }',
          ),
          policy(
            'system:default/checkout',
            'strict',
            '{ stage: warn }',
            ', evidence: { maxAge: 3d }',
          ),
          // What fails lasts as long as the outermost layer lets it.
          RUN.replace('p95=412', 'p95=200'),
        ].join('\n'),
      );
      expect(verdicts[0].limit.maxAgeSeconds).toEqual({
        value: 3 * 86_400,
        definitionId: 'system:default/checkout/policy/strict',
        layer: { kind: 'system', entityRef: 'system:default/checkout' },
      });
      expect(
        verdicts[0].story.map(({ name, effect }) => [
          name,
          effect.maxAgeSeconds,
        ]),
      ).toEqual([
        ['latency', 'overruled'],
        ['api', 'overruled'],
        ['strict', 'sets'],
      ]);
      // The budget still gives the verdict its name.
      expect(verdicts[0].definitionName).toBe('latency');
    });

    const RATCHET = policy(
      'org',
      'keep',
      '{ stage: warn }',
      ', ratchet: { tolerance: 5 % }',
    );
    const THROUGHPUT =
      'budget org rate { metric: http.request.rate, statistic: rate, environment: production, limits: { fail: ">= 50/s" } }';

    it.each<[string, string[], string]>([
      // 200 ms × 1.05 = 210 ms is tighter than 300 ms.
      [
        'a ratchet that is tighter',
        [`ratchet ${RULE} production {} 200`],
        'fail 412 fail<=210@org/policy/keep',
      ],
      // 400 ms × 1.05 = 420 ms is looser than 300 ms, and loosening needs a waiver.
      [
        'a ratchet that is looser',
        [`ratchet ${RULE} production {} 400`],
        'fail 412 fail<=300@org/latency',
      ],
      [
        'a ratchet of another environment',
        [`ratchet ${RULE} staging {} 200`],
        'fail 412 fail<=300@org/latency',
      ],
    ])('holds on to %s', (_, lines, expected) => {
      const [line] = verdictLines(
        [BUDGET.org, RATCHET, ...lines, RUN].join('\n'),
      );
      expect(line).toBe(`http.request.duration:p95 production {} ${expected}`);
    });

    it('tells what a ratchet holds on to', () => {
      const [{ story, statistic }] = evaluateTable(
        [BUDGET.org, RATCHET, `ratchet ${RULE} production {} 200`, RUN].join(
          '\n',
        ),
      ).verdicts.flatMap(verdict => (verdict.kind === 'budget' ? verdict : []));
      expect(describeLimitStory({ story, statistic })[0]).toBe(
        'p95 ≤ 210 ms, set by org (keep): at most 5 % worse than 200 ms, the best median of five runs in a row; org (latency) asks for ≤ 300 ms, which is looser',
      );
      expect(story.map(({ name, ratchet }) => [name, ratchet])).toEqual([
        ['latency', undefined],
        ['keep', { best: 200, tolerance: 0.05 }],
      ]);
    });

    it('holds on to the other side where more is better', () => {
      const [line] = verdictLines(`
        ${THROUGHPUT}
        ${RATCHET.replace('area: latency', 'area: throughput')}
        ratchet budget:http.request.rate:rate production {} 100
        run r1 production 2026-11-20T10:00:00Z
          http.request.rate{} count=1000 mean=90
      `);
      // 100/s less 5 % is 95/s, and 90/s is less.
      expect(line).toBe(
        'http.request.rate:rate production {} fail 90 fail>=95@org/policy/keep',
      );
    });
  });

  it('gives verdicts of the same rule the same objects', () => {
    const { verdicts } = evaluateTable(`
      budget org latency { metric: http.request.duration, statistic: p95, per: [endpoint], environment: production, limits: { fail: <= 300 ms } }
      ${policy('org', 'p', '{ stage: warn }', ', evidence: { maxAge: 30d }')}
      run r1 production 2026-11-20T10:00:00Z
        http.request.duration{endpoint=a} count=100 p95=412
        http.request.duration{endpoint=b} count=100 p95=212
    `);
    const [a, b] = verdicts;
    expect(verdicts).toHaveLength(2);
    expect(a.limit).toBe(b.limit);
    expect(a.story).toBe(b.story);
    expect(a.enforcement).toBe(b.enforcement);
    expect(Object.isFrozen(a.enforcement)).toBe(true);
  });

  it('gives entities that are governed alike the same objects', () => {
    const { definitions, facts } = readTable(
      [BUDGET.org, policy('org', 'p', '{ stage: warn }'), RUN].join('\n'),
    );
    const verdictOf = (entityRef: string) =>
      evaluate({
        definitions,
        facts: { ...facts, subject: { ...facts.subject, entityRef } },
      }).verdicts[0];
    const pay = verdictOf('component:default/pay');
    const cart = verdictOf('component:default/cart');
    expect(cart.subject.entityRef).toBe('component:default/cart');
    expect(cart.limit).toBe(pay.limit);
    expect(cart.story).toBe(pay.story);
    expect(cart.enforcement).toBe(pay.enforcement);
  });
});
