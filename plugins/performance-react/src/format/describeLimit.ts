import { formatBound } from '@perf-governance/plugin-performance-common';
import { EffectiveLimit, PerformanceLayer } from '../api';

/**
 * Both limits in one line: `limit ≤ 300 ms`, `warn ≤ 250 ms · fail ≤ 300 ms`.
 *
 * @public
 */
export function describeLimit(limit: EffectiveLimit): string {
  if (limit.warn && limit.fail) {
    return `warn ${formatBound(limit.warn)} · fail ${formatBound(limit.fail)}`;
  }
  if (limit.fail) {
    return `limit ${formatBound(limit.fail)}`;
  }
  if (limit.warn) {
    return `warn ${formatBound(limit.warn)}`;
  }
  return 'no limit';
}

/**
 * Who a layer is: `organisation`, `system checkout`.
 *
 * @public
 */
export function layerWords(layer: PerformanceLayer): string {
  if (layer.kind === 'org') {
    return 'organisation';
  }
  const name = layer.entityRef?.split('/').pop();
  return name ? `${layer.kind} ${name}` : layer.kind;
}
