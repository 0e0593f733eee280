import { quantile } from './loadTest.mjs';

/**
 * JMeter's results: the JTL in CSV with the default columns (apache/jmeter, CSVSaveService.java),
 * and `statistics.json` of its dashboard.
 */

const COLUMNS = [
  'timeStamp',
  'elapsed',
  'label',
  'responseCode',
  'responseMessage',
  'threadName',
  'dataType',
  'success',
  'failureMessage',
  'bytes',
  'sentBytes',
  'grpThreads',
  'allThreads',
  'URL',
  'Latency',
  'IdleTime',
  'Connect',
];

/** @param run - `startedAt` (ms since 1970), `host`, `requests`, `vus`. */
export function jmeterCsv(run) {
  const rows = run.requests.map((request, index) => {
    const elapsed = Math.round(request.durationMs);
    const path = request.endpoint.split(' ')[1].replaceAll(/:\w+/g, '4711');
    return [
      Math.round(run.startedAt + request.startMs),
      elapsed,
      request.endpoint,
      request.failed ? 503 : 200,
      request.failed ? 'Service Unavailable' : 'OK',
      `Shoppers 1-${1 + (index % run.vus)}`,
      'text',
      !request.failed,
      request.failed ? 'Test failed: code expected to match /200/' : '',
      request.bytes,
      412,
      run.vus,
      run.vus,
      `https://${run.host}${path}`,
      Math.max(0, elapsed - 1),
      0,
      index < run.vus ? 3 : 0,
    ].join(',');
  });
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`;
}

function statisticsOf(transaction, requests, seconds) {
  const sorted = requests
    .map(request => Math.round(request.durationMs))
    .sort((a, b) => a - b);
  const errors = requests.filter(request => request.failed).length;
  const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
  return {
    transaction,
    sampleCount: sorted.length,
    errorCount: errors,
    errorPct: (100 * errors) / sorted.length,
    meanResTime: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    medianResTime: quantile(sorted, 0.5),
    minResTime: sorted[0],
    maxResTime: sorted.at(-1),
    pct1ResTime: quantile(sorted, 0.9),
    pct2ResTime: quantile(sorted, 0.95),
    pct3ResTime: quantile(sorted, 0.99),
    throughput: sorted.length / seconds,
    receivedKBytesPerSec: bytes / 1024 / seconds,
    sentKBytesPerSec: (sorted.length * 412) / 1024 / seconds,
  };
}

/** @param run - `requests`, `seconds`. */
export function jmeterStatistics(run) {
  const { requests, seconds } = run;
  const endpoints = [...new Set(requests.map(request => request.endpoint))];
  return `${JSON.stringify(
    {
      Total: statisticsOf('Total', requests, seconds),
      ...Object.fromEntries(
        endpoints.map(endpoint => [
          endpoint,
          statisticsOf(
            endpoint,
            requests.filter(request => request.endpoint === endpoint),
            seconds,
          ),
        ]),
      ),
    },
    null,
    2,
  )}\n`;
}
