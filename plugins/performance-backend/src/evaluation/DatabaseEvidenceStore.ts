import { RunFact } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { chunked } from '../database/chunked';
import { BigIntColumn, dateOf, optional } from '../database/columns';
import { RunPosition } from '../runs/RunStore';
import { RunRow } from '../runs/runRow';
import { SERIES_SUMMARY_COLUMNS } from '../runs/seriesRow';
import {
  DatabaseEvidence,
  EvidenceSeriesRow,
  selectSeries,
} from './DatabaseEvidence';
import { EvidenceStore } from './EvidenceStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ENTITIES_PER_STATEMENT = 1000;

const RUN_FACT_COLUMNS = [
  'runs.entity_id',
  'runs.id',
  'entities.entity_ref',
  'runs.environment',
  'runs.tool',
  'runs.started_at',
  'runs.ended_at',
  'runs.commit',
  'runs.branch',
  'runs.ci_url',
  'runs.external_id',
  'runs.release',
];

/** Keeps one row per series in the plugin's database, so that nobody has to look for the newest. */
export class DatabaseEvidenceStore implements EvidenceStore {
  async add(run: RunPosition, tx: Knex.Transaction) {
    // The condition keeps an older run that arrives late from taking a newer one's place.
    await tx.raw(
      `insert into evidence (entity_id, environment, metric, labels_key, run_id, ordinal, started_at)
       select ?, ?, metric, labels_key, run_id, ordinal, ? from run_series where run_id = ?
       on conflict (entity_id, environment, metric, labels_key) do update
       set run_id = excluded.run_id, ordinal = excluded.ordinal, started_at = excluded.started_at
       where (excluded.started_at, excluded.run_id) > (evidence.started_at, evidence.run_id)`,
      [run.entityId, run.environment, run.startedAt.getTime(), run.id],
    );
  }

  async withdraw(run: RunPosition, tx: Knex.Transaction) {
    const keys: { metric: string; labels_key: string }[] = await tx('evidence')
      .where('run_id', run.id)
      .select('metric', 'labels_key');
    if (keys.length === 0) {
      return;
    }
    await tx('evidence').where('run_id', run.id).delete();
    // Relies on runs_entity_idx and run_series_identity_uidx.
    await tx.raw(
      `insert into evidence (entity_id, environment, metric, labels_key, run_id, ordinal, started_at)
       select entity_id, environment, metric, labels_key, run_id, ordinal, started_at from (
         select runs.entity_id, runs.environment, candidate.metric, candidate.labels_key,
           candidate.run_id, candidate.ordinal, runs.started_at,
           row_number() over (
             partition by candidate.metric, candidate.labels_key
             order by runs.started_at desc, runs.id desc
           ) as place
         from run_series as withdrawn
         join runs on runs.entity_id = ? and runs.environment = ?
         join run_series as candidate on candidate.run_id = runs.id
           and candidate.metric = withdrawn.metric
           and candidate.labels_key = withdrawn.labels_key
         where withdrawn.run_id = ? and runs.id <> withdrawn.run_id
           and runs.tracked = ? and runs.invalid_at is null
       ) as candidates
       where place = 1
       on conflict (entity_id, environment, metric, labels_key) do nothing`,
      [run.entityId, run.environment, run.id, true],
    );
  }

  async load(entityIds: number[], metrics: string[], tx: Knex.Transaction) {
    const evidence = new Map<number, DatabaseEvidence>();
    for (const part of chunked(entityIds, ENTITIES_PER_STATEMENT)) {
      // Relies on the primary key of evidence, and on that of runs.
      const runs: RunFactRow[] = await tx('runs')
        .join('entities', 'entities.id', 'runs.entity_id')
        .join(
          tx('evidence')
            .where(isOneOf(tx, 'entity_id', part))
            .distinct('run_id')
            .as('used'),
          'used.run_id',
          'runs.id',
        )
        .select(RUN_FACT_COLUMNS);
      if (runs.length === 0) {
        continue;
      }
      for (const row of runs) {
        let ofEntity = evidence.get(row.entity_id);
        if (!ofEntity) {
          ofEntity = new DatabaseEvidence(row.entity_id, metrics);
          evidence.set(row.entity_id, ofEntity);
        }
        ofEntity.addRun(runFact(row));
      }
      // Relies on the primary keys of evidence and run_series.
      const query = selectSeries(part, metrics, tx)
        .select(
          'evidence.entity_id',
          ...SERIES_SUMMARY_COLUMNS.map(column => `run_series.${column}`),
        )
        .select(
          tx.raw(
            '(run_series.exact_values is not null or run_series.sketch is not null) as has_raw',
          ),
        );
      if (tx.client.config.client === 'pg') {
        // Says nothing new, but PostgreSQL would rather read all series than look each one up.
        query.where(
          isOneOf(
            tx,
            'run_series.run_id',
            runs.map(({ id }) => id),
          ),
        );
      }
      const series: EvidenceSeriesRow[] = await query;
      for (const row of series) {
        evidence.get(row.entity_id)?.addSeries(row);
      }
    }
    return evidence;
  }
}

type RunFactRow = Pick<
  RunRow,
  | 'id'
  | 'environment'
  | 'tool'
  | 'commit'
  | 'branch'
  | 'ci_url'
  | 'external_id'
  | 'release'
> & {
  entity_id: number;
  entity_ref: string;
  started_at: BigIntColumn;
  ended_at: BigIntColumn;
};

function runFact(row: RunFactRow): RunFact {
  return {
    runId: row.id,
    entityRef: row.entity_ref,
    environment: row.environment,
    tool: row.tool,
    startedAt: dateOf(row.started_at).toISOString(),
    endedAt: dateOf(row.ended_at).toISOString(),
    commit: optional(row.commit),
    branch: optional(row.branch),
    ciUrl: optional(row.ci_url),
    externalId: optional(row.external_id),
    release: optional(row.release),
  };
}
