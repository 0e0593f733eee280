import { evaluateTable, verdictLines } from './__testUtils__/evaluationTable';

const measure =
  'measure: { source: prometheus, query: latency, over: 1h, unit: s }';
const budget = (name: string, limit: string, rest = measure) =>
  `budget org ${name} { metric: http.request.duration, statistic: p95, limits: { fail: ${limit} }, ${rest} }`;
const ORG = budget('latency', '<= 300 ms');
const run =
  'run r1 production 2026-11-22T10:00:00Z 2026-11-22T10:30:00Z\nhttp.request.duration{} count=10 mean=5 p95=412';

// Now is 2026-11-22T12:00Z; a window of an hour is measured every five minutes.
describe('measured budgets', () => {
  it.each<[string, string[], string]>([
    [
      'within its limit',
      [ORG, 'measured org/budget/latency production 280 2026-11-22T11:55:00Z'],
      'pass 280',
    ],
    [
      'beyond its limit',
      [ORG, 'measured org/budget/latency production 301 2026-11-22T11:55:00Z'],
      'fail 301',
    ],
    [
      'measured in place of a run',
      [
        ORG,
        run,
        'measured org/budget/latency production 280 2026-11-22T11:55:00Z',
      ],
      'pass 280',
    ],
    ['judged by a run where nobody measures', [ORG, run], 'fail 412'],
    [
      'measured for another environment only',
      [ORG, 'measured org/budget/latency staging 280 2026-11-22T11:55:00Z'],
      'no-data no-samples',
    ],
    [
      'with a source that is down',
      [ORG, 'unmeasured org/budget/latency production source-down'],
      'no-data source-down',
    ],
    [
      'measured as long ago as its window is long',
      [ORG, 'measured org/budget/latency production 280 2026-11-22T11:00:00Z'],
      'pass 280',
    ],
    [
      'measured longer ago',
      [ORG, 'measured org/budget/latency production 280 2026-11-22T10:59:59Z'],
      'no-data too-old',
    ],
    [
      'measured longer ago than it may be',
      [
        budget('latency', '<= 300 ms', `${measure}, maxAge: 10m`),
        'measured org/budget/latency production 280 2026-11-22T11:49:00Z',
      ],
      'no-data too-old',
    ],
  ])('%s', (_, table, expected) => {
    expect(verdictLines(table.join('\n'))).toEqual([
      `http.request.duration:p95 production {} ${expected} fail<=300@org/latency`,
    ]);
  });

  it('tightens by layers, whichever of them says how to measure', () => {
    const own =
      'budget component:default/pay own { metric: http.request.duration, statistic: p95, limits: { fail: <= 200 ms }, environment: production }';
    const table = [
      ORG,
      own,
      'measured org/budget/latency production 280 2026-11-22T11:55:00Z',
    ].join('\n');
    expect(verdictLines(table)).toEqual([
      'http.request.duration:p95 production {} fail 280 fail<=200@component:default/pay/own',
    ]);
  });

  it('says what was asked, in place of a run', () => {
    const [verdict] = evaluateTable(
      `${ORG}\nmeasured org/budget/latency production 280 2026-11-22T11:55:00Z`,
    ).verdicts;
    expect(verdict).toMatchObject({
      evidence: undefined,
      confirm: 1,
      measured: {
        source: 'prometheus',
        query: 'latency',
        windowSeconds: 3600,
        definitionId: 'org/budget/latency',
      },
    });
  });
});
