import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { BigIntColumn } from '../database/columns';
import { insertRows } from '../database/insertRows';
import { stateToColumn } from '../database/stateColumn';
import { updateRows } from '../database/updateRows';
import { declareInDatabase } from './declareInDatabase';
import { presentBurn } from './presentBurn';
import { Series, SloDeclaration } from './Slo';
import {
  SeriesRow,
  severityToColumn,
  seriesOfRow,
  sloOfRow,
  SloRow,
} from './sloRow';
import { EvaluatedSlo, SeriesProgress, SloResult, SloStore } from './SloStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 1000;

/** Keeps SLOs in the plugin's database. */
export class DatabaseSloStore implements SloStore {
  constructor(private readonly knex: Knex) {}

  async declare(
    declarations: Map<number, SloDeclaration[]>,
    now: number,
    tx: Knex.Transaction,
  ) {
    return declareInDatabase(declarations, now, tx);
  }

  async getByIds(sloIds: number[]) {
    const slos: EvaluatedSlo[] = [];
    for (const ids of chunked(sloIds, ROWS_PER_STATEMENT)) {
      const rows: SloRow[] = await this.knex('slos')
        .whereIn('id', ids)
        .whereNull('retired_at')
        .orderBy('id');
      slos.push(
        ...rows.map(row => ({
          ...sloOfRow(row),
          factKey: row.fact_key ?? undefined,
        })),
      );
    }
    return slos;
  }

  async seriesOf(sloIds: number[]) {
    const bySlo = new Map<number, Series[]>();
    for (const ids of chunked(sloIds, ROWS_PER_STATEMENT)) {
      const rows: SeriesRow[] = await this.knex('slo_series')
        .whereIn('slo_id', ids)
        .whereNull('retired_at')
        .orderBy('id');
      for (const row of rows) {
        const series = bySlo.get(row.slo_id) ?? [];
        bySlo.set(row.slo_id, series);
        series.push(seriesOfRow(row));
      }
    }
    return bySlo;
  }

  async sources() {
    const rows: { source: string }[] = await this.knex('slo_series')
      .whereNull('retired_at')
      .distinct('source')
      .orderBy('source');
    return rows.map(({ source }) => source);
  }

  async listIds(filter: {
    entityId?: number;
    environment?: string;
    definitionId?: string;
  }) {
    const { entityId, environment, definitionId } = filter;
    const rows: { id: number }[] = await this.knex('slos')
      .whereNull('retired_at')
      .where(builder => {
        if (entityId !== undefined) {
          builder.where('entity_id', entityId);
        }
        if (environment !== undefined) {
          builder.where('environment', environment);
        }
        if (definitionId !== undefined) {
          builder.where('definition_id', definitionId);
        }
      })
      .orderBy('id')
      .select('id');
    return rows.map(({ id }) => id);
  }

  async claim(options: Parameters<SloStore['claim']>[0]) {
    const { source, holder, now, leaseMillis, limit } = options;
    const due = this.knex('slo_series')
      .where('source', source)
      .whereNull('retired_at')
      .where('due_at', '<=', now)
      .where('leased_until', '<=', now)
      // What is waiting longest first; parts of one SLO together.
      .orderBy(['due_at', 'slo_id', 'id'])
      .limit(limit)
      .select('id');
    if (this.knex.client.config.client === 'pg') {
      due.forUpdate().skipLocked();
    }
    const rows: SeriesRow[] = await this.knex('slo_series')
      .whereIn('id', due)
      .where('leased_until', '<=', now)
      .update({ holder, leased_until: now + leaseMillis })
      .returning('*');
    return rows
      .map(seriesOfRow)
      .sort((a, b) => a.sloId - b.sloId || a.id - b.id);
  }

  async lockSeries(seriesIds: number[], tx: Knex.Transaction) {
    const locked: { id: number; holder?: string }[] = [];
    const sorted = [...seriesIds].sort((a, b) => a - b);
    for (const ids of chunked(sorted, ROWS_PER_STATEMENT)) {
      const rows: { id: number; holder: string | null }[] = await tx(
        'slo_series',
      )
        .whereIn('id', ids)
        .orderBy('id')
        .forUpdate()
        .select('id', 'holder');
      locked.push(
        ...rows.map(({ id, holder }) => ({ id, holder: holder ?? undefined })),
      );
    }
    return locked;
  }

  async release(progress: SeriesProgress[], tx: Knex.Transaction) {
    await updateRows(tx, {
      table: 'slo_series',
      columns: [
        ['id', 'integer'],
        ['filled_from', 'bigint'],
        ['filled_until', 'bigint'],
        ['state', 'text'],
        ['state_since', 'bigint'],
        ['message', 'text'],
        ['due_at', 'bigint'],
        ['holder', 'text'],
        ['leased_until', 'bigint'],
      ],
      rows: progress.map(one => [
        one.id,
        one.filled?.from ?? null,
        one.filled?.until ?? null,
        one.state,
        one.stateSince ?? null,
        one.message ?? null,
        one.dueAt,
        null,
        0,
      ]),
    });
  }

  async releaseAll(holder: string) {
    await this.knex('slo_series')
      .where('holder', holder)
      .update({ holder: null, leased_until: 0 });
  }

  async saveResults(results: SloResult[], tx: Knex.Transaction) {
    await updateRows(tx, {
      table: 'slos',
      columns: [
        ['id', 'integer'],
        ['evaluated_at', 'bigint'],
        ['measured_at', 'bigint'],
        ['state', 'smallint'],
        ['severity', 'smallint'],
        ['burn_rate', 'double precision'],
        ['burn_window', 'text'],
        ['remaining_share', 'double precision'],
        ['attainment', 'double precision'],
        ['fact_key', 'text'],
      ],
      unlessGreater: 'evaluated_at',
      rows: results.map(({ sloId, evaluatedAt, status, ...rest }) => {
        const burn = presentBurn(status);
        return [
          sloId,
          evaluatedAt,
          rest.measuredAt ?? null,
          stateToColumn(status.state),
          severityToColumn(rest.fact.severity),
          burn?.rate ?? null,
          burn?.window ?? null,
          status.budget?.remainingShare ?? null,
          status.attainment ?? null,
          rest.factKey,
        ];
      }),
    });
    const saved = new Set<number>();
    for (const part of chunked(results, ROWS_PER_STATEMENT)) {
      const rows: { id: number; evaluated_at: BigIntColumn }[] = await tx(
        'slos',
      )
        .whereIn(
          'id',
          part.map(({ sloId }) => sloId),
        )
        .select('id', 'evaluated_at');
      const times = new Map(
        rows.map(row => [row.id, Number(row.evaluated_at)]),
      );
      for (const { sloId, evaluatedAt } of part) {
        if (times.get(sloId) === evaluatedAt) {
          saved.add(sloId);
        }
      }
    }
    await insertRows(
      tx,
      {
        table: 'slo_statuses',
        columns: [
          ['slo_id', 'integer', ({ sloId }) => sloId],
          ['status', 'text', ({ status }) => JSON.stringify(status)],
          ['fact', 'text', ({ fact }) => JSON.stringify(fact)],
        ],
        key: ['slo_id'],
      },
      results.filter(({ sloId }) => saved.has(sloId)),
    );
  }
}
