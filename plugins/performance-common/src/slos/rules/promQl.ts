import { formatSeconds } from '../formatSeconds';

/** A range of whole units: `5m`, `30d`. */
export function range(seconds: number): string {
  return formatSeconds(seconds);
}

/**
 * The values that an expression had at the ends of all steps in a range that ends now. The range is a
 * millisecond short of its beginning: Prometheus before 3.0 includes both ends.
 * (https://prometheus.io/docs/prometheus/latest/querying/basics/#subquery)
 */
export function subquery(
  expression: string,
  seconds: number,
  stepSeconds: number,
): string {
  return `(${expression})[${seconds * 1000 - 1}ms:${range(stepSeconds)}]`;
}

/** A selector of what a rule has recorded. */
export function recorded(
  name: string,
  labels: Readonly<Record<string, string>>,
): string {
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${label}=${JSON.stringify(value)}`,
  );
  return `${name}{${matchers.join(',')}}`;
}
