import { Knex } from 'knex';
import { stateToColumn } from '../database/stateColumn';
import { RunQuery } from './RunStore';

export const RUN_SORT_COLUMNS: Record<RunQuery['sort'], string> = {
  startedAt: 'runs.started_at',
  durationSeconds: 'runs.duration_seconds',
  tool: 'runs.tool',
  environment: 'runs.environment',
};

/** Adds the conditions of a query for runs; relies on `runs_entity_idx` where it names an entity. */
export function filterRuns(builder: Knex.QueryBuilder, query: RunQuery): void {
  const equal = {
    'entities.entity_ref': query.entityRef?.toLocaleLowerCase('en-US'),
    'runs.environment': query.environment,
    'runs.branch': query.branch,
    'runs.tool': query.tool,
    'runs.tracked': query.tracked,
  };
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) {
      builder.where(column, value);
    }
  }
  if (query.valid === true) {
    builder.whereNull('runs.invalid_at');
  } else if (query.valid === false) {
    builder.whereNotNull('runs.invalid_at');
  }
  if (query.outcome) {
    builder.whereIn('runs.outcome', query.outcome.map(stateToColumn));
  }
  if (query.startedAfter) {
    builder.where('runs.started_at', '>', query.startedAfter.getTime());
  }
  if (query.startedBefore) {
    builder.where('runs.started_at', '<', query.startedBefore.getTime());
  }
}
