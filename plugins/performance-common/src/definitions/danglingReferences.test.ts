import { Definition, Layer } from '../model';
import {
  danglingReferences,
  entityRefsNamedBy,
  warnOfDanglingReferences,
} from './danglingReferences';
import { parseDefinitions } from './parseDefinitions';

const ORG: Layer = { kind: 'org' };
const system = (name: string): Layer => ({
  kind: 'system',
  entityRef: `system:default/${name}`,
});
const SHOP = system('shop');
const BANK = system('bank');
const PAY: Layer = { kind: 'component', entityRef: 'component:default/pay' };

function text(kind: string, name: string, spec: string) {
  return `apiVersion: performance-governance.io/v1
kind: ${kind}
metadata: { name: ${name} }
spec: ${spec}
`;
}

function definition(
  layer: Layer,
  kind: string,
  name: string,
  spec: string,
): Definition {
  const { definitions, problems } = parseDefinitions(text(kind, name, spec), {
    file: 'file.yaml',
    layer,
    source: { type: 'config', location: 'file.yaml' },
  });
  expect(problems).toEqual([]);
  return definitions[0];
}

const check = (name: string, layer: Layer = ORG) =>
  definition(
    layer,
    'Check',
    name,
    `{ area: load-testing, rationale: Why., fix: How., guide: guidelines/load-testing, attestation: { statement: It is., validFor: 90d } }`,
  );
const scorecard = (name: string, rules: string, layer: Layer = ORG) =>
  definition(
    layer,
    'Scorecard',
    name,
    `{ levels: [{ name: bronze, rules: [{ check: '*' }] }, { name: silver, rules: ${rules} }] }`,
  );
const policy = (rules: string, layer: Layer = ORG) =>
  definition(
    layer,
    'Policy',
    'policy',
    `{ rules: ${rules}, stages: [{ stage: warn }] }`,
  );
const goal = (rules: string) =>
  definition(ORG, 'Goal', 'goal', `{ rules: ${rules}, target: 95% }`);

const budget = (spec: string) =>
  definition(ORG, 'Budget', 'budget', `{ ${spec}, maxAge: 30d }`);

const SOAKED = check('soaked');
const BASELINE = scorecard('baseline', '[{ check: soaked }]');

describe('danglingReferences', () => {
  it.each<[string, Definition, Definition[], string[]]>([
    [
      'a policy that names what is there',
      policy('[{ check: soaked }, { scorecard: baseline }]'),
      [SOAKED, BASELINE],
      [],
    ],
    [
      'a policy that names neither',
      policy('[{ check: soakd }, { scorecard: base }, { area: load-testing }]'),
      [SOAKED, BASELINE],
      [
        'Check soakd at spec.rules.0.check',
        'Scorecard base at spec.rules.1.scorecard',
      ],
    ],
    [
      'a check where there is but a scorecard of the name',
      policy('[{ check: baseline }]'),
      [SOAKED, BASELINE],
      ['Check baseline at spec.rules.0.check'],
    ],
    [
      'checks whose names begin like one',
      policy("[{ check: 'soa*' }, { check: 'tier*' }]"),
      [SOAKED],
      ['Check tier* at spec.rules.1.check'],
    ],
    [
      'a scorecard',
      scorecard('own', '[{ check: soaked }, { check: nope }]'),
      [SOAKED],
      ['Check nope at spec.levels.1.rules.1.check'],
    ],
    [
      'a goal',
      goal('[{ check: nope }]'),
      [SOAKED],
      ['Check nope at spec.rules.0.check'],
    ],
    ['a definition that names nothing', SOAKED, [], []],
    [
      'a check on reviews by templates',
      definition(
        ORG,
        'Check',
        'reviewed',
        '{ rationale: Why., fix: How., guide: guidelines/performance-reviews, review: { template: [service, launch] } }',
      ),
      [
        definition(
          ORG,
          'ReviewTemplate',
          'service',
          "{ version: '1', areas: [{ name: one, title: One, questions: [{ name: why, title: Why?, type: text }] }] }",
        ),
      ],
      ['ReviewTemplate launch at spec.review.template.1'],
    ],
    [
      'a policy on findings, which no definition makes',
      policy("[{ finding: '*' }]"),
      [],
      [],
    ],
    [
      'budgets on what there is',
      policy(
        '[{ budget: { metric: web.lcp } }, { budget: { metric: web.*, statistic: p75 } }, { budget: { metric: web.lcp, environment: production } }]',
      ),
      [budget('metric: web.lcp, statistic: p75')],
      [],
    ],
    [
      'budgets on another metric, statistic or environment',
      policy(
        '[{ budget: { metric: web.cls } }, { budget: { metric: web.lcp, statistic: p95 } }, { budget: { metric: web.lcp, environment: production } }]',
      ),
      [budget('metric: web.lcp, statistic: p75, environment: [staging, test]')],
      [
        'Budget web.cls at spec.rules.0.budget.metric',
        'Budget web.lcp p95 at spec.rules.1.budget.metric',
        'Budget web.lcp at spec.rules.2.budget.metric',
      ],
    ],
    [
      'an outer layer’s check',
      policy('[{ check: soaked }]', PAY),
      [SOAKED],
      [],
    ],
    [
      'a check that inner layers word for themselves',
      policy('[{ check: soaked }]'),
      [check('soaked', PAY)],
      [],
    ],
    [
      'the check of the same system',
      policy('[{ check: soaked }]', SHOP),
      [check('soaked', SHOP)],
      [],
    ],
    [
      'the check of another system',
      policy('[{ check: soaked }]', SHOP),
      [check('soaked', BANK)],
      ['Check soaked at spec.rules.0.check'],
    ],
  ])('%s', (_, named, inForce, expected) => {
    expect(
      danglingReferences(named, { definitions: inForce }).map(
        ({ kind, name, path }) => `${kind} ${name} at ${path.join('.')}`,
      ),
    ).toEqual(expected);
  });
});

