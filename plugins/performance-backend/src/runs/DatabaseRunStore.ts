import {
  Series,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { BigIntColumn, dateOf } from '../database/columns';
import { stateToColumn } from '../database/stateColumn';
import {
  Invalidation,
  RunPosition,
  RunQuery,
  RunRecord,
  RunStore,
} from './RunStore';
import { filterRuns, RUN_SORT_COLUMNS } from './filterRuns';
import { runFromRow, RunRow, runToRow } from './runRow';
import {
  SERIES_SUMMARY_COLUMNS,
  seriesFromRow,
  SeriesRow,
  seriesSummaryFromRow,
  SeriesSummaryRow,
  seriesToRow,
} from './seriesRow';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** Keeps runs in the plugin's database. */
export class DatabaseRunStore implements RunStore {
  constructor(private readonly knex: Knex) {}

  async insert(run: RunRecord, series: Series[], tx: Knex.Transaction) {
    await tx<RunRow>('runs').insert(runToRow(run));
    for (let start = 0; start < series.length; start += ROWS_PER_STATEMENT) {
      const rows = await Promise.all(
        series
          .slice(start, start + ROWS_PER_STATEMENT)
          .map((one, index) => seriesToRow(run.id, start + index, one)),
      );
      await tx<SeriesRow>('run_series').insert(rows);
    }
  }

  async get(runId: string, tx?: Knex.Transaction) {
    const row = await this.runs(tx).where('runs.id', runId).first();
    return row && runFromRow(row);
  }

  async list(query: RunQuery, access: Access) {
    const column = RUN_SORT_COLUMNS[query.sort];
    const page = this.runs();
    const count = this.knex('runs').join(
      'entities',
      'entities.id',
      'runs.entity_id',
    );
    for (const builder of [page, count]) {
      filterRuns(builder, query);
      access.restrict(builder, {
        entityId: 'runs.entity_id',
        environment: 'runs.environment',
      });
    }
    const rows = await page
      .orderBy([
        { column, order: query.order },
        { column: 'runs.started_at', order: 'desc' },
        { column: 'runs.id', order: query.order },
      ])
      .limit(query.limit)
      .offset(query.offset);
    const [{ total }] = await count.count({ total: '*' });
    return { items: rows.map(runFromRow), totalItems: Number(total) };
  }

  async summary(entityId: number, access: Access) {
    const query = this.knex('runs').where('runs.entity_id', entityId);
    access.restrict(query, {
      entityId: 'runs.entity_id',
      environment: 'runs.environment',
    });
    const rows: {
      environment: string;
      count: number | string;
      last: BigIntColumn;
    }[] = await query
      .groupBy('runs.environment')
      .orderBy('runs.environment')
      .select('runs.environment')
      .count({ count: '*' })
      .max({ last: 'runs.started_at' });
    const last = rows.map(row => Number(row.last));
    return {
      runCount: rows.reduce((sum, row) => sum + Number(row.count), 0),
      lastRunAt: last.length > 0 ? dateOf(Math.max(...last)) : undefined,
      environments: rows.map(row => row.environment),
    };
  }

  async hasNewer(run: RunPosition, tx: Knex.Transaction) {
    const row = await tx('runs')
      .where({
        entity_id: run.entityId,
        environment: run.environment,
        tracked: true,
      })
      .whereNull('invalid_at')
      .whereRaw('(started_at, id) > (?, ?)', [run.startedAt.getTime(), run.id])
      .first('id');
    return row !== undefined;
  }

  async listComparable(
    run: RunRecord,
    options: { limit: number; outcome?: VerdictState },
  ) {
    const comparable = this.runs();
    if (options.outcome) {
      comparable.where('runs.outcome', stateToColumn(options.outcome));
    }
    const rows = await comparable
      .where({
        'runs.entity_id': run.entityId,
        'runs.environment': run.environment,
        'runs.tool': run.tool,
        'runs.configuration_fingerprint': run.configurationFingerprint,
        'runs.tracked': true,
      })
      .whereNull('runs.invalid_at')
      .where('runs.started_at', '<', run.startedAt.getTime())
      .orderBy([
        { column: 'runs.started_at', order: 'desc' },
        { column: 'runs.id', order: 'desc' },
      ])
      .limit(options.limit);
    return rows.map(runFromRow);
  }

  async listSeries(
    runId: string,
    options: { metric?: string; limit: number; offset: number },
  ) {
    const matching = () => {
      const query = this.knex<SeriesRow>('run_series').where('run_id', runId);
      return options.metric === undefined
        ? query
        : query.where('metric', options.metric);
    };
    const rows: SeriesSummaryRow[] = await matching()
      .select(...SERIES_SUMMARY_COLUMNS)
      .orderBy('ordinal')
      .limit(options.limit)
      .offset(options.offset);
    const [{ total }] = await matching().count({ total: '*' });
    return {
      items: rows.map(seriesSummaryFromRow),
      totalItems: Number(total),
    };
  }

  async loadSeries(
    runId: string,
    options?: { metrics?: string[]; tx?: Knex.Transaction },
  ) {
    const query = (options?.tx ?? this.knex)<SeriesRow>('run_series')
      .where('run_id', runId)
      .orderBy('ordinal');
    if (options?.metrics) {
      query.whereIn('metric', options.metrics);
    }
    const rows: SeriesRow[] = await query.select('*');
    return Promise.all(rows.map(seriesFromRow));
  }

  async setInvalid(
    runId: string,
    invalidation: Invalidation | undefined,
    tx: Knex.Transaction,
  ) {
    await tx<RunRow>('runs')
      .where('id', runId)
      .update({
        invalid_reason: invalidation?.reason ?? null,
        invalid_at: invalidation?.at.getTime() ?? null,
        invalid_by: invalidation?.by ?? null,
      });
  }

  async saveChangeLabels(
    runId: string,
    changeLabels: string[],
    tx: Knex.Transaction,
  ) {
    await tx('runs')
      .where('id', runId)
      .update({ change_labels: JSON.stringify(changeLabels) });
  }

  async delete(runId: string, tx: Knex.Transaction) {
    await tx<RunRow>('runs').where('id', runId).delete();
  }

  private runs(tx?: Knex.Transaction) {
    return (tx ?? this.knex)('runs')
      .join('entities', 'entities.id', 'runs.entity_id')
      .select<(RunRow & { entity_ref: string })[]>(
        'runs.*',
        'entities.entity_ref',
      );
  }
}
