import { Bound, EffectiveBound } from '../model';

type AnyBound = Pick<Bound | EffectiveBound, 'operator' | 'value'>;

/** Which way is better under a bound: `<=` and `<` want lower values. */
export function boundDirection(bound: AnyBound): 'lower' | 'higher' {
  return bound.operator === '<=' || bound.operator === '<' ? 'lower' : 'higher';
}

/**
 * Orders bounds of one direction and unit, the tightest first. At the same value, `<` is tighter
 * than `<=`.
 */
export function compareTightness(a: AnyBound, b: AnyBound): number {
  if (a.value !== b.value) {
    return boundDirection(a) === 'lower'
      ? a.value - b.value
      : b.value - a.value;
  }
  return a.operator.length - b.operator.length;
}

/** Whether a value keeps within a bound. Exact: no tolerance for rounding. */
export function holds(bound: AnyBound, value: number): boolean {
  switch (bound.operator) {
    case '<=':
      return value <= bound.value;
    case '<':
      return value < bound.value;
    case '>=':
      return value >= bound.value;
    default:
      return value > bound.value;
  }
}
