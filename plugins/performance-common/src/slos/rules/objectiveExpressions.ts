import { Entity } from '@backstage/catalog-model';
import { SloObjective, SloSpec } from '../../model';
import { stepSecondsOf } from '../stepSecondsOf';
import { tooCoarse } from '../tooCoarse';
import { unitSecondsOf } from '../unitSecondsOf';
import {
  indicatorExpressions,
  InexpressibleError,
  Over,
} from './indicatorExpressions';
import { subquery } from './promQl';

/** An objective in PromQL. */
export interface ObjectiveExpressions {
  /** Length of what it counts. */
  unitSeconds: number;
  /** Share of bad ones of what is known. */
  errorRatio: Over;
  /** Share of bad ones of what the budget is a share of: events, or the window's slices. */
  budgetedErrorRatio: Over;
  /** Of `Occurrences`: how many events there were. */
  events?: Over;
}

/**
 * Writes what `evaluateSlo` works out. Slices end where Prometheus evaluates subqueries: at multiples of
 * their length since 1970.
 *
 * @throws InexpressibleError
 */
export function objectiveExpressions(
  spec: SloSpec,
  objective: SloObjective,
  entity: Entity | undefined,
): ObjectiveExpressions {
  const indicator = objective.indicator ?? spec.indicator;
  if (!indicator) {
    throw new InexpressibleError('it has no indicator');
  }
  const method = spec.budgetingMethod;
  const stepSeconds = stepSecondsOf(spec);
  const unitSeconds = unitSecondsOf(method, objective, stepSeconds);
  if (unitSeconds === undefined) {
    throw new InexpressibleError(tooCoarse(objective, stepSeconds).message);
  }
  const { goodRatio, errorRatio, events } = indicatorExpressions(
    indicator,
    objective,
    { stepSeconds, entity },
  );
  if (method === 'Occurrences') {
    return { unitSeconds, errorRatio, budgetedErrorRatio: errorRatio, events };
  }
  const badness =
    method === 'Timeslices'
      ? `${goodRatio(unitSeconds)} < bool ${objective.timeSliceTarget ?? 1}`
      : errorRatio(unitSeconds);
  const slices: Over = seconds => subquery(badness, seconds, unitSeconds);
  return {
    unitSeconds,
    errorRatio: seconds => `avg_over_time(${slices(seconds)})`,
    budgetedErrorRatio: seconds =>
      `sum_over_time(${slices(seconds)}) / ${seconds / unitSeconds}`,
  };
}
