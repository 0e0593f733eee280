import { k6Samples } from './k6Samples.mjs';

const TAGS = [
  'check',
  'error',
  'error_code',
  'expected_response',
  'group',
  'method',
  'name',
  'proto',
  'scenario',
  'service',
  'status',
  'subproto',
  'tls_version',
  'url',
  'extra_tags',
  'metadata',
];

/**
 * k6's raw output, `k6 run --out csv=…` (grafana/k6, internal/output/csv): a column for each of
 * its own tags, times in seconds.
 *
 * @param run - As for `k6Samples`.
 */
export function k6Csv(run) {
  const lines = [['metric_name', 'timestamp', 'metric_value', ...TAGS].join()];
  k6Samples(run, (metric, time, value, tags) => {
    lines.push(
      [
        metric,
        Math.floor(time / 1000),
        value.toFixed(6),
        ...TAGS.map(tag => tags[tag] ?? ''),
      ].join(),
    );
  });
  return `${lines.join('\n')}\n`;
}
