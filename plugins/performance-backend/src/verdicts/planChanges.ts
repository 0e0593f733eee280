import {
  components,
  isWaived,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { VerdictTransition } from '../evaluation/EvaluationListener';
import {
  appendEvent,
  foldHistory,
  HistoryEnd,
  StateEvent,
} from './foldHistory';
import { lapseOf } from './lapseOf';
import {
  CurrentVerdictRecord,
  IdentifiedVerdict,
  StateChange,
  StoredStateChange,
  VerdictKey,
  VerdictPast,
} from './VerdictStore';

export type VerdictChange = components['schemas']['VerdictChange'];

export interface PlanInput {
  entityId: number;
  /** Current state as it is, of the rules evaluated. */
  existing: CurrentVerdictRecord[];
  /** Current state as it shall be. */
  next: IdentifiedVerdict[];
  /** The run that caused the evaluation, with its own verdicts. */
  run?: { id: string; verdicts: IdentifiedVerdict[] };
  /** Of the verdicts whose history has to be told anew. */
  pasts: VerdictPast[];
  /** When each of `next` may next change without anybody doing anything, in milliseconds. */
  changeTimes: readonly (number | undefined)[];
  now: Date;
}

/** What has to be written; nothing for a verdict that stays as it is. */
export interface Plan {
  /** Rows that aren't there yet. */
  add: CurrentVerdictRecord[];
  /** Rows that take the place of those there. */
  save: CurrentVerdictRecord[];
  remove: VerdictKey[];
  addChanges: (VerdictKey & { change: StateChange })[];
  /** Ids of changes of state that turned out not to be any. */
  removeChanges: number[];
  confirm: VerdictKey[];
  /** What the run changed of current state, for whoever sent it. */
  changes: VerdictChange[];
  /** What became of each verdict whose row or history changes. */
  transitions: PlannedTransition[];
}

/** A {@link VerdictTransition}; of a verdict that is gone, only its row tells its rule's key and area. */
export type PlannedTransition = Omit<VerdictTransition, 'ruleKey' | 'area'> &
  Partial<Pick<VerdictTransition, 'ruleKey' | 'area'>>;

/** A text that stands for a rule and a subject. */
export function keyText({ ruleId, subjectId }: VerdictKey): string {
  return `${ruleId}.${subjectId}`;
}

/** Decides what an evaluation changes. */
export function planChanges(input: PlanInput): Plan {
  const { run, now } = input;
  const existing = byKey(input.existing);
  const own = byKey(run?.verdicts ?? []);
  const pasts = byKey(input.pasts);
  // Of an entity that is new, nothing has to be looked up.
  const isAnyKnown = existing.size + own.size + pasts.size > 0;
  const plan: Plan = {
    add: [],
    save: [],
    remove: [],
    addChanges: [],
    removeChanges: [],
    confirm: [],
    changes: [],
    transitions: [],
  };
  for (let index = 0; index < input.next.length; index++) {
    const identified = input.next[index];
    const key = isAnyKnown ? keyText(identified) : '';
    const { verdict, ruleId, subjectId } = identified;
    const previous = existing.get(key);
    existing.delete(key);

    const past = pasts.get(key);
    let end = previous && endOf(previous);
    const added: StateChange[] = [];
    let removed: StoredStateChange[] = [];
    if (past) {
      const folded = foldHistory(past, verdict.confirm);
      const difference = compareHistories(past.changes, folded.changes);
      removed = difference.removed;
      plan.removeChanges.push(...removed.map(({ id }) => id));
      added.push(...difference.added);
      end = folded.end;
    } else {
      const judged = own.get(key);
      if (
        judged &&
        verdict.evidence?.runId === run?.id &&
        previous?.runId !== run?.id
      ) {
        const next = appendEvent(end, runEvent(judged), verdict.confirm);
        added.push(...next.added);
        end = next.end;
      }
    }
    if (end?.change.state !== verdict.state) {
      const next = appendEvent(
        end,
        otherEvent(identified, now),
        verdict.confirm,
      );
      added.push(...next.added);
      end = next.end;
    }

    const record = recordOf(input, index, end);
    if (!past) {
      if (previous?.firstCause) {
        if (
          added.length === 0 &&
          // Without news the row stays as it is, whatever became of its explanation's words.
          (isSame(previous, record) || isOf(firstChange(previous), record))
        ) {
          record.firstCause = previous.firstCause;
        } else {
          plan.addChanges.push({
            ruleId,
            subjectId,
            change: firstChange(previous),
          });
        }
      } else if (!previous && added.length === 1 && isOf(added[0], record)) {
        record.firstCause = added[0].cause;
      }
    }
    const isNews = !previous || !isSame(previous, record);
    if (isNews) {
      (previous ? plan.save : plan.add).push(record);
    }
    if (isNews || added.length > 0 || removed.length > 0) {
      plan.transitions.push({
        ruleId,
        subjectId,
        ruleKey: verdict.ruleId,
        area: verdict.area,
        environment: record.environment,
        previous,
        next: record,
        verdict,
        addedChanges: added,
        removedChanges: removed,
        confirmed: isConfirmedNow(previous, record),
      });
    }
    if (previous || !record.firstCause) {
      for (const change of added) {
        plan.addChanges.push({ ruleId, subjectId, change });
      }
    }
    if (
      !past &&
      added.length === 0 &&
      previous &&
      !previous.confirmed &&
      record.confirmed
    ) {
      plan.confirm.push({ ruleId, subjectId });
    }
    if (run && previous?.state !== verdict.state) {
      plan.changes.push(verdictChange(verdict, previous));
    }
  }
  for (const previous of existing.values()) {
    const { ruleId, subjectId, environment } = previous;
    plan.remove.push({ ruleId, subjectId });
    if (previous.firstCause && !pasts.has(keyText(previous))) {
      plan.addChanges.push({
        ruleId,
        subjectId,
        change: firstChange(previous),
      });
    }
    plan.transitions.push({
      ruleId,
      subjectId,
      environment,
      previous,
      addedChanges: [],
      removedChanges: [],
      confirmed: false,
    });
  }
  return plan;
}

/** What a verdict would change, were it current. */
export function verdictChange(
  verdict: Verdict,
  previous: Pick<CurrentVerdictRecord, 'state'> | undefined,
): VerdictChange {
  return {
    ruleId: verdict.ruleId,
    title: verdict.title,
    subject: verdict.subject,
    from: previous?.state,
    to: verdict.state,
  };
}

function byKey<T extends VerdictKey>(items: T[]): Map<string, T> {
  return new Map(items.map(item => [keyText(item), item]));
}

/** What a record tells that history doesn't. */
function firstChange(record: CurrentVerdictRecord): StateChange {
  return { ...endOf(record).change, cause: record.firstCause ?? 'run' };
}

/** Whether a record tells all that there is to a change of state that nothing came before. */
function isOf(change: StateChange, record: CurrentVerdictRecord): boolean {
  return (
    change.previousState === undefined &&
    change.at.getTime() === record.since.getTime() &&
    change.state === record.state &&
    change.value === record.value &&
    change.runId === record.runId &&
    change.confirmed === record.confirmed &&
    change.explanationId === record.explanationId
  );
}

function endOf(record: CurrentVerdictRecord): HistoryEnd {
  return {
    change: {
      at: record.since,
      // Only the state, its start and whether it is confirmed matter from here on.
      cause: 'run',
      state: record.state,
      value: record.value,
      runId: record.runId,
      confirmed: record.confirmed,
      explanationId: record.explanationId,
    },
    streak: record.streak,
    lapsesAt: record.lapsesAt,
  };
}

function runEvent({ verdict, explanationId }: IdentifiedVerdict): StateEvent {
  const { evidence, state, value } = verdict;
  return {
    at: new Date(evidence?.startedAt ?? 0),
    cause: 'run',
    state,
    value,
    runId: evidence?.runId,
    explanationId,
    lapsesAt: state === 'no-data' ? undefined : lapseOf(verdict),
  };
}

/** A change that no run brought: evidence became too old, or definitions or facts changed. */
function otherEvent(
  { verdict, explanationId }: IdentifiedVerdict,
  now: Date,
): StateEvent {
  const tooOld = verdict.reason?.code === 'too-old';
  return {
    at: (tooOld && lapseOf(verdict)) || now,
    cause: tooOld ? 'age' : causeOf(verdict),
    state: verdict.state,
    value: verdict.value,
    runId: verdict.evidence?.runId,
    explanationId,
  };
}

/** Samples come all the time; what else may change an SLO is rare. */
function causeOf({ kind, state }: Verdict): StateEvent['cause'] {
  return kind === 'slo' && state !== 'not-applicable'
    ? 'samples'
    : 'definition';
}

function recordOf(
  input: PlanInput,
  index: number,
  end: HistoryEnd | undefined,
): CurrentVerdictRecord {
  const { entityId, changeTimes, now } = input;
  const identified = input.next[index];
  const { verdict, ruleId, subjectId, explanationId, essence } = identified;
  const { stage, next } = verdict.enforcement;
  const lapsesAt = lapseOf(verdict);
  return {
    ruleId,
    subjectId,
    entityId,
    environment: verdict.subject.environment,
    state: verdict.state,
    value: verdict.value,
    samples: verdict.evidence?.samples,
    quantileMethod: verdict.evidence?.quantileMethod,
    explanationId,
    essence,
    runId: verdict.evidence?.runId,
    since: end?.change.at ?? now,
    confirmed: end?.change.confirmed ?? true,
    streak: end?.streak ?? 1,
    lapsesAt: lapsesAt && lapsesAt >= now ? lapsesAt : undefined,
    changesAt: dateAt(changeTimes[index]),
    stage,
    nextStage: next?.stage,
    nextStageAt: next && new Date(next.at),
    waiverId: verdict.waiver?.id,
    waived: isWaived(verdict),
  };
}

let lastDate: Date | undefined;

/** Verdicts that follow one another mostly change at the same time. */
function dateAt(time: number | undefined): Date | undefined {
  if (time === undefined) {
    return undefined;
  }
  if (lastDate?.getTime() !== time) {
    lastDate = new Date(time);
  }
  return lastDate;
}

/** Whether the state in force had not been confirmed before. */
function isConfirmedNow(
  previous: CurrentVerdictRecord | undefined,
  next: CurrentVerdictRecord,
): boolean {
  return (
    next.confirmed &&
    !(
      previous?.confirmed &&
      previous.state === next.state &&
      previous.since.getTime() === next.since.getTime()
    )
  );
}

function isSame(a: CurrentVerdictRecord, b: CurrentVerdictRecord): boolean {
  return (
    a.state === b.state &&
    a.value === b.value &&
    a.samples === b.samples &&
    a.quantileMethod === b.quantileMethod &&
    a.essence === b.essence &&
    a.runId === b.runId &&
    a.since.getTime() === b.since.getTime() &&
    a.confirmed === b.confirmed &&
    a.streak === b.streak &&
    a.lapsesAt?.getTime() === b.lapsesAt?.getTime() &&
    a.changesAt?.getTime() === b.changesAt?.getTime() &&
    a.stage === b.stage &&
    a.nextStage === b.nextStage &&
    a.nextStageAt?.getTime() === b.nextStageAt?.getTime() &&
    a.waiverId === b.waiverId &&
    a.waived === b.waived
  );
}

/** What to remove and add to make one history the other. */
function compareHistories(
  stored: StoredStateChange[],
  wanted: StateChange[],
): { removed: StoredStateChange[]; added: StateChange[] } {
  const missing = new Map(wanted.map(change => [changeText(change), change]));
  const removed = stored.filter(change => !missing.delete(changeText(change)));
  return { removed, added: [...missing.values()] };
}

function changeText(change: StateChange): string {
  const { at, cause, state, previousState, runId, confirmed } = change;
  return JSON.stringify([
    at.getTime(),
    cause,
    state,
    previousState ?? '',
    runId ?? '',
    confirmed,
  ]);
}
