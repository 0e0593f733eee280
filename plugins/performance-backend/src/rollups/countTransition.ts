import { VerdictTransition } from '../evaluation/EvaluationListener';
import { StateChange } from '../verdicts/VerdictStore';
import { addCounts, Counts, countState, isZero, zeroCounts } from './counts';
import { dayOf } from './days';

/** What one verdict's transition does to the counters of its entity, environment and area. */
export interface CountedTransition {
  /** To current state. */
  counts: Counts;
  /** To each day; together they are `counts`. */
  days: Map<number, Counts>;
}

/**
 * Counts changes of state at the days they happened, so that a history that comes late has its
 * trend at its own time. What history doesn't tell (a verdict that goes away, a waiver that begins
 * or ends) counts at the day of the evaluation.
 */
export function countTransition(
  transition: Pick<
    VerdictTransition,
    'previous' | 'next' | 'addedChanges' | 'removedChanges'
  >,
  now: Date,
): CountedTransition {
  const { previous, next, addedChanges, removedChanges } = transition;
  const counts = zeroCounts();
  for (const [record, times] of [
    [previous, -1],
    [next, 1],
  ] as const) {
    if (record) {
      countState(counts, record.state, times);
      counts.waived += record.waived ? times : 0;
    }
  }

  const days = new Map<number, Counts>();
  const rest = { ...counts };
  const tell = (change: StateChange, times: number) => {
    const told = zeroCounts();
    countState(told, change.state, times);
    if (change.previousState !== undefined) {
      countState(told, change.previousState, -times);
    }
    addTo(days, dayOf(change.at), told);
    addCounts(rest, told, -1);
  };
  for (const change of addedChanges) {
    tell(change, 1);
  }
  for (const change of removedChanges) {
    tell(change, -1);
  }
  if (!isZero(rest)) {
    addTo(days, dayOf(now), rest);
  }
  return { counts, days };
}

function addTo(days: Map<number, Counts>, day: number, counts: Counts): void {
  const ofDay = days.get(day) ?? zeroCounts();
  days.set(day, ofDay);
  addCounts(ofDay, counts);
}
