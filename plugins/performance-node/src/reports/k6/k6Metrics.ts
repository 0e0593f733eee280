import {
  CUSTOM_METRIC_PREFIX,
  getMetric,
  Unit,
} from '@perf-governance/plugin-performance-common';

/** k6's four kinds of metric (grafana/k6, metrics/metric_type.go). */
export type K6MetricType = 'counter' | 'gauge' | 'rate' | 'trend';

/** Our name for each of k6's own metrics (grafana/k6, metrics/builtin.go and the browser module). */
const METRIC_NAMES: Record<string, string> = {
  http_req_duration: 'http.request.duration',
  http_req_waiting: 'http.request.waiting',
  http_req_connecting: 'http.request.connecting',
  http_req_tls_handshaking: 'http.request.tls',
  http_req_blocked: 'http.request.blocked',
  http_req_sending: 'http.request.sending',
  http_req_receiving: 'http.request.receiving',
  http_req_failed: 'http.request.failed',
  http_reqs: 'http.request.rate',
  iteration_duration: 'iteration.duration',
  iterations: 'iterations.rate',
  group_duration: 'transaction.duration',
  checks: 'checks.passed',
  // k6's machine-readable summary has this instead of `checks`.
  checks_succeeded: 'checks.passed',
  vus: 'vus',
  data_sent: 'data.sent',
  data_received: 'data.received',
  grpc_req_duration: 'grpc.request.duration',
  grpc_reqs: 'grpc.request.rate',
  ws_connecting: 'websocket.connecting',
  ws_session_duration: 'websocket.session.duration',
  ws_ping: 'websocket.ping',
  ws_msgs_sent: 'websocket.messages.sent.rate',
  ws_msgs_received: 'websocket.messages.received.rate',
  ws_sessions: 'websocket.sessions.rate',
  browser_web_vital_lcp: 'web.lcp',
  browser_web_vital_fcp: 'web.fcp',
  browser_web_vital_cls: 'web.cls',
  browser_web_vital_inp: 'web.inp',
  browser_web_vital_ttfb: 'web.ttfb',
};

const TYPES: Record<string, K6MetricType> = {
  http_req_failed: 'rate',
  http_reqs: 'counter',
  iterations: 'counter',
  dropped_iterations: 'counter',
  checks: 'rate',
  vus: 'gauge',
  vus_max: 'gauge',
  data_sent: 'counter',
  data_received: 'counter',
  grpc_reqs: 'counter',
  grpc_req_duration: 'trend',
  ws_sessions: 'counter',
  ws_msgs_sent: 'counter',
  ws_msgs_received: 'counter',
  ws_connecting: 'trend',
  ws_session_duration: 'trend',
  ws_ping: 'trend',
  iteration_duration: 'trend',
  group_duration: 'trend',
};

/** What a metric of k6 is called and measured in here. */
export interface MappedMetric {
  name: string;
  unit: Unit;
}

/**
 * Our name and unit for a metric of k6.
 *
 * @param contains - k6's own word for the unit: `time` (ms), `data` (bytes) or `default`
 */
export function mapK6Metric(
  k6Name: string,
  type: K6MetricType,
  contains: string | undefined,
): MappedMetric {
  const name = Object.prototype.hasOwnProperty.call(METRIC_NAMES, k6Name)
    ? METRIC_NAMES[k6Name]
    : undefined;
  const known = name === undefined ? undefined : getMetric(name);
  if (known) {
    return { name: known.name, unit: known.unit };
  }
  return {
    name: `${CUSTOM_METRIC_PREFIX}${k6Name}`,
    unit: customUnit(type, contains),
  };
}

/**
 * The type of a metric whose report doesn't say it (`--out csv`), `undefined` for a script's own.
 */
export function builtInK6Type(k6Name: string): K6MetricType | undefined {
  if (Object.prototype.hasOwnProperty.call(TYPES, k6Name)) {
    return TYPES[k6Name];
  }
  return /^(http_req_|browser_web_vital_)/.test(k6Name) ? 'trend' : undefined;
}

function customUnit(type: K6MetricType, contains: string | undefined): Unit {
  if (type === 'rate') {
    return 'ratio';
  }
  if (contains === 'time') {
    return 'ms';
  }
  return contains === 'data' ? 'B' : '1';
}
