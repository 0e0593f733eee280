import { Metric, Unit } from '../model';
import { customMetric, isCustomMetric } from './customMetric';
import { METRICS } from './metricRegistry';

const byName = new Map(METRICS.map(metric => [metric.name, metric]));

/**
 * Looks up a metric by its canonical name.
 *
 * @param name - E.g. `http.request.duration` or `custom.basket_size`.
 * @param customUnit - The unit to assume for a `custom.*` metric.
 * @returns `undefined` if the name is neither in the registry nor under `custom.*`.
 * @public
 */
export function getMetric(name: string, customUnit?: Unit): Metric | undefined {
  const metric = byName.get(name);
  if (metric) {
    return metric;
  }
  return isCustomMetric(name) ? customMetric(name, customUnit) : undefined;
}
