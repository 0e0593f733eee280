import { parseDefinitions } from './parseDefinitions';

function parse(spec: string) {
  return parseDefinitions(
    `apiVersion: performance-governance.io/v1
kind: Budget
metadata: { name: latency }
spec:
  metric: http.request.duration
  statistic: p95
  limits: { fail: <= 300 ms }
${spec.replace(/^/gm, '  ')}
`,
    {
      file: 'budgets.yaml',
      layer: { kind: 'org' },
      source: { type: 'config', location: 'budgets.yaml' },
    },
  );
}

describe('readMeasure', () => {
  it('reads how a budget is measured', () => {
    const { definitions, problems } = parse(
      'measure: { source: mimir, query: latency, over: 30m, every: 2m, unit: s }\nenvironment: staging',
    );
    expect(problems).toEqual([]);
    expect(definitions[0].spec).toMatchObject({
      environments: ['staging'],
      measure: {
        source: 'mimir',
        query: 'latency',
        windowSeconds: 1800,
        everySeconds: 120,
        // A second is 1000 ms.
        factor: 1000,
      },
    });
  });

  it.each([
    ['1h', 300],
    ['5m', 60],
    ['1d', 7200],
  ])('measures what looks back over %s every %s s', (over, everySeconds) => {
    const { definitions } = parse(
      `measure: { source: mimir, query: latency, over: ${over} }`,
    );
    expect(definitions[0].spec).toMatchObject({
      environments: ['production'],
      measure: { everySeconds, factor: 1 },
    });
  });

  it.each([
    [
      'measure: { source: a, query: b, over: 1h }\nlabels: { endpoint: /pay }',
      '9:11 error invalid-value: `labels` is about runs, and this budget is measured; what it looks at is up to its query.',
    ],
    [
      'measure: { source: a, query: b, over: 1h }\nenvironment: [staging, production]',
      '9:16 error invalid-value: A budget that is measured is about one environment; write one for each.',
    ],
    [
      'measure: { source: a, query: b, over: 90s }',
      "8:41 error invalid-duration: '90s' isn't a number of whole minutes.",
    ],
    [
      'measure: { source: prometheus, query: "sum(b", over: 1h }',
      '8:41 error query-syntax: The query isn’t PromQL: it ends too early after "sum(b", its character 5.',
    ],
    [
      'measure: { source: a, query: b, over: 1h, unit: MB }',
      "8:51 error unit-mismatch: 'MB' can't be converted to ms.",
    ],
    [
      'measure: { source: a, query: b }',
      "8:12 error missing-field: 'spec.measure' lacks the field 'over'.",
    ],
  ])('refuses %s', (spec, problem) => {
    const { definitions, problems } = parse(spec);
    expect(definitions).toEqual([]);
    expect(
      problems.map(
        ({ line, column, severity, rule, message }) =>
          `${line}:${column} ${severity} ${rule}: ${message}`,
      ),
    ).toEqual([problem]);
  });
});
