import { parseDefinitions } from './parseDefinitions';

function parse(kind: string, spec: string, name = 'one') {
  return parseDefinitions(
    [
      'apiVersion: performance-governance.io/v1',
      `kind: ${kind}`,
      `metadata: { name: ${name} }`,
      'spec:',
      ...spec.split('\n').map(line => `  ${line}`),
      '',
    ].join('\n'),
    {
      file: 'governance.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'governance.yaml' },
    },
  );
}

/** The spec of the one definition, which has no problem. */
function specOf(kind: string, spec: string): unknown {
  const { definitions, problems } = parse(kind, spec);
  expect(problems).toEqual([]);
  return definitions[0].spec;
}

/** `line:column severity rule: message`; the spec begins in line 5, column 3. */
function problemsOf(kind: string, spec: string): string[] {
  return parse(kind, spec).problems.map(
    ({ line, column, severity, rule, message }) =>
      `${line}:${column} ${severity} ${rule}: ${message}`,
  );
}

const WORDS = 'rationale: Why.\nfix: How.\nguide: guidelines/load-testing';
const DAY = 86_400;

describe('a Check', () => {
  it('has an id of its kind', () => {
    const [definition] = parse('Check', `${WORDS}\nexternal: {}`).definitions;
    expect(definition).toMatchObject({
      id: 'org/check/one',
      kind: 'Check',
      spec: {
        area: 'practices',
        rationale: 'Why.',
        fix: 'How.',
        guide: 'guidelines/load-testing',
      },
    });
  });

  it.each<[string, unknown]>([
    [
      'verdict: { metric: web.*, statistic: p75, area: web-vitals, environment: production, expect: measured }',
      {
        type: 'verdict',
        verdict: {
          metric: 'web.*',
          statistic: 'p75',
          area: 'web-vitals',
          environments: ['production'],
          expect: 'measured',
        },
      },
    ],
    ['verdict: {}', { type: 'verdict', verdict: { expect: 'passing' } }],
    [
      'entity: { spec.type: service }',
      { type: 'entity', entity: { 'spec.type': 'service' } },
    ],
    [
      'run: { type: [load, stress], environment: [staging], within: 30d, minDuration: 1h, atLeast: 2 }',
      {
        type: 'run',
        run: {
          types: ['load', 'stress'],
          environments: ['staging'],
          withinSeconds: 30 * DAY,
          minDurationSeconds: 3600,
          atLeast: 2,
        },
      },
    ],
    [
      'run: {}',
      {
        type: 'run',
        run: {
          types: [
            'load',
            'stress',
            'soak',
            'spike',
            'smoke',
            'audit',
            'benchmark',
            'profile',
          ],
          atLeast: 1,
        },
      },
    ],
    [
      'attestation: { statement: We did., validFor: P180D }',
      {
        type: 'attestation',
        attestation: { statement: 'We did.', validForSeconds: 180 * DAY },
      },
    ],
    ['finding: {}', { type: 'finding', finding: {} }],
    [
      'finding: { atLeast: high, category: testing, overdue: true, countAccepted: true }',
      {
        type: 'finding',
        finding: {
          atLeast: 'high',
          categories: ['testing'],
          overdue: true,
          countAccepted: true,
        },
      },
    ],
    ['review: {}', { type: 'review', review: {} }],
    [
      'review: { template: [service, launch], within: 365d, maxStaleAnswers: 0 }',
      {
        type: 'review',
        review: {
          templates: ['service', 'launch'],
          withinSeconds: 365 * DAY,
          maxStaleAnswers: 0,
        },
      },
    ],
    [
      'external: { maxAge: 7d }',
      { type: 'external', external: { maxAgeSeconds: 7 * DAY } },
    ],
    [
      'extension: { id: on-call, options: { team: pay } }',
      {
        type: 'extension',
        extension: { id: 'on-call', options: { team: 'pay' } },
      },
    ],
  ])('reads %s', (condition, expected) => {
    expect(specOf('Check', `${WORDS}\n${condition}`)).toMatchObject({
      condition: expected,
    });
  });

  it('reads to whom it applies, by tag and lifecycle too', () => {
    expect(
      specOf(
        'Check',
        `appliesTo: { tag: tier-1, lifecycle: [production, deprecated] }\nexempt: [{ when: { tag: [internal] }, reason: Internal. }]\narea: capacity\n${WORDS}\nexternal: {}`,
      ),
    ).toMatchObject({
      appliesTo: { tag: ['tier-1'], lifecycle: ['production', 'deprecated'] },
      exempt: [{ when: { tag: ['internal'] }, reason: 'Internal.' }],
      area: 'capacity',
    });
  });

  it.each<[string, string, string[]]>([
    [
      'without a condition',
      WORDS,
      [
        "5:3 error exactly-one: 'spec' must have exactly one of verdict, entity, run, attestation, finding, review, external, extension.",
      ],
    ],
    [
      'with two',
      `${WORDS}\nrun: {}\nexternal: {}`,
      [
        "5:3 error exactly-one: 'spec' must have exactly one of verdict, entity, run, attestation, finding, review, external, extension.",
      ],
    ],
    [
      'of an unknown type',
      `${WORDS}\nverdicts: {}`,
      [
        "8:3 error unknown-field: Unknown field 'verdicts'. Did you mean 'verdict'?",
      ],
    ],
    [
      'without what people need',
      'external: {}',
      [
        "5:3 error missing-field: 'spec' lacks the field 'rationale'.",
        "5:3 error missing-field: 'spec' lacks the field 'fix'.",
        "5:3 error missing-field: 'spec' lacks the field 'guide'.",
      ],
    ],
    [
      'with a guide that is neither a page nor an https URL',
      'rationale: Why.\nfix: How.\nguide: http://example.com\nexternal: {}',
      [
        "7:10 error invalid-value: 'spec.guide' doesn’t have the right form. Where to read more: an https URL, or the path of a page of this documentation without its ending.",
      ],
    ],
    [
      'on a run of an unknown type',
      `${WORDS}\nrun: { type: [load, soaks] }`,
      [
        "8:23 error unknown-run-type: Unknown type of run 'soaks'. Did you mean 'soak'? Known are load, stress, soak, spike, smoke, audit, benchmark, profile.",
      ],
    ],
    [
      'on findings of an unknown category',
      `${WORDS}\nfinding: { category: [testing, fan-ou] }`,
      [
        "8:34 error unknown-category: Unknown category 'fan-ou'. Did you mean 'fan-out'? Known are single-point-of-failure, dependency-cycle, chatty-calls, long-call-chain, fan-out, shared-database, unbounded-query, missing-index, missing-cache, missing-timeout, retry-storm, resource-saturation, memory-leak, front-end-weight, capacity, observability, testing, latency-budget, ownership, other.",
      ],
    ],
    [
      'on findings of an unknown risk',
      `${WORDS}\nfinding: { atLeast: hihg }`,
      [
        "8:23 error invalid-value: 'spec.finding.atLeast' must be one of low, medium, high, critical, not 'hihg'. Did you mean 'high'?",
      ],
    ],
    [
      'on reviews with an unreadable length of time',
      `${WORDS}\nreview: { within: a year }`,
      [
        "8:21 error invalid-duration: 'a year' is not a length of time; write e.g. `30d`, `12h` or `P30D`.",
      ],
    ],
    [
      'on a metric that there isn’t',
      `${WORDS}\nverdict: { metric: webb.* }`,
      ["8:22 error unknown-metric: No metric begins with 'webb.'."],
    ],
    [
      'on a statistic that the metric doesn’t have',
      `${WORDS}\nverdict: { metric: http.request.failed, statistic: p95 }`,
      [
        '8:54 error statistic-not-available: http.request.failed is a ratio and has no p95; it has ratio, count.',
      ],
    ],
    [
      'that expects something else',
      `${WORDS}\nverdict: { expect: pasing }`,
      [
        "8:22 error invalid-value: 'spec.verdict.expect' must be one of passing, measured, exists, not 'pasing'. Did you mean 'passing'?",
      ],
    ],
    [
      'with a number for a length of time',
      `${WORDS}\nrun: { type: loads, within: 30 }`,
      [
        "8:16 error unknown-run-type: Unknown type of run 'loads'. Did you mean 'load'? Known are load, stress, soak, spike, smoke, audit, benchmark, profile.",
        "8:31 error wrong-type: 'spec.run.within' must be a length of time; write a duration, e.g. `30d`.",
      ],
    ],
    [
      'without rationale and with a metric that there isn’t',
      'fix: How.\nguide: guidelines/load-testing\nverdict: { metric: webb.* }',
      [
        "5:3 error missing-field: 'spec' lacks the field 'rationale'.",
        "7:22 error unknown-metric: No metric begins with 'webb.'.",
      ],
    ],
    [
      'with an unreadable length of time',
      `${WORDS}\nrun: { within: 1 month }`,
      [
        "8:18 error invalid-duration: '1 month' is not a length of time; write e.g. `30d`, `12h` or `P30D`.",
      ],
    ],
  ])('%s is refused', (_, spec, expected) => {
    expect(problemsOf('Check', spec)).toEqual(expected);
  });

  it('over a predicate that is none is refused', () => {
    const [problem] = problemsOf('Check', `${WORDS}\nentity: { $nor: [] }`);
    expect(problem).toMatch(/^8:11 error invalid-predicate: 'entity' is not/);
  });
});

