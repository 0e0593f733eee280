import {
  MetricQuery,
  MetricSourceFactory,
} from '@perf-governance/plugin-performance-node';

/** Of samples. */
export const STEP_MS = 300_000;

/** Ten events a step and service, and now and then a bad one. */
function valueAt(query: string, at: number): number {
  const service = Number(/\d+/.exec(query)?.[0]);
  return 10 - badAt(query.startsWith('good') ? service : undefined, at);
}

export function badAt(service: number | undefined, at: number): number {
  return service !== undefined && (at / STEP_MS + service) % 200 === 0 ? 1 : 0;
}

/** A metric source that answers at once. */
export const INSTANT: MetricSourceFactory = {
  type: 'instant',
  create: () => ({
    queryRange: async (queries: MetricQuery[]) =>
      queries.map(({ query, start, end, stepSeconds }) => {
        const points = [];
        for (let at = start; at < end; at += stepSeconds * 1000) {
          points.push({ at, value: valueAt(query, at) });
        }
        return { points, until: end, warnings: [] };
      }),
  }),
};
