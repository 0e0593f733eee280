import { normal } from './random.mjs';

/** Spread of the logarithm of response times; about what services behind a database show. */
const SIGMA = 0.45;

/** Nearest-rank quantile of ascending values. */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function scaled(values, factor) {
  return values.map(value => value * factor);
}

function p95Of(values) {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.95,
  );
}

/** Log-normal response times whose 95th percentile is exactly the one asked for. */
function durations(random, count, p95) {
  const values = Array.from({ length: count }, () =>
    Math.exp(normal(random) * SIGMA),
  );
  return scaled(values, p95 / p95Of(values));
}

/**
 * Scales the response times of one endpoint until the 95th percentile over several endpoints is
 * the one asked for, as when one of them is to blame for a journey's rise.
 */
function fitJourney(byEndpoint, journey) {
  const others = journey.endpoints
    .filter(name => name !== journey.blame)
    .flatMap(name => byEndpoint.get(name));
  const own = byEndpoint.get(journey.blame);
  let low = 0.05;
  let high = 50;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (p95Of([...others, ...scaled(own, middle)]) < journey.p95) {
      low = middle;
    } else {
      high = middle;
    }
  }
  byEndpoint.set(journey.blame, scaled(own, high));
}

/**
 * Makes up the requests of one load test.
 *
 * @param test - `endpoints`: name (`POST /pay`), share of the requests and p95 in ms;
 *   `journey`: optional p95 over some endpoints and the one to `blame`; `requests`: how many;
 *   `seconds`: how long; `failureRatio`.
 * @returns Requests in the order in which they started: `endpoint`, `startMs` from the start of the
 *   test, `durationMs`, `failed`, `bytes`.
 */
export function simulateRequests(random, test) {
  const byEndpoint = new Map(
    test.endpoints.map(({ name, share, p95 }) => [
      name,
      durations(random, Math.round(test.requests * share), p95),
    ]),
  );
  if (test.journey) {
    fitJourney(byEndpoint, test.journey);
  }
  const requests = [];
  for (const [endpoint, values] of byEndpoint) {
    for (const durationMs of values) {
      requests.push({
        endpoint,
        startMs: random() * (test.seconds * 1000 - durationMs),
        durationMs,
        failed: random() < test.failureRatio,
        bytes: 600 + Math.round(random() * 2400),
      });
    }
  }
  return requests.sort((a, b) => a.startMs - b.startMs);
}
