import { findingIdOf } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
  VerdictTransition,
} from '../evaluation/EvaluationListener';
import { keyText } from '../verdicts/planChanges';
import { describeVerdict } from './describeVerdict';
import { introduceRules, PendingRules } from './introduceRules';
import { isCurrentNews } from './isCurrentNews';
import { isFailing, isJudged } from './isFailing';
import { isToldAt, noteStages } from './noteStages';
import { Outbox } from './Outbox';
import { addSummaryItems, SETTLE_MS, VerdictNewsItem } from './SummaryItem';
import {
  correctTold,
  dropNews,
  forgetTold,
  saveTold,
  selectTold,
} from './toldVerdicts';
import { verdictMessage } from './verdictMessage';

const HOUR_MS = 60 * 60_000;

/** A confirmed state that may be news to the owner. */
interface Candidate {
  evaluation: EntityEvaluation;
  transition: VerdictTransition;
  item: VerdictNewsItem;
}

/**
 * Decides what owners are told of an evaluation: verdicts that began or ceased to fail and were
 * confirmed, at most one of them in a cool-down; new rules; changes of stage. What one run brought is
 * told at once; what definitions, the catalog or time brought is summed up, for it may concern all of
 * an owner's entities.
 */
export class VerdictNews implements EvaluationListener {
  constructor(
    private readonly options: {
      outbox: Outbox;
      cooldownHours: number;
    },
  ) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const measured = batch.map(withoutFindings);
    const pending = await introduceRules(measured, tx);
    await noteStages(batch, tx);
    await forgetTold(departuresOf(batch), tx);
    const candidates = candidatesOf(measured, pending);
    if (candidates.length > 0) {
      await this.#tell(candidates, tx);
    }
  }

  async #tell(candidates: Candidate[], tx: Knex.Transaction) {
    const told = await selectTold(
      candidates.map(({ item }) => item),
      tx,
    );
    const known: VerdictNewsItem[] = [];
    const silent: VerdictNewsItem[] = [];
    const atOnce: Candidate[] = [];
    const later: { candidate: Candidate; dueAt: Date }[] = [];
    for (const candidate of candidates) {
      const { item, transition, evaluation } = candidate;
      const { now } = evaluation;
      const last = told.get(keyText(item));
      if (!isToldAt(item.stage) || !isCurrentNews(transition, now)) {
        silent.push(item);
      } else if ((last?.failing ?? false) === item.failing) {
        known.push(item);
      } else if (!last?.pending) {
        const coolAt =
          (last?.toldAt?.getTime() ?? Number.NEGATIVE_INFINITY) +
          this.options.cooldownHours * HOUR_MS;
        if (coolAt > now.getTime()) {
          later.push({ candidate, dueAt: new Date(coolAt) });
        } else if (isMeasured(transition)) {
          atOnce.push(candidate);
        } else {
          later.push({
            candidate,
            dueAt: new Date(now.getTime() + SETTLE_MS),
          });
        }
      }
    }
    await dropNews([...known, ...silent], tx);
    await correctTold(silent, tx);
    await addSummaryItems(
      later.map(({ candidate: { item, evaluation }, dueAt }) => ({
        kind: 'verdict',
        entityId: evaluation.entity.id,
        payload: item,
        dueAt,
      })),
      tx,
    );
    await this.#tellAtOnce(atOnce, tx);
  }

  /** One message for all that a run changed for the better, and one for the worse. */
  async #tellAtOnce(candidates: Candidate[], tx: Knex.Transaction) {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const { evaluation, item } = candidate;
      const group = `${evaluation.entity.id} ${item.failing}`;
      groups.set(group, [...(groups.get(group) ?? []), candidate]);
    }
    for (const group of groups.values()) {
      const [{ evaluation, item }] = group;
      const { entity, now } = evaluation;
      const news = group.map(candidate => candidate.item);
      const word = item.failing ? 'failed' : 'recovered';
      await this.options.outbox.add(tx, [
        verdictMessage(news, {
          key:
            group.length === 1
              ? `verdict-${word}:${keyText(item)}:${now.getTime()}`
              : `verdicts-${word}:${entity.id}:${now.getTime()}`,
          to: { ownersOf: [entity.entityRef] },
        }),
      ]);
      await saveTold(news, now, tx);
    }
  }
}

/** Whatever becomes of a finding is told by itself, whether or not a policy is about it. */
function withoutFindings(evaluation: EntityEvaluation): EntityEvaluation {
  const { transitions } = evaluation;
  const isMeant = ({ ruleKey }: VerdictTransition) =>
    findingIdOf(ruleKey) === undefined;
  return transitions.every(isMeant)
    ? evaluation
    : { ...evaluation, transitions: transitions.filter(isMeant) };
}

/** Of verdicts that are gone. Every verdict of a full evaluation comes by here. */
function departuresOf(batch: EntityEvaluation[]): VerdictTransition[] {
  const gone: VerdictTransition[] = [];
  for (const { transitions } of batch) {
    for (const transition of transitions) {
      if (!transition.next) {
        gone.push(transition);
      }
    }
  }
  return gone;
}

/** Likewise. */
function candidatesOf(
  batch: EntityEvaluation[],
  pendingRules: PendingRules,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const evaluation of batch) {
    for (const transition of evaluation.transitions) {
      const candidate = candidateOf(evaluation, transition, pendingRules);
      if (candidate) {
        candidates.push(candidate);
      }
    }
  }
  return candidates;
}

function candidateOf(
  evaluation: EntityEvaluation,
  transition: VerdictTransition,
  pendingRules: PendingRules,
): Candidate | undefined {
  const { entity } = evaluation;
  const { ruleId, subjectId, previous, next, verdict } = transition;
  if (
    entity.owner === undefined ||
    !verdict ||
    !next?.confirmed ||
    !isJudged(next.state)
  ) {
    return undefined;
  }
  const failing = isFailing(next.state);
  const isSummedUp = pendingRules.get(entity.owner)?.has(ruleId);
  const isSame =
    previous?.confirmed &&
    isJudged(previous.state) &&
    isFailing(previous.state) === failing;
  if (isSame || isSummedUp || (!previous && !failing)) {
    return undefined;
  }
  return {
    evaluation,
    transition,
    item: {
      ruleId,
      subjectId,
      failing,
      entityRef: entity.entityRef,
      title: verdict.title,
      detail: describeVerdict(verdict, evaluation.now, evaluation.slos),
      stage: next.stage,
    },
  };
}

/** By a run or samples, rather than by something that concerns more than one entity. */
function isMeasured({
  addedChanges,
  previous,
  next,
}: VerdictTransition): boolean {
  return addedChanges.length > 0
    ? ['run', 'samples'].includes(addedChanges[addedChanges.length - 1].cause)
    : previous?.runId !== next?.runId;
}
