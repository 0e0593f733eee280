import { promQlProblem } from './promQlProblem';

describe('promQlProblem', () => {
  it.each([
    'sum(rate(requests_total{code!~"5.."}[5m])) / 2',
    'sum(rate(requests_total[{{.window}}]))',
    'sum(rate(requests_total[{{ .window }}] offset 1d))',
    '{{ entity.metadata.name }}_total{service="{{ entity.metadata.annotations[\'a/b\'] }}"}',
    'latency > {{ entity.metadata.annotations.limit }}',
    'histogram_quantile(0.99, sum by (le) (rate(x_bucket{a="b\\"c"}[5m]))) # all',
  ])('takes %s', query => {
    expect(promQlProblem(query)).toBeUndefined();
  });

  it.each([
    ['sum(a', 'it ends too early after "sum(a", its character 5.'],
    ['sum(a)) + b', 'it goes wrong after "sum(a)", its character 6.'],
    ['a{b="c", =}', 'it goes wrong after "a{b=\\"c\\",", its character 8.'],
    ['SELECT 1', 'it goes wrong after "SELECT", its character 6.'],
    [
      'sum(rate(requests_total{code!~"5.."}[5m])) / sum(rate(requests_total[{{.window}}))',
      'it goes wrong after "…ate(requests_total[{{.window}}", its character 80.',
    ],
    [')', 'from its beginning on.'],
  ])('finds where %s goes wrong', (query, problem) => {
    expect(promQlProblem(query)).toContain(problem);
  });
});
