import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';

interface GoalEntityRow {
  definition_id: string;
  entity_id: number;
}

/**
 * Keeps whose verdicts may count for which goal: a goal's selector looks at raw entities, which SQL
 * can't. Definitions and entities that change are evaluated again, so nothing else has to be watched.
 */
export class GoalEntities implements EvaluationListener {
  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const wanted = new Map<string, GoalEntityRow>();
    for (const { entity, definitions } of batch) {
      for (const { kind, id } of definitions) {
        if (kind === 'Goal') {
          const row = { definition_id: id, entity_id: entity.id };
          wanted.set(textOf(row), row);
        }
      }
    }
    // Relies on goal_entities_entity_idx.
    const stored: GoalEntityRow[] = await tx<GoalEntityRow>('goal_entities')
      .where(
        isOneOf(
          tx,
          'entity_id',
          batch.map(({ entity }) => entity.id),
        ),
      )
      .select('definition_id', 'entity_id');
    const gone = stored.filter(row => !wanted.delete(textOf(row)));
    if (gone.length > 0) {
      await tx('goal_entities')
        .whereIn(
          ['definition_id', 'entity_id'],
          gone.map(row => [row.definition_id, row.entity_id]),
        )
        .delete();
    }
    if (wanted.size > 0) {
      await tx('goal_entities').insert([...wanted.values()]);
    }
  }
}

function textOf(row: GoalEntityRow): string {
  return `${row.entity_id} ${row.definition_id}`;
}
