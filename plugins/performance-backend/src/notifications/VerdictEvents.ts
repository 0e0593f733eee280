import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  EntityEvaluation,
  EvaluationListener,
  VerdictTransition,
} from '../evaluation/EvaluationListener';
import { Outbox } from './Outbox';

/** The topic of changes of verdicts. */
const VERDICTS_TOPIC = 'performance-governance.verdicts';

/** Enough for anybody who shows them; others read the entity's verdicts anew. */
const MAX_CHANGES = 10;

/**
 * Tells other plugins of every change of state, and of every confirmation of one: one event per entity
 * and evaluation.
 */
export class VerdictEvents implements EvaluationListener {
  constructor(private readonly outbox: Outbox) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const payloads = batch.flatMap(evaluation => payloadOf(evaluation) ?? []);
    if (payloads.length > 0) {
      await this.outbox.add(tx, [
        {
          type: 'event',
          key: `verdicts:${randomUUID()}`,
          topic: VERDICTS_TOPIC,
          payloads,
        },
      ]);
    }
  }
}

/** @returns `undefined` where no state changed. */
function payloadOf({ entity, transitions, now }: EntityEvaluation) {
  const failed: VerdictTransition[] = [];
  const others: VerdictTransition[] = [];
  for (const transition of transitions) {
    const { previous, next } = transition;
    if (
      previous?.state !== next?.state ||
      previous?.confirmed !== next?.confirmed
    ) {
      (next?.state === 'fail' ? failed : others).push(transition);
    }
  }
  const totalChanges = failed.length + others.length;
  if (totalChanges === 0) {
    return undefined;
  }
  return {
    entityRef: entity.entityRef,
    at: now.toISOString(),
    totalChanges,
    changes: [...failed, ...others].slice(0, MAX_CHANGES).map(changeOf),
  };
}

function changeOf(transition: VerdictTransition): JsonObject {
  const { ruleId, subjectId, previous, next, verdict } = transition;
  return {
    verdictId: `${ruleId}-${subjectId}`,
    ruleId: transition.ruleKey,
    environment: transition.environment,
    labels: verdict?.subject.labels,
    from: previous?.state,
    to: next?.state,
    since: next?.since.toISOString(),
    confirmed: next?.confirmed,
  };
}
