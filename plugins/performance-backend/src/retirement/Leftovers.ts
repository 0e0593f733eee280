import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { DisputeListener } from '../disputes/DisputeListener';
import { DisputeStore } from '../disputes/DisputeStore';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';

const ROWS_PER_STATEMENT = 200;

/**
 * Retires what hangs on verdicts, entities and definitions that are gone: it stays in history and
 * concerns nobody any more. Who disputed what is gone is told; waivers are ended by their desk, which
 * tells people.
 */
export class Leftovers implements EvaluationListener {
  constructor(
    private readonly options: {
      knex: Knex;
      disputes: Pick<DisputeStore, 'retire'>;
      disputeListeners: DisputeListener[];
      clock: () => Date;
    },
  ) {}

  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const now = this.options.clock().getTime();
    await this.#retireDisputes(batch, tx);
    const retired = batch.filter(({ entity }) => entity.retired);
    for (const part of chunked(retired, ROWS_PER_STATEMENT)) {
      // Relies on break_glass_entity_idx.
      await tx('break_glass')
        .whereIn(
          'entity_id',
          part.map(({ entity }) => entity.id),
        )
        .where('until', '>', now)
        .whereNull('ended_at')
        .update({ ended_at: now });
    }
  }

  /** Retires what no evaluation comes by: leave to block that retired policies had. */
  async retire(): Promise<void> {
    const { knex, clock } = this.options;
    await knex('trust_overrides')
      .whereNull('removed_at')
      .whereIn(
        'definition_id',
        knex('definitions').where('status', 'retired').select('definition_id'),
      )
      .update({ removed_at: clock().getTime() });
  }

  async #retireDisputes(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const { disputes, disputeListeners, clock } = this.options;
    const gone = batch.flatMap(({ transitions }) =>
      transitions.filter(({ next }) => !next),
    );
    const ended = await disputes.retire(
      gone,
      { at: clock(), note: 'Nothing judges it any more.' },
      tx,
    );
    for (const dispute of ended) {
      const evaluated = batch.find(
        ({ entity }) => entity.id === dispute.entityId,
      );
      for (const listener of disputeListeners) {
        if (evaluated) {
          await listener.onDispute(dispute, evaluated.entity, tx);
        }
      }
    }
  }
}
