import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { stateToColumn } from '../database/stateColumn';
import { Outbox } from './Outbox';

/** The topic of changes of verdicts. */
const VERDICTS_TOPIC = 'performance-governance.verdicts';

/** Enough for anybody who shows them; others read the entity's verdicts anew. */
const MAX_CHANGES = 20;

/**
 * Tells other plugins of every change of state, and of every confirmation of one: one event per entity
 * and evaluation.
 */
export class VerdictEvents implements EvaluationListener {
  constructor(private readonly outbox: Pick<Outbox, 'add'>) {}

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
  const changed = transitions.filter(
    ({ previous, next }) =>
      previous?.state !== next?.state ||
      previous?.confirmed !== next?.confirmed,
  );
  if (changed.length === 0) {
    return undefined;
  }
  const worstFirst = [...changed].sort((a, b) => rank(a) - rank(b));
  return {
    entityRef: entity.entityRef,
    at: now.toISOString(),
    totalChanges: changed.length,
    changes: worstFirst.slice(0, MAX_CHANGES).map(transition => {
      const { ruleId, subjectId, previous, next, verdict } = transition;
      return {
        verdictId: `${ruleId}-${subjectId}`,
        ruleId: transition.ruleKey,
        environment: transition.environment,
        ...(verdict && { labels: verdict.subject.labels }),
        ...(previous && { from: previous.state }),
        ...(next && {
          to: next.state,
          since: next.since.toISOString(),
          confirmed: next.confirmed,
        }),
      };
    }),
  };
}

function rank({ next }: EntityEvaluation['transitions'][number]): number {
  return next ? stateToColumn(next.state) : Number.MAX_SAFE_INTEGER;
}