describe('a Scorecard', () => {
  it('has levels with weights', () => {
    expect(
      specOf(
        'Scorecard',
        'levels:\n  - name: bronze\n    rules: [{ check: a }, { budget: { metric: web.lcp, statistic: p75, environment: production }, weight: 2.5 }]\n  - name: silver\n    title: Sterling\n    rules: [{ check: b }]',
      ),
    ).toEqual({
      levels: [
        {
          name: 'bronze',
          title: 'Bronze',
          rules: [
            { check: 'a', weight: 1 },
            {
              budget: {
                metric: 'web.lcp',
                statistic: 'p75',
                environments: ['production'],
              },
              weight: 2.5,
            },
          ],
        },
        {
          name: 'silver',
          title: 'Sterling',
          rules: [{ check: 'b', weight: 1 }],
        },
      ],
    });
  });

  it.each<[string, string, string[]]>([
    [
      'a level twice',
      'levels:\n  - { name: gold, rules: [{ check: a }] }\n  - { name: gold, rules: [{ check: b }] }',
      ["7:15 error duplicate-level: There is another level named 'gold'."],
    ],
    [
      'a rule twice',
      'levels:\n  - { name: bronze, rules: [{ check: a }] }\n  - { name: silver, rules: [{ check: a, weight: 2 }] }',
      [
        "7:31 error duplicate-rule: The level 'bronze' holds this rule already; a higher level needs what the lower ones need anyway.",
      ],
    ],
    [
      'no weight',
      'levels: [{ name: bronze, rules: [{ check: a, weight: 0 }] }]',
      [
        "5:56 error invalid-value: 'spec.levels[0].rules[0].weight' must be more than 0, not 0.",
      ],
    ],
    [
      'a rule that is two',
      'levels: [{ name: bronze, rules: [{ check: a, budget: { metric: web.lcp } }] }]',
      [
        "5:36 error exactly-one: 'spec.levels[0].rules[0]' must have exactly one of check, budget, slo, finding.",
      ],
    ],
    [
      'no rules in one level and a rule twice in others',
      'levels:\n  - { name: bronze, rules: [] }\n  - { name: silver, rules: [{ check: a }] }\n  - { rules: [{ check: a }] }',
      [
        "6:30 error invalid-value: 'spec.levels[0].rules' needs at least one rule.",
        "8:7 error missing-field: 'spec.levels[2]' lacks the field 'name'.",
        "8:17 error duplicate-rule: The level 'silver' holds this rule already; a higher level needs what the lower ones need anyway.",
      ],
    ],
    [
      'an area',
      'levels: [{ name: bronze, rules: [{ area: latency }] }]',
      [
        "5:38 error unknown-field: Unknown field 'area'. Known are check, budget, slo, finding, weight.",
      ],
    ],
  ])('with %s is refused', (_, spec, expected) => {
    expect(problemsOf('Scorecard', spec)).toEqual(expected);
  });
});

