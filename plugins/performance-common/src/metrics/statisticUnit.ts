import { Metric, Statistic, Unit } from '../model';

/**
 * The unit of a metric's statistic: the metric's own, but a plain number for the count of a
 * metric that doesn't itself count something.
 *
 * @public
 */
export function statisticUnit(
  metric: Pick<Metric, 'type' | 'unit'>,
  statistic: Statistic,
): Unit {
  return statistic === 'count' && metric.type !== 'count' ? '1' : metric.unit;
}
