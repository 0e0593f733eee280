import { GoalDefinition } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterEntities } from '../catalog/filterEntities';
import { stateFromColumn } from '../database/stateColumn';
import { Counts, countState, zeroCounts } from '../rollups/counts';
import { startOfDay } from '../rollups/days';
import { selectChanges } from '../verdicts/selectChanges';
import { GoalFilter, GoalReader } from './GoalReader';
import { whereCountsForGoal } from './whereCountsForGoal';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads goals' counts from current verdicts and their history. */
export class DatabaseGoalReader implements GoalReader {
  constructor(private readonly knex: Knex) {}

  async trend(
    goal: GoalDefinition,
    filter: GoalFilter,
    { from, today }: { from: number; today: number },
    access: Access,
  ) {
    const members = () => this.#members(goal, filter, access);
    const rows: {
      state: number;
      count: number | string;
      waived: number | string;
    }[] = await members()
      .groupBy('counted.state')
      .select('counted.state')
      .count({ count: '*' })
      .sum({
        waived: this.knex.raw('case when counted.waived then 1 else 0 end'),
      });
    const counts = zeroCounts();
    for (const row of rows) {
      countState(counts, stateFromColumn(row.state), Number(row.count));
      counts.waived += Number(row.waived);
    }

    // Relies on verdict_history_sequence_idx and the primary key of verdicts.
    const changes: {
      day: number | string;
      state: number;
      previous_state: number | null;
      count: number | string;
    }[] = await members()
      .join(selectChanges(this.knex, 'history'), join =>
        join
          .on('history.rule_id', 'counted.rule_id')
          .andOn('history.subject_id', 'counted.subject_id'),
      )
      .where('history.at', '>=', startOfDay(from + 1).getTime())
      .groupByRaw('1, history.state, history.previous_state')
      .select(
        this.knex.raw(`history.at / ${DAY_MS} as day`),
        'history.state',
        'history.previous_state',
      )
      .count({ count: '*' });
    const byDay = new Map<number, typeof changes>();
    for (const change of changes) {
      const day = Number(change.day);
      byDay.set(day, [...(byDay.get(day) ?? []), change]);
    }

    const points: { day: number; counts: Counts }[] = [];
    for (let day = today; day >= from; day--) {
      // History doesn't tell when a waiver began.
      const waived = Math.min(counts.waived, counts.fail + counts.no_data);
      points.push({ day, counts: { ...counts, waived } });
      for (const change of byDay.get(day) ?? []) {
        const count = Number(change.count);
        countState(counts, stateFromColumn(change.state), -count);
        if (change.previous_state !== null) {
          countState(counts, stateFromColumn(change.previous_state), count);
        }
      }
    }
    return points.reverse();
  }

  #members(
    goal: GoalDefinition,
    { environment, ...ofEntity }: GoalFilter,
    access: Access,
  ): Knex.QueryBuilder {
    const members = this.knex('verdicts as counted');
    whereCountsForGoal(this.knex, members, 'counted', goal);
    if (environment) {
      members.whereIn('counted.environment', environment);
    }
    filterEntities(this.knex, members, 'counted.entity_id', ofEntity);
    access.restrict(members, {
      entityId: 'counted.entity_id',
      environment: 'counted.environment',
    });
    return members;
  }
}
