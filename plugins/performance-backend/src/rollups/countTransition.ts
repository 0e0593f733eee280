import { VerdictTransition } from '../evaluation/EvaluationListener';
import { StateChange } from '../verdicts/VerdictStore';
import {
  addCounts,
  Counts,
  countState,
  isZero,
  resetCounts,
  zeroCounts,
} from './counts';
import { dayOf } from './days';

/** What transitions do to the counters of an entity, environment and area. */
export interface CountedTransitions {
  /** To current state. */
  counts: Counts;
  /** To each day; together they are `counts`. */
  days: Map<number, Counts>;
}

/** Hundreds of thousands of transitions a second share this one. */
const untold = zeroCounts();

/**
 * Counts changes of state at the days they happened, so that a history that comes late has its
 * trend at its own time.
 *
 * @param into - is added to.
 * @returns what history doesn't tell: a verdict that goes away, a waiver that begins or ends, a gap
 * that history no longer has. It is in no day yet. Nothing in most cases.
 */
export function countTransition(
  transition: Pick<
    VerdictTransition,
    'previous' | 'next' | 'addedChanges' | 'removedChanges'
  >,
  into: CountedTransitions,
): Counts | undefined {
  const { previous, next, addedChanges, removedChanges } = transition;
  if (isNewAndTold(transition)) {
    const { state, at } = addedChanges[0];
    countState(into.counts, state, 1);
    countState(ofDay(into.days, dayOf(at)), state, 1);
    return undefined;
  }
  resetCounts(untold);
  if (previous) {
    countState(untold, previous.state, -1);
    untold.waived -= Number(previous.waived);
  }
  if (next) {
    countState(untold, next.state, 1);
    untold.waived += Number(next.waived);
  }
  addCounts(into.counts, untold);
  for (const change of addedChanges) {
    tell(change, 1, into.days);
  }
  for (const change of removedChanges) {
    tell(change, -1, into.days);
  }
  return isZero(untold) ? undefined : { ...untold };
}

/** Whether a verdict came up and history says that and nothing else, as of most new ones. */
function isNewAndTold({
  previous,
  next,
  addedChanges,
  removedChanges,
}: Parameters<typeof countTransition>[0]): boolean {
  return (
    !previous &&
    next?.waived === false &&
    addedChanges.length === 1 &&
    addedChanges[0].state === next.state &&
    addedChanges[0].previousState === undefined &&
    removedChanges.length === 0
  );
}

function tell(
  { at, state, previousState }: StateChange,
  times: number,
  days: Map<number, Counts>,
): void {
  const counts = ofDay(days, dayOf(at));
  countState(counts, state, times);
  countState(untold, state, -times);
  if (previousState !== undefined) {
    countState(counts, previousState, -times);
    countState(untold, previousState, times);
  }
}

/** What is counted at a day, to add to. */
export function ofDay(days: Map<number, Counts>, day: number): Counts {
  let counts = days.get(day);
  if (!counts) {
    counts = zeroCounts();
    days.set(day, counts);
  }
  return counts;
}
