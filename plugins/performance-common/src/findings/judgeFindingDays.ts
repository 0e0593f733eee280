import { VerdictState } from '../model';
import { FindingDay } from './countGreenDays';

/**
 * One judgement of what a finding is bound to.
 *
 * @public
 */
export interface BoundJudgement {
  /** When what was judged was measured; epoch milliseconds. */
  at: number;
  state: VerdictState;
}

/**
 * The days of evidence among judgements, in UTC. What has no data, or doesn't apply, is no evidence.
 *
 * @returns in no particular order, each day once.
 * @public
 */
export function judgeFindingDays(
  judgements: Iterable<BoundJudgement>,
): FindingDay[] {
  const days = new Map<string, FindingDay>();
  for (const { at, state } of judgements) {
    if (state === 'no-data' || state === 'not-applicable') {
      continue;
    }
    const day = new Date(at).toISOString().slice(0, 10);
    const isGreen = state === 'pass';
    days.set(day, {
      day,
      state: isGreen && days.get(day)?.state !== 'red' ? 'green' : 'red',
    });
  }
  return [...days.values()];
}
