import { Metric, MetricArea, MetricType, Unit } from '../model';

function metric(
  name: string,
  title: string,
  unit: Unit,
  type: MetricType,
  direction: Metric['direction'],
  area: MetricArea,
  description: string,
): Metric {
  return { name, title, unit, type, direction, area, description };
}

const latency = (name: string, title: string, description: string) =>
  metric(name, title, 'ms', 'distribution', 'lower', 'latency', description);

const throughput = (name: string, title: string, description: string) =>
  metric(name, title, '1/s', 'rate', 'higher', 'throughput', description);

const failures = (name: string, title: string, description: string) =>
  metric(name, title, 'ratio', 'ratio', 'lower', 'errors', description);

const webTime = (name: string, title: string, description: string) =>
  metric(name, title, 'ms', 'distribution', 'lower', 'web-vitals', description);

const score = (name: string, title: string, description: string) =>
  metric(
    name,
    title,
    'ratio',
    'distribution',
    'higher',
    'web-vitals',
    description,
  );

const pageBytes = (name: string, title: string, description: string) =>
  metric(name, title, 'B', 'distribution', 'lower', 'page-weight', description);

const pageCount = (name: string, title: string, description: string) =>
  metric(name, title, '1', 'distribution', 'lower', 'page-weight', description);

/**
 * Every metric with a meaning shared by all tools. A tool's own metric that maps to none of these
 * is kept under `custom.*`.
 *
 * Web metrics follow the definitions of web.dev and the Lighthouse audits of the same names.
 *
 * @public
 */
