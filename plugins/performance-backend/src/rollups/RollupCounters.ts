import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
} from '../evaluation/EvaluationListener';
import { zeroCounts } from './counts';
import { CountedTransitions, countTransition } from './countTransition';
import { CounterRow, increaseCounters } from './increaseCounters';

/** Counters of one entity, by environment and area. */
type OfEntity = Map<string, Map<string, CountedTransitions>>;

/**
 * Keeps counters of current verdicts, and of their changes by day, in step with them. Only
 * transactions that have locked an entity touch its counters, so they never wait for each other here.
 */
export class RollupCounters implements EvaluationListener {
  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const current: CounterRow[] = [];
    const days: CounterRow[] = [];
    for (const evaluation of batch) {
      const entityId = evaluation.entity.id;
      for (const [environment, areas] of countEntity(evaluation)) {
        for (const [area, counted] of areas) {
          const key = { entityId, environment, area };
          current.push({ ...key, counts: counted.counts });
          for (const [day, counts] of counted.days) {
            days.push({ ...key, day, counts });
          }
        }
      }
    }
    await increaseCounters('entity_counts', current, tx);
    await increaseCounters('trend_changes', days, tx);
  }
}

function countEntity({ transitions, now }: EntityEvaluation): OfEntity {
  const ofEntity: OfEntity = new Map();
  for (const transition of transitions) {
    const { environment, area } = transition;
    let areas = ofEntity.get(environment);
    if (!areas) {
      areas = new Map();
      ofEntity.set(environment, areas);
    }
    let counted = areas.get(area);
    if (!counted) {
      counted = { counts: zeroCounts(), days: new Map() };
      areas.set(area, counted);
    }
    countTransition(transition, now, counted);
  }
  return ofEntity;
}