describe('a Policy', () => {
  const RULES = 'rules: [{ area: latency }]';

  it('has rules, dated stages and what it asks of evidence', () => {
    expect(
      specOf(
        'Policy',
        [
          'appliesTo: { domain: shop }',
          "rules: [{ area: latency }, { check: 'load-*' }, { scorecard: base }, { budget: { metric: web.* } }, { finding: '*' }, { finding: { atLeast: high, category: testing } }]",
          'stages:',
          '  - { stage: observe }',
          '  - { stage: warn, from: 2027-01-01, for: { lifecycle: production } }',
          '  - { stage: block, from: 2027-03-01T08:00:00+01:00, for: { lifecycle: production } }',
          'evidence: { maxAge: 30d, required: false }',
          'ratchet: { tolerance: 5 % }',
        ].join('\n'),
      ),
    ).toEqual({
      appliesTo: { domain: ['domain:default/shop'] },
      rules: [
        { area: 'latency' },
        { check: 'load-*' },
        { scorecard: 'base' },
        { budget: { metric: 'web.*' } },
        { finding: {} },
        { finding: { atLeast: 'high', categories: ['testing'] } },
      ],
      stages: [
        { stage: 'observe' },
        {
          stage: 'warn',
          from: '2027-01-01T00:00:00.000Z',
          for: { lifecycle: ['production'] },
        },
        {
          stage: 'block',
          from: '2027-03-01T07:00:00.000Z',
          for: { lifecycle: ['production'] },
        },
      ],
      evidence: { maxAgeSeconds: 30 * DAY, required: false },
      ratchet: { tolerance: 0.05 },
    });
  });

  it.each<[string, string, string[]]>([
    [
      'findings by name',
      'rules: [{ finding: F-17 }]\nstages: [{ stage: warn }]',
      [
        "5:22 error invalid-value: 'spec.rules[0].finding' doesn’t have the right form. `*` for all findings, or which ones.",
      ],
    ],
    [
      'no findings in particular',
      'rules: [{ finding: {} }]\nstages: [{ stage: warn }]',
      [
        "5:22 error invalid-value: 'spec.rules[0].finding' needs at least one entry.",
      ],
    ],
    [
      'a stage that there isn’t',
      `${RULES}\nstages: [{ stage: blocks }]`,
      [
        "6:21 error invalid-value: 'spec.stages[0].stage' must be one of observe, notify, warn, block, not 'blocks'. Did you mean 'block'?",
      ],
    ],
    [
      'a day that there isn’t',
      `${RULES}\nstages: [{ stage: warn }, { stage: block, from: 2027-02-29 }]`,
      [
        "6:51 error invalid-date: '2027-02-29' is not a date; write e.g. `2027-03-01`, or `2027-03-01T08:00:00+01:00`.",
      ],
    ],
    [
      'stages out of order',
      `${RULES}\nstages:\n  - { stage: warn }\n  - { stage: block, from: 2027-03-01 }\n  - { stage: warn, from: 2027-02-01 }`,
      [
        "9:28 error stage-order: The stage 'block' before it begins later; write stages in the order they take effect.",
      ],
    ],
    [
      'two stages at once',
      `${RULES}\nstages: [{ stage: warn }, { stage: block }]`,
      [
        "6:29 error stage-order: Another stage, 'warn', begins at the same time for the same part of the catalog.",
      ],
    ],
    [
      'a rule twice',
      'rules: [{ area: latency }, { area: latency }]\nstages: [{ stage: warn }]',
      ['5:30 error duplicate-rule: The policy names this rule already.'],
    ],
    [
      'no rules, and a day that there isn’t',
      'rules: []\nstages: [{ stage: warn }, { stage: block, from: 2027-02-29 }]',
      [
        "5:10 error invalid-value: 'spec.rules' needs at least one rule.",
        "6:51 error invalid-date: '2027-02-29' is not a date; write e.g. `2027-03-01`, or `2027-03-01T08:00:00+01:00`.",
      ],
    ],
    [
      'two rules that can’t be read',
      'rules: [{ budget: { metric: nope } }, { budget: { metric: nope } }]\nstages: [{ stage: warn }]',
      [
        expect.stringMatching(/^5:31 error unknown-metric/),
        expect.stringMatching(/^5:61 error unknown-metric/),
      ],
    ],
    [
      'stages of which some can’t be read',
      `${RULES}\nstages: [{ stage: warn }, { stage: block, from: 20270301 }, { from: 2027-03-01 }, { stage: warn, for: tier-1 }, shut]`,
      [
        expect.stringMatching(/^6:51 error wrong-type/),
        expect.stringMatching(/^6:63 error missing-field/),
        expect.stringMatching(/^6:105 error wrong-type/),
        expect.stringMatching(/^6:115 error wrong-type/),
      ],
    ],
    [
      'more tolerance than there can be',
      `${RULES}\nstages: [{ stage: warn }]\nratchet: { tolerance: 150 % }`,
      [
        "7:25 error invalid-share: '150 %' is more than 100 %; write a ratio between 0 and 1 or a percentage, e.g. `5 %` or `0.05`.",
      ],
    ],
  ])('with %s is refused', (_, spec, expected) => {
    expect(problemsOf('Policy', spec)).toEqual(expected);
  });

  it('may have stages of different parts in any order', () => {
    expect(
      problemsOf(
        'Policy',
        `${RULES}\nstages:\n  - { stage: notify }\n  - { stage: block, from: 2027-03-01, for: { tag: tier-1 } }\n  - { stage: warn, from: 2027-01-01, for: { tag: tier-2 } }`,
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'block',
      'Until then the policy counts as `observe`; say what holds before, e.g. `- stage: warn` first.',
    ],
    [
      'warn',
      'Until then the policy has no effect; say what holds before, e.g. `- stage: observe` first.',
    ],
  ])('is warned of where %s comes out of the blue', (stage, message) => {
    const spec = `${RULES}\nstages: [{ stage: ${stage}, from: 2027-03-01 }]`;
    expect(parse('Policy', spec).definitions).toHaveLength(1);
    expect(problemsOf('Policy', spec)).toEqual([
      expect.stringMatching(/^6:\d+ warning first-stage-dated: /),
    ]);
    expect(problemsOf('Policy', spec)[0]).toContain(message);
  });
});

describe('a Goal', () => {
  it('has a target, and a date', () => {
    expect(
      specOf(
        'Goal',
        'appliesTo: { tag: tier-1 }\nrules: [{ area: latency }]\nenvironment: production\nlabel: journey\ntarget: 95 %\nby: 2027-06-30',
      ),
    ).toEqual({
      appliesTo: { tag: ['tier-1'] },
      rules: [{ area: 'latency' }],
      environments: ['production'],
      label: 'journey',
      target: 0.95,
      by: '2027-06-30T00:00:00.000Z',
    });
    expect(specOf('Goal', 'target: 1')).toEqual({ target: 1 });
  });

  it.each([
    ['target: 0', '5:11 error invalid-share: It must be more than 0.'],
    [
      'target: 101 %',
      "5:11 error invalid-share: '101 %' is more than 100 %; write a ratio between 0 and 1 or a percentage, e.g. `5 %` or `0.05`.",
    ],
    [
      'target: 95 %\nby: soon',
      "6:7 error invalid-date: 'soon' is not a date; write e.g. `2027-03-01`, or `2027-03-01T08:00:00+01:00`.",
    ],
    [
      'by: 2027-06-30',
      "5:3 error missing-field: 'spec' lacks the field 'target'.",
    ],
  ])('%s is refused', (spec, expected) => {
    expect(problemsOf('Goal', spec)).toEqual([expected]);
  });
});