export const METRICS: readonly Metric[] = [
  latency(
    'http.request.duration',
    'Response time',
    'Time from sending an HTTP request to the last byte of its response, without connecting.',
  ),
  latency(
    'http.request.waiting',
    'Time to first byte',
    'Time between the end of an HTTP request and the first byte of its response.',
  ),
  latency(
    'http.request.connecting',
    'TCP connect time',
    'Time to establish the TCP connection of an HTTP request.',
  ),
  latency(
    'http.request.tls',
    'TLS handshake time',
    'Time of the TLS handshake of an HTTP request.',
  ),
  latency(
    'http.request.blocked',
    'Blocked time',
    'Time an HTTP request waited for a free connection.',
  ),
  latency(
    'http.request.sending',
    'Sending time',
    'Time to send an HTTP request.',
  ),
  latency(
    'http.request.receiving',
    'Receiving time',
    'Time from the first to the last byte of an HTTP response.',
  ),
  failures(
    'http.request.failed',
    'Failed requests',
    'Share of HTTP requests that failed.',
  ),
  throughput(
    'http.request.rate',
    'Request rate',
    'HTTP requests per second over the whole run.',
  ),
  latency(
    'iteration.duration',
    'Iteration time',
    'Time of one full iteration of the test script.',
  ),
  latency(
    'transaction.duration',
    'Transaction time',
    'Time of a named sequence of requests: a JMeter transaction controller or a k6 group.',
  ),
  failures(
    'transaction.failed',
    'Failed transactions',
    'Share of the transactions in which at least one request failed.',
  ),
  throughput(
    'iterations.rate',
    'Iteration rate',
    'Iterations of the test script per second over the whole run.',
  ),
  metric(
    'checks.passed',
    'Passed checks',
    'ratio',
    'ratio',
    'higher',
    'errors',
    "Share of the test script's own checks that passed.",
  ),
  metric(
    'vus',
    'Virtual users',
    '1',
    'gauge',
    'higher',
    'throughput',
    'Virtual users running at the same time.',
  ),
  metric(
    'data.sent',
    'Data sent',
    'B',
    'count',
    'lower',
    'resources',
    'Bytes sent over the whole run.',
  ),
  metric(
    'data.received',
    'Data received',
    'B',
    'count',
    'lower',
    'resources',
    'Bytes received over the whole run.',
  ),
  latency(
    'grpc.request.duration',
    'gRPC response time',
    'Time from sending a gRPC request to its response.',
  ),
  failures(
    'grpc.request.failed',
    'Failed gRPC requests',
    'Share of gRPC requests with a status other than OK.',
  ),
  throughput(
    'grpc.request.rate',
    'gRPC request rate',
    'gRPC requests per second over the whole run.',
  ),
  latency(
    'websocket.connecting',
    'WebSocket connect time',
    'Time to establish a WebSocket connection.',
  ),
  latency(
    'websocket.session.duration',
    'WebSocket session time',
    'Time from the opening to the closing of a WebSocket connection.',
  ),
  latency(
    'websocket.ping',
    'WebSocket ping time',
    'Time between a WebSocket ping and its pong.',
  ),
  throughput(
    'websocket.messages.sent.rate',
    'WebSocket messages sent',
    'WebSocket messages sent per second over the whole run.',
  ),
  throughput(
    'websocket.messages.received.rate',
    'WebSocket messages received',
    'WebSocket messages received per second over the whole run.',
  ),
  throughput(
    'websocket.sessions.rate',
    'WebSocket session rate',
    'WebSocket sessions opened per second over the whole run.',
  ),
  webTime(
    'web.lcp',
    'Largest Contentful Paint',
    'Time until the largest text or image of the page is painted.',
  ),
  webTime(
    'web.inp',
    'Interaction to Next Paint',
    'Time from an interaction to the next paint.',
  ),
  metric(
    'web.cls',
    'Cumulative Layout Shift',
    '1',
    'distribution',
    'lower',
    'web-vitals',
    'How much the visible content moves without the user asking for it.',
  ),
  webTime(
    'web.fcp',
    'First Contentful Paint',
    'Time until the first text or image of the page is painted.',
  ),
  webTime(
    'web.ttfb',
    'Time to First Byte',
    'Time from the navigation to the first byte of the document.',
  ),
  webTime(
    'web.tbt',
    'Total Blocking Time',
    'Sum of the parts beyond 50 ms of long tasks between first paint and interactivity.',
  ),
  webTime(
    'web.si',
    'Speed Index',
    'How quickly the visible content is filled.',
  ),
  webTime(
    'web.tti',
    'Time to Interactive',
    'Time until the page answers interactions reliably. Lighthouse dropped it in version 10.',
  ),
  webTime(
    'web.fid',
    'Max Potential First Input Delay',
    'Longest task an early interaction may have to wait for.',
  ),
  score(
    'web.score.performance',
    'Performance score',
    'Lighthouse score of the category Performance, 0 to 1.',
  ),
  score(
    'web.score.accessibility',
    'Accessibility score',
    'Lighthouse score of the category Accessibility, 0 to 1.',
  ),
  score(
    'web.score.best-practices',
    'Best practices score',
    'Lighthouse score of the category Best Practices, 0 to 1.',
  ),
  score(
    'web.score.seo',
    'SEO score',
    'Lighthouse score of the category SEO, 0 to 1.',
  ),
  score(
    'web.score.pwa',
    'PWA score',
    'Lighthouse score of the category PWA, 0 to 1. Lighthouse dropped it in version 12.',
  ),
  pageBytes(
    'page.bytes.total',
    'Page weight',
    'Bytes transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.script',
    'Script weight',
    'Bytes of scripts transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.image',
    'Image weight',
    'Bytes of images transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.stylesheet',
    'Stylesheet weight',
    'Bytes of stylesheets transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.font',
    'Font weight',
    'Bytes of fonts transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.document',
    'Document weight',
    'Bytes of HTML documents transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.media',
    'Media weight',
    'Bytes of audio and video transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.other',
    'Other weight',
    'Bytes of any other type transferred to load the page.',
  ),
  pageBytes(
    'page.bytes.third-party',
    'Third-party weight',
    'Bytes transferred from other sites to load the page.',
  ),
  pageCount(
    'page.requests.total',
    'Page requests',
    'Requests made to load the page.',
  ),
  pageCount(
    'page.requests.third-party',
    'Third-party requests',
    'Requests made to other sites to load the page.',
  ),
  pageCount('page.dom.size', 'DOM size', 'Elements in the document.'),
];
