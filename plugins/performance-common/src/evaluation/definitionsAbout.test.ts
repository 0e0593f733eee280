import { parseDefinitions } from '../definitions';
import { definitionsAbout } from './definitionsAbout';

const { definitions } = parseDefinitions(
  [
    ['http.request.duration', 'p95', '<= 300 ms'],
    ['http.request.failed', 'ratio', '<= 1 %'],
    ['web.lcp', 'p75', '<= 2.5 s'],
  ]
    .map(
      ([metric, statistic, fail]) => `apiVersion: performance-governance.io/v1
kind: Budget
metadata: { name: ${metric} }
spec: { metric: ${metric}, statistic: ${statistic}, limits: { fail: '${fail}' } }
`,
    )
    .join('---\n'),
  {
    file: 'budgets.yaml',
    layer: { kind: 'org' },
    source: { type: 'config', location: 'budgets.yaml' },
  },
);

describe('definitionsAbout', () => {
  it.each([
    [
      'a load test by its whole family, though it lacks one metric',
      ['http.request.duration', 'iteration.duration'],
      ['http.request.duration', 'http.request.failed'],
    ],
    ['a page audit by Web Vitals', ['web.cls'], ['web.lcp']],
    [
      'what no budget is about by all of them',
      ['custom.batch.duration'],
      ['http.request.duration', 'http.request.failed', 'web.lcp'],
    ],
  ])('judges %s', (_, metrics, expected) => {
    expect(
      definitionsAbout(definitions, metrics).map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(expected);
  });
});
