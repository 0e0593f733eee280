import {
  AppliedWaiver,
  BudgetVerdict,
  CheckVerdict,
  DefinitionProblem,
  Enforcement,
  GateErrorBudgetAction,
  Stage,
  Verdict,
  VerdictState,
} from '../model';
import { foldGate, GateOptions } from './foldGate';

function verdict(
  state: VerdictState,
  fields: Partial<BudgetVerdict> = {},
): Verdict {
  return {
    ruleId: 'budget:http.request.duration:p95',
    kind: 'budget',
    definitionName: 'checkout',
    title: 'Checkout response time',
    metric: 'http.request.duration',
    statistic: 'p95',
    unit: 'ms',
    area: 'latency',
    subject: {
      entityRef: 'component:default/pay',
      environment: 'production',
      labels: { journey: 'checkout' },
    },
    state,
    value: 412,
    limit: {
      fail: {
        operator: '<=',
        value: 300,
        unit: 'ms',
        definitionId: 'system:default/checkout/budget/checkout',
        layer: { kind: 'system', entityRef: 'system:default/checkout' },
      },
    },
    story: [],
    confirm: 2,
    enforcement: { stage: 'block', requireEvidence: true, story: [] },
    ...fields,
  };
}

function at(stage: Stage, fields: Partial<Enforcement> = {}): Enforcement {
  return { stage, requireEvidence: true, story: [], ...fields };
}

function check(
  state: VerdictState,
  fields: Partial<CheckVerdict> = {},
): CheckVerdict {
  return {
    ruleId: 'check:load-test-fresh',
    kind: 'check',
    definitionName: 'load-test-fresh',
    title: 'Load-tested in the last 30 days',
    area: 'practices',
    subject: {
      entityRef: 'component:default/pay',
      environment: '*',
      labels: {},
    },
    state,
    reason:
      state === 'fail'
        ? { code: 'no-run', message: 'No load test has been uploaded yet.' }
        : undefined,
    limit: {},
    story: [],
    confirm: 1,
    enforcement: at('block'),
    check: { type: 'run', rationale: 'Why.', fix: 'How.' },
    ...fields,
  };
}

const FINDING: Verdict = {
  ruleId: 'finding:17',
  kind: 'finding',
  definitionName: 'F-17',
  title: 'Orders lack an index',
  area: 'findings',
  subject: {
    entityRef: 'component:default/pay',
    environment: '*',
    labels: {},
  },
  state: 'fail',
  reason: { code: 'open', message: 'Its risk is high.' },
  limit: {},
  story: [],
  confirm: 1,
  enforcement: at('block'),
  finding: {
    findingId: '17',
    category: 'missing-index',
    risk: 'high',
    status: 'open',
  },
};

const WAIVER: AppliedWaiver = {
  id: 'w1',
  until: '2027-03-01T00:00:00.000Z',
  cap: { operator: '<=', value: 450, unit: 'ms' },
  exceeded: false,
};
const EXCEEDED: AppliedWaiver = { ...WAIVER, exceeded: true };

const OVERRIDE = {
  reason: 'Rolling back an outage.',
  by: 'user:default/jane',
  until: '2026-11-22T18:30:00.000Z',
};

const NO_DATA = verdict('no-data', {
  value: undefined,
  reason: {
    code: 'missing-metric',
    message: 'No run from production holds http.request.duration.',
  },
});

const PROBLEM: DefinitionProblem = {
  file: 'budgets.yaml',
  line: 3,
  column: 7,
  severity: 'error',
  rule: 'unknown-metric',
  message: 'Unknown metric.',
};

