import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { chunked } from '../database/chunked';
import { BigIntColumn } from '../database/columns';
import { insertRows } from '../database/insertRows';
import {
  PUSHED,
  Series,
  SeriesDeclaration,
  SloDeclaration,
  SloKey,
} from './Slo';
import { selectSuccessions } from './selectSuccessions';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 1000;

interface KnownSlo {
  id: number;
  entity_id: number;
  definition_id: string;
  environment: string;
  objective: string;
  definition_name: string;
  rule_key: string;
  title: string;
  target: number;
  sources: string;
  retired_at: BigIntColumn | null;
}

interface KnownSeries {
  id: number;
  slo_id: number;
  objective: string;
  fingerprint: string;
  window_seconds: number;
  retired_at: BigIntColumn | null;
}

const SLOS = {
  table: 'slos',
  column: 'entity_id',
  columns: [
    'id',
    'entity_id',
    'definition_id',
    'environment',
    'objective',
    'definition_name',
    'rule_key',
    'title',
    'target',
    'sources',
    'retired_at',
  ],
};

const SERIES = {
  table: 'slo_series',
  column: 'slo_id',
  columns: [
    'id',
    'slo_id',
    'objective',
    'fingerprint',
    'window_seconds',
    'retired_at',
  ],
};

/** Makes these the SLOs of entities, by entity; writes only what changed. */
export async function declareInDatabase(
  declarations: Map<number, SloDeclaration[]>,
  now: number,
  tx: Knex.Transaction,
): Promise<{ from: Series; to: Series }[]> {
  const entityIds = [...declarations.keys()];
  const known = await selectAll<KnownSlo>(tx, SLOS, entityIds);
  const wanted = [...declarations].flatMap(([entityId, slos]) =>
    slos.map(slo => ({ entityId, slo })),
  );
  if (known.length === 0 && wanted.length === 0) {
    return [];
  }
  const knownByKey = new Map(known.map(row => [keyOfRow(row), row]));
  const changed = wanted.filter(({ entityId, slo }) => {
    const row = knownByKey.get(keyOf(entityId, slo));
    return !row || row.retired_at !== null || !isSame(row, slo);
  });
  await upsertSlos(changed, tx);
  const wantedKeys = new Set(
    wanted.map(({ entityId, slo }) => keyOf(entityId, slo)),
  );
  await retire(
    'slos',
    known
      .filter(row => row.retired_at === null && !wantedKeys.has(keyOfRow(row)))
      .map(({ id }) => id),
    now,
    tx,
  );
  return declareSeries(wanted, entityIds, new Set(changed), now, tx);
}

async function upsertSlos(
  slos: { entityId: number; slo: SloDeclaration }[],
  tx: Knex.Transaction,
): Promise<void> {
  await insertRows(
    tx,
    {
      table: 'slos',
      columns: [
        ['entity_id', 'integer', ({ entityId }) => entityId],
        ['definition_id', 'text', ({ slo }) => slo.definitionId],
        ['environment', 'text', ({ slo }) => slo.environment],
        ['objective', 'text', ({ slo }) => slo.objective ?? ''],
        ['definition_name', 'text', ({ slo }) => slo.definitionName],
        ['rule_key', 'text', ({ slo }) => slo.ruleId],
        ['title', 'text', ({ slo }) => slo.title],
        ['composite', 'boolean', ({ slo }) => slo.composite],
        ['target', 'double precision', ({ slo }) => slo.target],
        ['sources', 'text', ({ slo }) => sourcesOf(slo)],
        ['retired_at', 'bigint', () => null],
      ],
      key: ['entity_id', 'definition_id', 'environment', 'objective'],
    },
    slos,
  );
}

