import {
  BudgetVerdict,
  DefinitionProblem,
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
        message:
          'Checkout response time (p95 of http.request.duration, journey=checkout, production) is 412 ms; the limit is ≤ 300 ms, set by system checkout.',
      },
      {
        code: 'evidence-missing',
        ruleId: 'budget:http.request.duration:p95',
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
});
