import { readTable } from '../evaluation/__testUtils__/evaluationTable';
import { resolveEntityRules } from '../evaluation/entityRules';
import { SloFact } from '../model';
import { applyErrorBudgetPolicies } from './applyErrorBudgetPolicies';

const PAY = 'component:default/pay';
const AVAILABILITY = `slo ${PAY} availability { objectives: [{ target: 0.999 }] }`;
const FREEZE =
  'spends org freeze { rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze, except: [security] }] }';
const BURN =
  'spends org burn { rules: [{ name: fast, when: { burnRate: { above: 6, over: 6h } }, action: require-approval }] }';
const BOTH =
  'spends org both { rules: [{ name: low, when: { remainingBelow: 25 %, burnRate: { above: 1, over: 1h } }, action: warn }] }';

function apply(...table: string[]) {
  const { definitions, facts } = readTable([AVAILABILITY, ...table].join('\n'));
  return applyErrorBudgetPolicies(
    resolveEntityRules(definitions, facts.subject),
    facts.slos ?? [],
  );
}

const stands = (rest: string) =>
  `stands ${PAY}/slo/availability production ${rest}`;

describe('applyErrorBudgetPolicies', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing known', [FREEZE], [], ['spent']],
    ['budget left', [FREEZE, stands('pass remaining=0.2')], [], []],
    ['a budget used to the last', [FREEZE, stands('pass remaining=0')], [], []],
    [
      'an overspent budget',
      [FREEZE, stands('fail remaining=-0.01')],
      ['spent'],
      [],
    ],
    [
      'a source that is down',
      [FREEZE, stands('no-data reason=source-down')],
      [],
      ['spent'],
    ],
    [
      'nothing that happened: nothing was spent',
      [FREEZE, stands('no-data reason=no-events')],
      [],
      [],
    ],
    [
      'too few events, whatever they come to',
      [FREEZE, stands('no-data reason=too-few-events remaining=-3')],
      [],
      ['spent'],
    ],
    ['a rate at the limit', [BURN, stands('pass burn:21600=6')], [], []],
    ['a rate above it', [BURN, stands('pass burn:21600=6.1')], ['fast'], []],
    [
      'a rate over another window',
      [BURN, stands('pass burn:3600=60')],
      [],
      ['fast'],
    ],
    [
      'both conditions',
      [BOTH, stands('pass remaining=0.2 burn:3600=2')],
      ['low'],
      [],
    ],
    [
      'the first of two conditions',
      [BOTH, stands('pass remaining=0.2 burn:3600=1')],
      [],
      [],
    ],
    [
      'one condition that doesn’t hold and one that can’t be told',
      [BOTH, stands('pass remaining=0.3')],
      [],
      [],
    ],
    [
      'one condition that holds and one that can’t be told',
      [BOTH, stands('pass remaining=0.2')],
      [],
      ['low'],
    ],
    [
      'policies of several layers, none of which loosens another',
      [
        FREEZE,
        `spends ${PAY} mild { rules: [{ name: told, when: { remainingBelow: 0 }, action: notify }] }`,
        'spends system:default/checkout strict { rules: [{ name: asked, when: { remainingBelow: 10 % }, action: require-approval }] }',
        stands('fail remaining=-0.5'),
      ],
      ['spent', 'asked', 'told'],
      [],
    ],
    [
      'a policy of another system',
      [
        'spends system:default/search strict { rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze }] }',
        stands('fail remaining=-0.5'),
      ],
      [],
      [],
    ],
    [
      'a policy on other SLOs',
      [
        'spends org freeze { slos: [latency, fresh*], rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze }] }',
        stands('fail remaining=-0.5'),
      ],
      [],
      [],
    ],
    [
      'a policy on SLOs of its name',
      [
        'spends org freeze { slos: [avail*], rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze }] }',
        stands('fail remaining=-0.5'),
      ],
      ['spent'],
      [],
    ],
    [
      'a policy that the entity is exempt from',
      [
        `entity ${PAY} lifecycle=experimental`,
        'spends org freeze { exempt: [{ when: { lifecycle: experimental }, reason: Not yet. }], rules: [{ name: spent, when: { remainingBelow: 0 }, action: freeze }] }',
        stands('fail remaining=-0.5'),
      ],
      [],
      [],
    ],
  ])('%s', (_, table, active, unknown) => {
    const outcome = apply(...table);
    expect(outcome.active.map(({ rule }) => rule)).toEqual(active);
    expect(outcome.unknown.map(({ rule }) => rule)).toEqual(unknown);
    for (const { rule } of outcome.inactive) {
      expect([...active, ...unknown]).not.toContain(rule);
    }
  });

  it('says what is asked for, where and why', () => {
    expect(
      apply(FREEZE, stands('fail remaining=-0.12 burn:3600=14.4 burn:300=20')),
    ).toEqual({
      active: [
        {
          definitionId: 'org/errorbudgetpolicy/freeze',
          rule: 'spent',
          ruleId: 'slo:availability',
          environment: 'production',
          action: 'freeze',
          except: ['security'],
          message:
            'availability in production: error budget overspent by 12 %, burning 14× over 1 h',
        },
      ],
      unknown: [],
      inactive: [],
    });
  });

  it('says which adjustments a condition holds no more because of', () => {
    const { definitions, facts } = readTable(
      [
        AVAILABILITY,
        FREEZE,
        BURN,
        stands('pass remaining=0.5 burn:21600=1'),
      ].join('\n'),
    );
    const adjustments = [
      {
        id: '7',
        createdBy: 'user:default/ann',
        createdAt: '2026-11-22T12:00:00Z',
        reason: 'The outage was announced.',
      },
    ];
    const slos = (facts.slos ?? []).map(
      (fact): SloFact => ({
        ...fact,
        unadjusted: {
          state: 'fail',
          remainingShare: -0.2,
          burnRates: { 21600: 2 },
          adjustments,
        },
      }),
    );
    const { inactive } = applyErrorBudgetPolicies(
      resolveEntityRules(definitions, facts.subject),
      slos,
    );
    const byRule = new Map(
      inactive.map(({ rule, adjustments: by }) => [rule, by]),
    );
    expect(byRule).toEqual(
      new Map([
        ['spent', adjustments],
        ['fast', undefined],
      ]),
    );
  });

  it('asks for nothing about an SLO that the entity is exempt from', () => {
    const { definitions, facts } = readTable(
      [
        `entity ${PAY} lifecycle=experimental`,
        'slo org uptime { service: pay, exempt: [{ when: { lifecycle: experimental }, reason: Not yet. }], objectives: [{ target: 0.9 }] }',
        FREEZE,
        'stands org/slo/uptime production fail target=0.9 remaining=-1',
      ].join('\n'),
    );
    expect(
      applyErrorBudgetPolicies(
        resolveEntityRules(definitions, facts.subject),
        facts.slos ?? [],
      ),
    ).toEqual({ active: [], unknown: [], inactive: [] });
  });
});
