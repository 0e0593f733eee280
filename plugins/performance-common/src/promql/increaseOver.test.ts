import { increaseOver } from './increaseOver';

describe('increaseOver', () => {
  it.each([
    ['requests_total', 'increase(requests_total[300s])'],
    [
      'sum(requests_total{code=~"5.."})',
      'sum(increase(requests_total{code=~"5.."}[300s]))',
    ],
    [
      'sum by (job) (a) / on (job) group_left sum(b)',
      'sum by (job) (increase(a[300s])) / on (job) group_left sum(increase(b[300s]))',
    ],
    ['a or vector(0)', 'increase(a[300s]) or vector(0)'],
    [
      '{__name__=~"a|b", job="c"}',
      'increase({__name__=~"a|b", job="c"}[300s])',
    ],
    ['sum(a offset 1d)', 'sum(increase(a[300s] offset 1d))'],
    ['a @ end() offset -1h > 0', 'increase(a[300s] @ end() offset -1h) > 0'],
    [
      'sum(a{le="["}) # a{b}\n+ b',
      'sum(increase(a{le="["}[300s])) # a{b}\n+ increase(b[300s])',
    ],
    ['1 + 1', '1 + 1'],
  ])('turns %s into %s', (query, expected) => {
    expect(increaseOver(query, '300s')).toEqual({
      query: expected,
      unchanged: [],
    });
  });

  it.each([
    [
      'sum(increase(a[5m])) / sum(b)',
      'sum(increase(a[5m])) / sum(increase(b[60s]))',
      ['a[5m]'],
    ],
    ['max_over_time(a[1h:5m])', 'max_over_time(a[1h:5m])', ['a[1h:5m]']],
  ])('leaves the ranges of %s as they are', (query, expected, unchanged) => {
    expect(increaseOver(query, '60s')).toEqual({ query: expected, unchanged });
  });

  it.each(['', 'sum(a', 'a{', '1 +', 'a b', 'sum(a))', 'SELECT 1'])(
    'does not take %j for PromQL',
    query => {
      expect(increaseOver(query, '60s')).toBeUndefined();
    },
  );
});
