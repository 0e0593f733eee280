/** The samples k6 takes of every request, and the types of its metrics. */

export const K6_METRICS = [
  ['http_reqs', 'counter', 'default'],
  ['http_req_duration', 'trend', 'time'],
  ['http_req_blocked', 'trend', 'time'],
  ['http_req_connecting', 'trend', 'time'],
  ['http_req_tls_handshaking', 'trend', 'time'],
  ['http_req_sending', 'trend', 'time'],
  ['http_req_waiting', 'trend', 'time'],
  ['http_req_receiving', 'trend', 'time'],
  ['http_req_failed', 'rate', 'default'],
  ['vus', 'gauge', 'default'],
];

function tagsOf(request, host) {
  const [method, path] = request.endpoint.split(' ');
  return {
    expected_response: String(!request.failed),
    group: '',
    method,
    name: request.endpoint,
    proto: 'HTTP/2.0',
    scenario: 'shoppers',
    status: request.failed ? '503' : '200',
    tls_version: 'tls1.3',
    url: `https://${host}${path.replaceAll(/:\w+/g, '4711')}`,
  };
}

/**
 * @param run - `startedAt` (ms since 1970), `host`, `requests`, `seconds`, `vus`.
 * @param add - Called with metric, time (ms since 1970), value and tags of every sample.
 */
export function k6Samples(run, add) {
  for (const request of run.requests) {
    const tags = tagsOf(request, run.host);
    const end = run.startedAt + request.startMs + request.durationMs;
    const sending = Math.min(0.05, request.durationMs / 20);
    const receiving = Math.min(1.2, request.durationMs / 10);
    add('http_reqs', end, 1, tags);
    add('http_req_duration', end, request.durationMs, tags);
    add('http_req_blocked', end, 0.002, tags);
    add('http_req_connecting', end, 0, tags);
    add('http_req_tls_handshaking', end, 0, tags);
    add('http_req_sending', end, sending, tags);
    add(
      'http_req_waiting',
      end,
      request.durationMs - sending - receiving,
      tags,
    );
    add('http_req_receiving', end, receiving, tags);
    add('http_req_failed', end, request.failed ? 1 : 0, tags);
  }
  for (let second = 1; second <= run.seconds; second += 10) {
    add('vus', run.startedAt + second * 1000, run.vus, {});
  }
}
