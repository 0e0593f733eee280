import {
  Definition,
  parseDefinitions,
  resolveEntityFact,
  RunFact,
  Series,
} from '@perf-governance/plugin-performance-common';
import { budget, component } from '../__testUtils__/fixtures';
import { judgeRun } from './judgeRun';

const RUN: RunFact = {
  runId: 'run',
  entityRef: 'component:default/checkout',
  environment: 'production',
  tool: 'k6',
  startedAt: '2026-01-01T10:00:00Z',
  endedAt: '2026-01-01T10:01:00Z',
};

function series(metric: string, mean: number): Series {
  return {
    metric,
    unit: 'ms',
    labels: {},
    count: 10,
    mean,
    quantiles: {},
    quantileMethod: 'none',
  };
}

function definitions(...texts: string[]): Definition[] {
  return texts.flatMap(
    text =>
      parseDefinitions(text, {
        file: 'budgets.yaml',
        layer: { kind: 'org' },
        source: { type: 'config', location: 'budgets.yaml' },
      }).definitions,
  );
}

function judge(defined: Definition[], ...measured: Series[]) {
  const { verdicts } = judgeRun({
    definitions: defined,
    subject: resolveEntityFact(component('checkout'), () => undefined),
    run: RUN,
    series: measured,
  });
  return verdicts.map(
    verdict =>
      `${verdict.kind === 'budget' ? verdict.metric : verdict.ruleId} ${
        verdict.reason?.code ?? verdict.state
      }`,
  );
}

describe('judgeRun', () => {
  const latency = budget('latency', { statistic: 'mean', fail: '<= 300 ms' });
  const waiting = budget('waiting', {
    metric: 'http.request.waiting',
    statistic: 'mean',
    fail: '<= 100 ms',
  });
  const lcp = budget('lcp', {
    metric: 'web.lcp',
    statistic: 'mean',
    fail: '<= 2.5 s',
  });

  it('judges by what a run of its kind can be expected to hold', () => {
    expect(
      judge(
        definitions(latency, waiting, lcp),
        series('http.request.duration', 310),
      ),
    ).toEqual([
      'http.request.duration fail',
      'http.request.waiting missing-metric',
    ]);
    expect(
      judge(definitions(latency, waiting, lcp), series('web.lcp', 2000)),
    ).toEqual(['web.lcp pass']);
  });

  it('judges as of the end of the run, however long ago that is', () => {
    expect(
      judge(
        definitions(
          budget('latency', {
            statistic: 'mean',
            fail: '<= 300 ms',
            maxAge: '1d',
          }),
        ),
        series('http.request.duration', 200),
      ),
    ).toEqual(['http.request.duration pass']);
  });

  it('says nothing of other environments', () => {
    const [definition] = definitions(latency);
    const elsewhere = {
      ...definition,
      spec: { ...definition.spec, environments: ['staging'] },
    } as Definition;
    expect(judge([elsewhere], series('http.request.duration', 1))).toEqual([]);
  });
});