describe('entities that selectors name', () => {
  const content = text(
    'Policy',
    'policy',
    `
  appliesTo:
    owner: payments
    system: [shop, 'system:default/bank']
  rules: [{ check: soaked }]
  stages:
    - stage: warn
    - { stage: block, from: 2027-03-01, for: { domain: money } }`,
  );
  const [named] = parseDefinitions(content, {
    file: 'file.yaml',
    layer: ORG,
    source: { type: 'config', location: 'file.yaml' },
  }).definitions;

  it('are found wherever one selects', () => {
    expect(entityRefsNamedBy(named)).toEqual([
      'group:default/payments',
      'system:default/shop',
      'system:default/bank',
      'domain:default/money',
    ]);
    expect(
      entityRefsNamedBy(
        definition(
          ORG,
          'Budget',
          'budget',
          '{ metric: web.lcp, statistic: p75, maxAge: 30d, exempt: [{ when: { owner: user:jo }, reason: New. }] }',
        ),
      ),
    ).toEqual(['user:default/jo']);
  });

  it('are warned of where the catalog has none', () => {
    const problems = warnOfDanglingReferences(
      named,
      content,
      {
        definitions: [SOAKED],
        entityRefs: new Set(['system:default/shop']),
      },
      { file: 'file.yaml' },
    );
    expect(
      problems.map(
        ({ line, column, rule, message }) =>
          `${line}:${column} ${rule}: ${message}`,
      ),
    ).toEqual([
      "6:12 unknown-entity: The catalog has no 'group:default/payments', so nothing is selected by it.",
      "7:20 unknown-entity: The catalog has no 'system:default/bank', so nothing is selected by it.",
      "11:56 unknown-entity: The catalog has no 'domain:default/money', so nothing is selected by it.",
    ]);
  });

  it('are taken to be there while the catalog isn’t known', () => {
    expect(danglingReferences(named, { definitions: [SOAKED] })).toEqual([]);
  });
});

describe('warnOfDanglingReferences', () => {
  const content = text(
    'Policy',
    'policy',
    '\n  rules:\n    - check: soakd\n    - scorecard: nope\n  stages: [{ stage: warn }]',
  );
  const named = parseDefinitions(content, {
    file: 'file.yaml',
    layer: ORG,
    source: { type: 'config', location: 'file.yaml' },
  }).definitions[0];

  it('doesn’t read what nests too deep', () => {
    expect(
      warnOfDanglingReferences(
        named,
        '['.repeat(20_000),
        { definitions: [SOAKED] },
        { file: 'file.yaml' },
      ),
    ).toEqual([]);
  });

  it('warns where the definition names it, with the nearest name', () => {
    expect(
      warnOfDanglingReferences(
        named,
        content,
        { definitions: [SOAKED] },
        { file: 'file.yaml' },
      ),
    ).toEqual([
      {
        file: 'file.yaml',
        line: 6,
        column: 14,
        severity: 'warning',
        rule: 'unknown-check',
        message:
          "No Check in force here is named 'soakd'. Did you mean 'soaked'?",
      },
      {
        file: 'file.yaml',
        line: 7,
        column: 18,
        severity: 'warning',
        rule: 'unknown-scorecard',
        message: "No Scorecard in force here is named 'nope'.",
      },
    ]);
  });

  it('counts lines from where the definition begins in its file', () => {
    const problems = warnOfDanglingReferences(
      { ...named, source: { ...named.source, line: 21 } },
      `# A comment above it.\n${content}`,
      { definitions: [] },
      { file: 'file.yaml' },
    );
    expect(problems.map(({ line }) => line)).toEqual([26, 27]);
  });

  it('suggests no name of another entity’s own definitions', () => {
    const [{ message }] = warnOfDanglingReferences(
      named,
      content,
      { definitions: [check('soaked', PAY)] },
      { file: 'file.yaml' },
    );
    expect(message).not.toContain('soaked');
  });
});
