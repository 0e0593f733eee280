import { K6_METRICS, k6Samples } from './k6Samples.mjs';

/**
 * k6's raw output, `k6 run --out json=…` (grafana/k6, internal/output/json): a line that declares
 * each metric, then a line for every sample.
 *
 * @param run - As for `k6Samples`.
 */
export function k6Raw(run) {
  const lines = K6_METRICS.map(([name, type, contains]) =>
    JSON.stringify({
      type: 'Metric',
      data: { name, type, contains, thresholds: [], submetrics: null },
      metric: name,
    }),
  );
  k6Samples(run, (metric, time, value, tags) => {
    lines.push(
      JSON.stringify({
        metric,
        type: 'Point',
        data: {
          time: new Date(time).toISOString(),
          value: Number(value.toFixed(6)),
          tags,
        },
      }),
    );
  });
  return `${lines.join('\n')}\n`;
}
