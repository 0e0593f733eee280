import { VerdictTransition } from '../evaluation/EvaluationListener';

const CURRENT_FOR_MS = 24 * 60 * 60_000;

/**
 * Whether a change is worth telling anybody: neither it nor the evidence that confirmed it is older
 * than a day, as in history that is loaded late.
 */
export function isCurrentNews(
  { next, verdict }: Pick<VerdictTransition, 'next' | 'verdict'>,
  now: Date,
): boolean {
  const from = now.getTime() - CURRENT_FOR_MS;
  const endedAt = verdict?.evidence?.endedAt;
  return (
    (next !== undefined && next.since.getTime() >= from) ||
    (endedAt !== undefined && Date.parse(endedAt) >= from)
  );
}
