const MINUTE = 60_000;
const START = Date.parse('2026-09-30T00:00:00Z');
const END = Date.parse('2026-11-04T00:00:00Z');

/** Scrapes happen this long after the full minute, as no real one happens on it. */
const SCRAPE_OFFSET = 7_000;

/** Good requests of each instance in a minute. */
const GOOD_PER_MINUTE = 30;

const stretch = (from: string, to: string) => ({
  from: Date.parse(from),
  to: Date.parse(to),
});

/** Nothing is scraped, though the service goes on. */
const SCRAPE_OUTAGE = stretch('2026-10-20T03:00:00Z', '2026-10-20T05:00:00Z');

/** Failed requests in a minute, while an incident lasts. The second one spans the change of clocks. */
const INCIDENTS = [
  {
    ...stretch('2026-10-10T10:00:00Z', '2026-10-10T11:00:00Z'),
    instance: 'a',
    perMinute: 6,
  },
  {
    ...stretch('2026-10-25T00:33:00Z', '2026-10-25T02:02:00Z'),
    instance: 'b',
    perMinute: 10,
  },
];

const INSTANCES = [
  {
    instance: 'a',
    restarts: ['2026-10-05T08:00:00Z', '2026-10-15T12:01:00Z'],
    outages: [SCRAPE_OUTAGE],
  },
  {
    instance: 'b',
    // The second one in the middle of an incident, whose counter starts anew, too.
    restarts: ['2026-10-18T12:00:00Z', '2026-10-25T01:13:00Z'],
    // It is gone for six hours, and comes back as a new process.
    outages: [
      SCRAPE_OUTAGE,
      stretch('2026-10-18T06:00:00Z', '2026-10-18T12:00:00Z'),
    ],
  },
];

/**
 * Thirty-five days of a service that is scraped every minute, whose numbers can be worked out by hand.
 * They hold the end of daylight-saving time in Europe (2026-10-25, 01:00 UTC).
 *
 * Counters of requests by instance and code, and a gauge of latency in seconds: 0.2, and 0.9 while an
 * incident lasts.
 */
export function* checkoutMetrics(): Generator<string> {
  yield '# TYPE http_requests counter\n';
  for (const { instance, restarts, outages } of INSTANCES) {
    const restartsAt = new Set(restarts.map(restart => Date.parse(restart)));
    const incidents = INCIDENTS.filter(one => one.instance === instance);
    for (const code of ['200', '500']) {
      let count = 0;
      let text = '';
      for (let time = START; time < END; time += MINUTE) {
        const isOut = outages.some(({ from, to }) => time >= from && time < to);
        if (restartsAt.has(time)) {
          count = 0;
        }
        const incident = incidents.find(
          ({ from, to }) => time >= from && time < to,
        );
        count += code === '200' ? GOOD_PER_MINUTE : incident?.perMinute ?? 0;
        if (!isOut) {
          text += `http_requests_total{job="checkout",instance="${instance}",code="${code}"} ${count} ${
            (time + SCRAPE_OFFSET) / 1000
          }\n`;
        }
      }
      yield text;
    }
  }
  yield '# TYPE latency_seconds gauge\n';
  let text = '';
  for (let time = START; time < END; time += MINUTE) {
    const isOut = time >= SCRAPE_OUTAGE.from && time < SCRAPE_OUTAGE.to;
    const isSlow = INCIDENTS.some(({ from, to }) => time >= from && time < to);
    if (!isOut) {
      text += `latency_seconds{job="checkout"} ${isSlow ? 0.9 : 0.2} ${
        (time + SCRAPE_OFFSET) / 1000
      }\n`;
    }
  }
  yield `${text}# EOF\n`;
}
