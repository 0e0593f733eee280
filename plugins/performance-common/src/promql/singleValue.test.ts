import { singleValue } from './singleValue';

it.each([
  ['sum(rate(a[5m]))', 'sum(rate(a[5m]))'],
  ['count(a)', 'count(a)'],
  ['a', 'sum(a)'],
  ['sum by (job) (a)', 'sum(sum by (job) (a))'],
  ['sum(a) without (job)', 'sum(sum(a) without (job))'],
  ['sum(a) + sum(b)', 'sum(sum(a) + sum(b))'],
  ['topk(1, a)', 'sum(topk(1, a))'],
  ['sum(a) # all', 'sum(sum(a) # all\n)'],
])('turns %s into %s', (expression, expected) => {
  expect(singleValue(expression)).toBe(expected);
});
