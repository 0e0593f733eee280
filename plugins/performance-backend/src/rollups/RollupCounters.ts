import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { CounterRow, increaseCounters } from './increaseCounters';
import { addCounts, isZero, zeroCounts } from './counts';
import { countTransition } from './countTransition';

/**
 * Keeps counters of current verdicts, and of their changes by day, in step with them. Only
 * transactions that have locked an entity touch its counters, so they never wait for each other here.
 */
export class RollupCounters implements EvaluationListener {
  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const current = new Map<string, CounterRow>();
    const days = new Map<string, CounterRow>();
    for (const { entity, transitions, now } of batch) {
      for (const transition of transitions) {
        const counted = countTransition(transition, now);
        const { environment, area } = transition;
        const key = { entityId: entity.id, environment, area };
        if (!isZero(counted.counts)) {
          addCounts(counterOf(current, key).counts, counted.counts);
        }
        for (const [day, counts] of counted.days) {
          addCounts(counterOf(days, { ...key, day }).counts, counts);
        }
      }
    }
    await increaseCounters('entity_counts', [...current.values()], tx);
    await increaseCounters('trend_changes', [...days.values()], tx);
  }
}

function counterOf(
  rows: Map<string, CounterRow>,
  key: Omit<CounterRow, 'counts'>,
): CounterRow {
  const text = `${key.entityId} ${key.day} ${key.environment} ${key.area}`;
  const row = rows.get(text) ?? { ...key, counts: zeroCounts() };
  rows.set(text, row);
  return row;
}
