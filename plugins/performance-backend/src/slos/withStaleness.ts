import {
  SloStatus,
  VerdictReason,
} from '@perf-governance/plugin-performance-common';
import { Series } from './Slo';

/**
 * A status whose source can't be asked keeps its numbers, but tells of no state once they are old: what
 * isn't measured is neither good nor bad.
 */
export function withStaleness(
  status: SloStatus,
  series: readonly Series[],
  options: { measuredAt?: number; staleAfterMillis: number; now: number },
): SloStatus {
  const { measuredAt, staleAfterMillis, now } = options;
  const broken = series.find(
    ({ state }) => state === 'down' || state === 'rejected',
  );
  const isFresh =
    measuredAt !== undefined && now - measuredAt <= staleAfterMillis;
  return broken && !isFresh
    ? { ...status, state: 'no-data', reason: reasonOf(broken) }
    : status;
}

/** Without what changes while it lasts: many verdicts share their reasons. */
function reasonOf({
  source,
  state,
  stateSince,
  message,
}: Series): VerdictReason {
  const since =
    stateSince === undefined
      ? ''
      : ` since ${new Date(stateSince).toISOString()}`;
  return state === 'down'
    ? {
        code: 'source-down',
        message: `The metric source "${source}" has not answered${since}.`,
      }
    : {
        code: 'query-rejected',
        message: `The metric source "${source}" refuses the query: ${
          message ?? 'it does not say why'
        }`,
      };
}