/** Series of SLOs in force are those that are declared; those of others are retired. */
async function declareSeries(
  wanted: { entityId: number; slo: SloDeclaration }[],
  entityIds: number[],
  changed: ReadonlySet<{ entityId: number; slo: SloDeclaration }>,
  now: number,
  tx: Knex.Transaction,
): Promise<{ from: Series; to: Series }[]> {
  const slos = await selectAll<KnownSlo>(tx, SLOS, entityIds);
  const idOf = new Map(slos.map(row => [keyOfRow(row), row.id]));
  const known = await selectAll<KnownSeries>(
    tx,
    SERIES,
    slos.map(({ id }) => id),
  );
  const seriesKey = (
    sloId: number,
    {
      objective,
      fingerprint,
    }: Pick<SeriesDeclaration, 'objective' | 'fingerprint'>,
  ) => JSON.stringify([sloId, objective, fingerprint]);
  const knownByKey = new Map(
    known.map(row => [seriesKey(row.slo_id, row), row]),
  );
  const declared = wanted.flatMap(one => {
    const sloId = idOf.get(keyOf(one.entityId, one.slo));
    return sloId === undefined
      ? []
      : one.slo.series.map(series => ({
          sloId,
          series,
          // Its status is worked out anew at once.
          isDue: changed.has(one),
        }));
  });
  const declaredKeys = new Set(
    declared.map(({ sloId, series }) => seriesKey(sloId, series)),
  );
  await retire(
    'slo_series',
    known
      .filter(
        row =>
          row.retired_at === null &&
          !declaredKeys.has(seriesKey(row.slo_id, row)),
      )
      .map(({ id }) => id),
    now,
    tx,
  );
  await insertRows(
    tx,
    {
      table: 'slo_series',
      columns: [
        ['slo_id', 'integer', ({ sloId }) => sloId],
        ['objective', 'text', ({ series }) => series.objective],
        ['fingerprint', 'text', ({ series }) => series.fingerprint],
        ['source', 'text', ({ series }) => series.source],
        ['indicator', 'text', ({ series }) => JSON.stringify(series.indicator)],
        ['counting', 'text', ({ series }) => JSON.stringify(series.counting)],
        ['step_seconds', 'integer', ({ series }) => series.stepSeconds],
        ['block_seconds', 'integer', ({ series }) => series.blockSeconds],
        [
          'window_seconds',
          'integer',
          ({ series }) => Math.ceil(series.windowSeconds),
        ],
        ['state', 'text', () => 'ok'],
        ['retired_at', 'bigint', () => null],
        ['due_at', 'bigint', () => 0],
        ['leased_until', 'bigint', () => 0],
      ],
      key: ['slo_id', 'objective', 'fingerprint'],
    },
    declared.filter(({ sloId, series, isDue }) => {
      const row = knownByKey.get(seriesKey(sloId, series));
      return (
        isDue ||
        !row ||
        row.retired_at !== null ||
        row.window_seconds !== Math.ceil(series.windowSeconds)
      );
    }),
  );
  return selectSuccessions(
    declared.filter(
      ({ sloId, series }) =>
        series.source === PUSHED && !knownByKey.has(seriesKey(sloId, series)),
    ),
    known,
    tx,
  );
}

async function retire(
  table: 'slos' | 'slo_series',
  ids: number[],
  now: number,
  tx: Knex.Transaction,
): Promise<void> {
  for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
    await tx(table).whereIn('id', part).update({ retired_at: now });
  }
}

async function selectAll<T>(
  tx: Knex.Transaction,
  source: { table: string; column: string; columns: readonly string[] },
  ids: number[],
): Promise<T[]> {
  const { table, column, columns } = source;
  const rows: T[] = [];
  for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
    rows.push(
      ...(await tx(table)
        .where(isOneOf(tx, column, part))
        .orderBy('id')
        .select(...columns)),
    );
  }
  return rows;
}

function isSame(row: KnownSlo, slo: SloDeclaration): boolean {
  return (
    row.definition_name === slo.definitionName &&
    row.rule_key === slo.ruleId &&
    row.title === slo.title &&
    row.target === slo.target &&
    row.sources === sourcesOf(slo)
  );
}

function sourcesOf({ series }: SloDeclaration): string {
  return JSON.stringify([...new Set(series.map(({ source }) => source))]);
}

function keyOf(entityId: number, slo: SloKey): string {
  return JSON.stringify([
    entityId,
    slo.definitionId,
    slo.environment,
    slo.objective ?? '',
  ]);
}

function keyOfRow(row: KnownSlo): string {
  return JSON.stringify([
    row.entity_id,
    row.definition_id,
    row.environment,
    row.objective,
  ]);
}
