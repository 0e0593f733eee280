import { Verdict } from '@perf-governance/plugin-performance-common';

interface Lapse {
  endedAt: string;
  maxAge: number;
  date: Date;
}

/** Verdicts that follow one another mostly have the same evidence: parsing a date once is enough. */
let last: Lapse | undefined;

/** When a verdict's evidence becomes too old. */
export function lapseOf(verdict: Verdict): Date | undefined {
  const { evidence, limit } = verdict;
  if (!evidence || !limit.maxAgeSeconds) {
    return undefined;
  }
  const { endedAt } = evidence;
  const maxAge = limit.maxAgeSeconds.value;
  if (last?.endedAt !== endedAt || last.maxAge !== maxAge) {
    const date = new Date(Date.parse(endedAt) + maxAge * 1000);
    last = { endedAt, maxAge, date };
  }
  return last.date;
}
