import { Verdict } from '@perf-governance/plugin-performance-common';

/** When a verdict's evidence becomes too old. */
export function lapseOf(verdict: Verdict): Date | undefined {
  const { evidence, limit } = verdict;
  if (!evidence || !limit.maxAgeSeconds) {
    return undefined;
  }
  return new Date(
    Date.parse(evidence.endedAt) + limit.maxAgeSeconds.value * 1000,
  );
}
