import { Definition, Layer } from '../model';
import {
  danglingReferences,
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
    `{ levels: [{ name: bronze, rules: [{ budget: { metric: http.request.duration } }] }, { name: silver, rules: ${rules} }] }`,
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
      danglingReferences(named, inForce).map(
        ({ kind, name, path }) => `${kind} ${name} at ${path.join('.')}`,
      ),
    ).toEqual(expected);
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

  it('warns where the definition names it, with the nearest name', () => {
    expect(
      warnOfDanglingReferences(named, content, [SOAKED], { file: 'file.yaml' }),
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
      [],
      { file: 'file.yaml' },
    );
    expect(problems.map(({ line }) => line)).toEqual([26, 27]);
  });

  it('suggests no name of another entity’s own definitions', () => {
    const [{ message }] = warnOfDanglingReferences(
      named,
      content,
      [check('soaked', PAY)],
      { file: 'file.yaml' },
    );
    expect(message).not.toContain('soaked');
  });
});
