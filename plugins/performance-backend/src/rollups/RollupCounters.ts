import { Knex } from 'knex';
import {
  EntityEvaluation,
  EvaluationListener,
  VerdictTransition,
} from '../evaluation/EvaluationListener';
import { addCounts, zeroCounts } from './counts';
import { CountedTransitions, countTransition, ofDay } from './countTransition';
import { dayOf } from './days';
import { Departures } from './Departures';
import { CounterRow, increaseCounters } from './increaseCounters';

/** Counters of one entity, by environment and area. */
type OfEntity = Map<string, Map<string, CountedTransitions>>;

/**
 * Keeps counters of current verdicts, and of their changes by day, in step with them. Only
 * transactions that have locked an entity touch its counters, so they never wait for each other here.
 */
export class RollupCounters implements EvaluationListener {
  async onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction) {
    const departures = new Departures();
    const entities = batch.map(evaluation => ({
      entityId: evaluation.entity.id,
      counted: countEntity(evaluation, departures),
    }));
    await departures.settle(tx);

    const current: CounterRow[] = [];
    const days: CounterRow[] = [];
    for (const { entityId, counted } of entities) {
      for (const [environment, areas] of counted) {
        for (const [area, { counts: total, days: byDay }] of areas) {
          const key = { entityId, environment, area };
          current.push({ ...key, counts: total });
          for (const [day, counts] of byDay) {
            days.push({ ...key, day, counts });
          }
        }
      }
    }
    await increaseCounters('entity_counts', current, tx);
    await increaseCounters('trend_changes', days, tx);
  }
}

function countEntity(
  { transitions, now }: EntityEvaluation,
  departures: Departures,
): OfEntity {
  const ofEntity: OfEntity = new Map();
  const today = dayOf(now);
  for (const transition of transitions) {
    const counted = ofArea(ofEntity, transition);
    const untold = countTransition(transition, counted);
    const { previous, next, removedChanges } = transition;
    if (previous && !next) {
      departures.leave(transition, today, previous.state);
    }
    if (!untold) {
      continue;
    }
    if (next && (!previous || removedChanges.length > 0)) {
      const { ruleId, subjectId } = transition;
      departures.return({
        ruleId,
        subjectId,
        untold,
        today,
        days: counted.days,
      });
    } else {
      addCounts(ofDay(counted.days, today), untold);
    }
  }
  return ofEntity;
}

function ofArea(
  ofEntity: OfEntity,
  { environment, area }: VerdictTransition,
): CountedTransitions {
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
  return counted;
}