describe('foldGate', () => {
  // Exit codes: 0 pass, 1 a budget failed, 2 bad input, 3 evidence missing; precedence 2, 1, 3, 0.
  it.each<[string, Verdict[], GateOptions, number, string]>([
    ['nothing to judge', [], {}, 0, 'pass'],
    ['a pass', [verdict('pass')], {}, 0, 'pass'],
    ['a warning', [verdict('pass'), verdict('warn')], {}, 0, 'warn'],
    ['not applicable', [verdict('not-applicable')], {}, 0, 'pass'],
    ['a failure', [verdict('warn'), verdict('fail')], {}, 1, 'fail'],
    ['no data', [verdict('pass'), NO_DATA], {}, 3, 'no-data'],
    ['no data not needed', [NO_DATA], { requireEvidence: false }, 0, 'pass'],
    ['a failure and no data', [NO_DATA, verdict('fail')], {}, 1, 'fail'],
    [
      'a failure and a bad definition',
      [verdict('fail')],
      { problems: [PROBLEM] },
      2,
      'error',
    ],
    [
      'a doubtful definition',
      [verdict('pass')],
      { problems: [{ ...PROBLEM, severity: 'warning' }] },
      0,
      'pass',
    ],
    [
      'a rule not judged here',
      [verdict('pass')],
      { notJudged: [{ ruleId: 'slo:x', message: 'Needs Prometheus.' }] },
      0,
      'pass',
    ],
    [
      'failures at weaker stages',
      (['observe', 'notify', 'warn'] as const).map(stage =>
        verdict('fail', { enforcement: at(stage) }),
      ),
      {},
      0,
      'warn',
    ],
    [
      'no data at a weaker stage',
      [{ ...NO_DATA, enforcement: at('warn') }],
      {},
      0,
      'pass',
    ],
    [
      'no data where none is required',
      [{ ...NO_DATA, enforcement: at('block', { requireEvidence: false }) }],
      {},
      0,
      'pass',
    ],
    ['a check at block', [check('fail')], {}, 1, 'fail'],
    [
      'a check that is only observed',
      [check('fail', { enforcement: at('observe') })],
      {},
      0,
      'warn',
    ],
    ['a check nobody attested', [check('no-data')], {}, 3, 'no-data'],
    ['a waived failure', [verdict('fail', { waiver: WAIVER })], {}, 0, 'warn'],
    ['waived missing data', [{ ...NO_DATA, waiver: WAIVER }], {}, 0, 'pass'],
    [
      'a waived failure and another',
      [verdict('fail', { waiver: WAIVER }), verdict('fail')],
      {},
      1,
      'fail',
    ],
    [
      'a failure beyond its waiver’s cap',
      [verdict('fail', { waiver: EXCEEDED })],
      {},
      1,
      'fail',
    ],
    [
      'a failure beyond its waiver’s cap at a weaker stage',
      [verdict('fail', { waiver: EXCEEDED, enforcement: at('warn') })],
      {},
      0,
      'warn',
    ],
    [
      'a pass with a waiver',
      [verdict('pass', { waiver: WAIVER })],
      {},
      0,
      'pass',
    ],
    [
      'a failure with the gate held open',
      [verdict('fail')],
      { override: OVERRIDE },
      0,
      'warn',
    ],
    [
      'missing data with the gate held open',
      [NO_DATA],
      { override: OVERRIDE },
      0,
      'warn',
    ],
    [
      'bad input with the gate held open',
      [verdict('fail')],
      { override: OVERRIDE, problems: [PROBLEM] },
      2,
      'error',
    ],
    [
      'nothing to hold open',
      [verdict('pass')],
      { override: OVERRIDE },
      0,
      'pass',
    ],
  ])('folds %s', (_, verdicts, options, exitCode, outcome) => {
    const result = foldGate(verdicts, options);
    expect(result.gate.exitCode).toBe(exitCode);
    expect(result.outcome).toBe(outcome);
    expect(result.verdicts).toEqual(verdicts);
  });

  it('says why, in sentences', () => {
    const { gate } = foldGate([verdict('fail'), NO_DATA, verdict('pass')], {
      problems: [PROBLEM],
      notJudged: [{ ruleId: 'slo:x', message: 'Needs Prometheus.' }],
    });
    expect(gate.reasons).toEqual([
      { code: 'bad-input', message: 'budgets.yaml:3:7: Unknown metric.' },
      {
        code: 'budget-failed',
        ruleId: 'budget:http.request.duration:p95',
        stage: 'block',
        message:
          'Checkout response time (p95 of http.request.duration, journey=checkout, production) is 412 ms; the limit is ≤ 300 ms, set by system checkout.',
      },
      {
        code: 'evidence-missing',
        ruleId: 'budget:http.request.duration:p95',
        stage: 'block',
        message:
          'Checkout response time (p95 of http.request.duration, journey=checkout, production) has no data: No run from production holds http.request.duration.',
      },
      { code: 'not-judged', ruleId: 'slo:x', message: 'Needs Prometheus.' },
    ]);
  });

  it('tells a value just beyond its limit from the limit', () => {
    const { gate } = foldGate([verdict('fail', { value: 300.02 })]);
    expect(gate.reasons[0].message).toContain(
      'is 300.02 ms; the limit is ≤ 300 ms',
    );
  });

  const IS_412 =
    'Checkout response time (p95 of http.request.duration, journey=checkout, production) is 412 ms; the limit is ≤ 300 ms, set by system checkout';

  it.each<[string, Verdict, string, string]>([
    [
      'a waived failure',
      verdict('fail', { waiver: WAIVER }),
      'waived',
      `${IS_412}. It is waived until 2027-03-01, fails above 450 ms.`,
    ],
    [
      'a waiver without a cap, to the minute',
      verdict('fail', {
        waiver: { id: 'w', until: '2027-03-01T08:15:00Z', exceeded: false },
      }),
      'waived',
      `${IS_412}. It is waived until 2027-03-01 08:15 UTC.`,
    ],
    [
      'a failure beyond the cap',
      verdict('fail', { waiver: EXCEEDED }),
      'cap-exceeded',
      `${IS_412}, and it exceeds the waiver’s cap of ≤ 450 ms.`,
    ],
    [
      'a failure that will block',
      verdict('fail', {
        enforcement: at('warn', {
          next: {
            stage: 'block',
            at: '2027-03-01T00:00:00.000Z',
            definitionId: 'org/policy/api',
          },
        }),
      }),
      'not-enforced',
      `${IS_412}. The gate stays open: the stage is warn, and block from 2027-03-01.`,
    ],
    [
      'a check',
      check('fail'),
      'check-failed',
      'Load-tested in the last 30 days failed: No load test has been uploaded yet.',
    ],
    [
      'a finding',
      FINDING,
      'finding-failed',
      'Finding F-17, Orders lack an index, failed: Its risk is high.',
    ],
  ])('says of %s', (_, one, code, message) => {
    const [reason] = foldGate([one]).gate.reasons;
    expect(reason).toEqual({
      code,
      message,
      ruleId: one.ruleId,
      stage: one.enforcement.stage,
    });
  });

  const ACTION: GateErrorBudgetAction = {
    definitionId: 'org/errorbudgetpolicy/default',
    rule: 'spent',
    ruleId: 'slo:availability',
    environment: 'production',
    action: 'freeze',
    except: ['security', 'reliability'],
    message: 'Availability in production: error budget overspent by 12 %',
    since: '2026-11-20T10:00:00.000Z',
    approved: false,
  };
  const OVERSPENT =
    'Availability in production: error budget overspent by 12 %. The error-budget policy default';
  const SINCE = '(spent, since 2026-11-20 10:00 UTC).';

  it.each<
    [string, Partial<GateErrorBudgetAction>, string[], number, string, string]
  >([
    [
      'a freeze',
      {},
      [],
      1,
      'frozen',
      `freezes changes ${SINCE} Only changes labelled security or reliability pass.`,
    ],
    [
      'a freeze without exceptions',
      { except: [] },
      ['security'],
      1,
      'frozen',
      `freezes changes ${SINCE} No change passes.`,
    ],
    [
      'a freeze and another label',
      {},
      ['feature'],
      1,
      'frozen',
      `freezes changes ${SINCE} Only changes labelled security or reliability pass.`,
    ],
    [
      'a freeze that is waived: no waiver lifts it',
      { approved: true },
      [],
      1,
      'frozen',
      `freezes changes ${SINCE} Only changes labelled security or reliability pass.`,
    ],
    [
      'a freeze and a label that passes',
      {},
      ['feature', 'reliability'],
      0,
      'excepted',
      `freezes changes ${SINCE} The change is labelled reliability, which passes.`,
    ],
    [
      'an approval that is missing',
      { action: 'require-approval' },
      [],
      1,
      'approval-required',
      `asks for approval ${SINCE} A change needs an approved waiver on the SLO, or a label: security or reliability.`,
    ],
    [
      'an approval',
      { action: 'require-approval', approved: true },
      [],
      0,
      'approved',
      `asks for approval ${SINCE} A waiver on the SLO is approved.`,
    ],
    [
      'a label instead of an approval',
      { action: 'require-approval' },
      ['security'],
      0,
      'excepted',
      `asks for approval ${SINCE} The change is labelled security, which passes.`,
    ],
    [
      'a warning',
      { action: 'warn' },
      [],
      0,
      'error-budget-low',
      `warns ${SINCE} The gate stays open.`,
    ],
  ])('honours %s', (_, fields, changeLabels, exitCode, code, words) => {
    const { gate, outcome } = foldGate([], {
      errorBudgetActions: [{ ...ACTION, ...fields }],
      changeLabels,
    });
    expect(gate).toEqual({
      exitCode,
      errorBudgetActions: [{ ...ACTION, ...fields }],
      reasons: [
        { code, ruleId: 'slo:availability', message: `${OVERSPENT} ${words}` },
      ],
    });
    expect(outcome).toBe(exitCode === 1 ? 'fail' : 'warn');
  });

  it('needs an exception in every policy that freezes', () => {
    const other = {
      ...ACTION,
      definitionId: 'system:default/pay/errorbudgetpolicy/strict',
      except: ['incident'],
    };
    const exitCodeWith = (...changeLabels: string[]) =>
      foldGate([], { errorBudgetActions: [ACTION, other], changeLabels }).gate
        .exitCode;
    expect(exitCodeWith('security')).toBe(1);
    expect(exitCodeWith('incident')).toBe(1);
    expect(exitCodeWith('security', 'incident')).toBe(0);
  });

  it('hears nothing of what only tells the owner, and lets an override open a freeze', () => {
    expect(
      foldGate([], { errorBudgetActions: [{ ...ACTION, action: 'notify' }] }),
    ).toMatchObject({
      outcome: 'pass',
      verdicts: [],
      gate: { exitCode: 0, reasons: [] },
    });
    expect(
      foldGate([], { errorBudgetActions: [ACTION], override: OVERRIDE }).gate,
    ).toMatchObject({
      exitCode: 0,
      reasons: [{ code: 'frozen' }, { code: 'overridden' }],
    });
  });

  it('hides nothing behind an override', () => {
    const { gate } = foldGate([verdict('fail')], { override: OVERRIDE });
    expect(gate.override).toEqual(OVERRIDE);
    expect(gate.reasons).toMatchObject([
      { code: 'budget-failed' },
      {
        code: 'overridden',
        message:
          'The gate is held open until 2026-11-22 18:30 UTC by user:default/jane: Rolling back an outage.',
      },
    ]);
  });
});
