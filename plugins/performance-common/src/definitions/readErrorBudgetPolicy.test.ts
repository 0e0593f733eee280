import { parseDefinitions } from './parseDefinitions';

function parse(spec: string) {
  const { definitions, problems } = parseDefinitions(
    [
      'apiVersion: performance-governance.io/v1',
      'kind: ErrorBudgetPolicy',
      'metadata: { name: budgets }',
      `spec: ${spec}`,
    ].join('\n'),
    {
      file: 'policy.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'policy.yaml' },
    },
  );
  return {
    spec: definitions[0]?.spec,
    problems: problems.map(
      ({ line, column, severity, rule }) =>
        `${line}:${column} ${severity} ${rule}`,
    ),
  };
}

describe('an ErrorBudgetPolicy', () => {
  it('is read', () => {
    expect(
      parse(
        '{ slos: [availability], appliesTo: { tag: tier-1 }, rules: [{ name: low, when: { remainingBelow: 25 %, burnRate: { above: 6, over: 6h } }, action: warn }, { name: spent, when: { remainingBelow: 0 }, action: freeze, except: [security] }] }',
      ),
    ).toEqual({
      problems: [],
      spec: {
        slos: ['availability'],
        appliesTo: { tag: ['tier-1'] },
        rules: [
          {
            name: 'low',
            when: {
              remainingBelow: 0.25,
              burnRate: { above: 6, overSeconds: 21_600 },
            },
            action: 'warn',
            except: [],
          },
          {
            name: 'spent',
            when: { remainingBelow: 0 },
            action: 'freeze',
            except: ['security'],
          },
        ],
      },
    });
  });

  it.each([
    ['no rules', '{ rules: [] }', '4:16 error invalid-value'],
    [
      'a condition without a part',
      '{ rules: [{ name: a, when: {}, action: warn }] }',
      '4:34 error invalid-value',
    ],
    [
      'a share beyond all',
      '{ rules: [{ name: a, when: { remainingBelow: 120 % }, action: warn }] }',
      '4:52 error invalid-share',
    ],
    [
      'a window that burn rates aren’t known for',
      '{ rules: [{ name: a, when: { burnRate: { above: 2, over: 4h } }, action: warn }] }',
      '4:64 error invalid-value',
    ],
    [
      'an unknown action',
      '{ rules: [{ name: a, when: { remainingBelow: 0 }, action: stop }] }',
      '4:65 error invalid-value',
    ],
    [
      'two rules of one name',
      '{ rules: [{ name: a, when: { remainingBelow: 0 }, action: warn }, { name: a, when: { remainingBelow: 0.1 }, action: notify }] }',
      '4:81 error duplicate-rule',
    ],
    [
      'labels that pass a gate that isn’t closed',
      '{ rules: [{ name: a, when: { remainingBelow: 0 }, action: warn, except: [security] }] }',
      '4:79 warning except-without-effect',
    ],
  ])('must not have %s', (_, spec, problem) => {
    expect(parse(spec).problems).toEqual([problem]);
  });
});
