import { Metric, MetricType, Unit } from '../model';

/**
 * What the names of metrics outside the registry begin with.
 *
 * @public
 */
export const CUSTOM_METRIC_PREFIX = 'custom.';

const TYPES: Record<Unit, MetricType> = {
  ms: 'distribution',
  B: 'distribution',
  ratio: 'ratio',
  '1/s': 'rate',
  '1': 'distribution',
};

/**
 * Describes a metric that only its tool knows, under `custom.*`.
 *
 * Which way is better is unknown; `direction` says `lower`, but a budget's own operator decides.
 *
 * @param name - The tool's name of the metric, with or without the `custom.` prefix.
 * @param unit - Canonical unit; a plain number unless given.
 * @public
 */
export function customMetric(name: string, unit: Unit = '1'): Metric {
  const ownName = isCustomMetric(name)
    ? name.slice(CUSTOM_METRIC_PREFIX.length)
    : name;
  return {
    name: `${CUSTOM_METRIC_PREFIX}${ownName}`,
    title: ownName.replace(/[._]+/g, ' ').trim() || ownName,
    description: `${ownName}, as its tool reports it.`,
    unit,
    type: TYPES[unit],
    direction: 'lower',
    area: 'custom',
  };
}

/** @public */
export function isCustomMetric(name: string): boolean {
  return (
    name.startsWith(CUSTOM_METRIC_PREFIX) &&
    name.length > CUSTOM_METRIC_PREFIX.length
  );
}
