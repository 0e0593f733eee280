import { parser } from '@prometheus-io/lezer-promql';

/** Aggregates that keep several, with their labels. */
const SEVERAL = /^\s*(topk|bottomk|limitk|limit_ratio|count_values)\b/i;

/**
 * Writes an expression so that it has one value at most, and no labels: its sum, unless it is an aggregate
 * over everything already.
 */
export function singleValue(expression: string): string {
  const top = parser.parse(expression).topNode.firstChild;
  const isAggregate =
    top?.type.name === 'AggregateExpr' &&
    !top.getChild('AggregateModifier') &&
    !SEVERAL.test(expression);
  if (isAggregate && !expression.includes('#')) {
    return expression;
  }
  // A comment ends with its line.
  return `sum(${expression}${expression.includes('#') ? '\n' : ''})`;
}
