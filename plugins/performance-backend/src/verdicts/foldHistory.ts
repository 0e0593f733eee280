import { VerdictState } from '@perf-governance/plugin-performance-common';
import { ChangeCause, StateChange, VerdictPast } from './VerdictStore';

/** Something that says what state a verdict has from then on. */
export interface StateEvent {
  at: Date;
  cause: ChangeCause;
  state: VerdictState;
  value?: number;
  runId?: string;
  explanationId: number;
  /** When the evidence behind it becomes too old. */
  lapsesAt?: Date;
}

/** Where a history stands. */
export interface HistoryEnd {
  /** The newest change of state. */
  change: StateChange;
  /** How many runs in a row have said the same since, no further than confirming takes. */
  streak: number;
  lapsesAt?: Date;
}

/**
 * Whether a state needs no second run to be believed: measurements are noisy, their absence and
 * exemptions aren't.
 */
function isCertain(state: VerdictState): boolean {
  return state === 'no-data' || state === 'not-applicable';
}

/** What the passing of time did to a verdict before an event. */
function lapseBefore(
  end: HistoryEnd | undefined,
  event: StateEvent,
): StateChange | undefined {
  if (!end?.lapsesAt || end.lapsesAt >= event.at || event.cause !== 'run') {
    return undefined;
  }
  return {
    at: end.lapsesAt,
    cause: 'age',
    state: 'no-data',
    previousState: end.change.state,
    runId: end.change.runId,
    confirmed: true,
    explanationId: end.change.explanationId,
  };
}

/**
 * Takes one event into a history.
 *
 * @param confirm - How many runs in a row confirm a change of state.
 * @returns the new end, and the changes of state that came with the event.
 */
export function appendEvent(
  end: HistoryEnd | undefined,
  event: StateEvent,
  confirm: number,
): { end: HistoryEnd; added: StateChange[] } {
  const lapse = lapseBefore(end, event);
  const last = lapse ?? end?.change;
  const added = lapse ? [lapse] : [];
  if (last && last.state === event.state) {
    const seen = lapse || !end ? 0 : end.streak;
    const streak = Math.min(
      seen + (event.cause === 'run' ? 1 : 0),
      Math.max(confirm, 1),
    );
    return {
      end: {
        change: { ...last, confirmed: last.confirmed || streak >= confirm },
        streak,
        lapsesAt: event.lapsesAt,
      },
      added,
    };
  }
  const change: StateChange = {
    // A history is in order even where an older run changes what a newer definition said.
    at: last && last.at > event.at ? last.at : event.at,
    cause: event.cause,
    state: event.state,
    previousState: last?.state,
    value: event.value,
    runId: event.runId,
    confirmed: isCertain(event.state) || confirm <= 1,
    explanationId: event.explanationId,
  };
  return {
    end: { change, streak: 1, lapsesAt: event.lapsesAt },
    added: lapse ? [lapse, change] : [change],
  };
}

/**
 * Tells a verdict's history anew, as if its runs had come in the order they started in: what an
 * older run, or one marked invalid or valid again, calls for.
 */
export function foldHistory(
  past: VerdictPast,
  confirm: number,
): { end?: HistoryEnd; changes: StateChange[] } {
  const changes: StateChange[] = [];
  let end: HistoryEnd | undefined;
  for (const event of eventsOf(past)) {
    const next = appendEvent(end, event, confirm);
    if (end && changes.length > 0 && next.added.length === 0) {
      changes[changes.length - 1] = next.end.change;
    }
    changes.push(...next.added);
    end = next.end;
  }
  return { end, changes };
}

/** Lapses follow from the runs; changes made by definitions are kept where they still hold. */
function eventsOf({ judgements, changes }: VerdictPast): StateEvent[] {
  const startOf = new Map(
    judgements.map(({ runId, startedAt }) => [runId, startedAt]),
  );
  const runs = judgements.map(({ startedAt, ...judgement }) => ({
    ...judgement,
    at: startedAt,
    cause: 'run' as const,
  }));
  const byDefinition = changes.filter(({ at, cause, state, runId }) => {
    if (cause !== 'definition') {
      return false;
    }
    if (state === 'not-applicable') {
      return true;
    }
    // It rests on the newest run of its time, or on there being none.
    const evidence = runId === undefined ? undefined : startOf.get(runId);
    if (runId !== undefined && !evidence) {
      return false;
    }
    return !judgements.some(
      ({ startedAt }) => startedAt <= at && (!evidence || startedAt > evidence),
    );
  });
  return [...runs, ...byDefinition].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}
