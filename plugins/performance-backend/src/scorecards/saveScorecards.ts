import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { chunked } from '../database/chunked';
import { insertRows, RowTarget } from '../database/insertRows';
import { mainScorecard } from './mainScorecard';
import {
  scorecardColumns,
  ScorecardHistoryRow,
  ScorecardRow,
} from './scorecardRow';
import { ScorecardStore } from './ScorecardStore';
import { HashedShape, ShapeHashes } from './ShapeHashes';

type Batch = Parameters<ScorecardStore['save']>[0];

/** A row to be, with its shape in place of the shape's id. */
type NewRow = Omit<ScorecardRow, 'shape_id'> & { shape: HashedShape };
type CurrentRow = ScorecardRow & { hash: string };

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** A row whose shape is stored. */
type IdentifiedRow = NewRow & { shapeId: number | null };

const RESULTS: RowTarget<IdentifiedRow> = {
  table: 'scorecard_results',
  columns: [
    ['entity_id', 'integer', row => row.entity_id],
    ['definition_id', 'text', row => row.definition_id],
    ['main', 'boolean', row => row.main],
    ['shape_id', 'integer', row => row.shapeId],
    ['exempt', 'text', row => row.exempt],
    ['level_rank', 'smallint', row => row.level_rank],
    ['level_name', 'text', row => row.level_name],
    ['score', 'double precision', row => row.score],
    ['states', 'text', row => row.states],
    ['reasons', 'text', row => row.reasons],
    ['next_steps', 'text', row => row.next_steps],
    ['since', 'bigint', row => row.since],
  ],
  key: ['entity_id', 'definition_id'],
};

const HISTORY: RowTarget<ScorecardHistoryRow> = {
  table: 'scorecard_history',
  columns: [
    ['entity_id', 'integer', row => row.entity_id],
    ['definition_id', 'text', row => row.definition_id],
    ['at', 'bigint', row => row.at],
    ['level_rank', 'smallint', row => row.level_rank],
    ['level_name', 'text', row => row.level_name],
    ['score', 'double precision', row => row.score],
    ['ended', 'boolean', row => row.ended],
  ],
};

/** Columns that tell whether anything has to be written. */
const COMPARED = [
  'exempt',
  'level_rank',
  'score',
  'states',
  'reasons',
  'next_steps',
] as const;

/** Writes what became of scorecards: rows that differ, and history where level or score do. */
export async function saveScorecards(
  batch: Batch,
  shapes: ShapeHashes,
  tx: Knex.Transaction,
): Promise<void> {
  const current = await selectCurrent(
    batch.map(({ entity }) => entity.id),
    tx,
  );
  const changed: NewRow[] = [];
  const gone: CurrentRow[] = [];
  const history: ScorecardHistoryRow[] = [];
  for (const { entity, results, now } of batch) {
    const rows = current.get(entity.id) ?? new Map<string, CurrentRow>();
    const main = mainScorecard(entity.fact.entity, results);
    for (const result of results) {
      const previous = rows.get(result.definitionId);
      rows.delete(result.definitionId);
      const row: NewRow = {
        ...scorecardColumns(result),
        entity_id: entity.id,
        main: result === main,
        shape: shapes.of(result),
        since: now.getTime(),
      };
      if (previous && isSameStanding(previous, row)) {
        row.since = previous.since;
      } else {
        history.push(historyRow(row, now));
      }
      if (!previous || !isSame(previous, row)) {
        changed.push(row);
      }
    }
    for (const row of rows.values()) {
      gone.push(row);
      history.push({
        ...historyRow(row, now),
        level_rank: null,
        level_name: null,
        score: null,
        ended: true,
      });
    }
  }
  await write(tx, { changed, gone, history });
}

async function selectCurrent(
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<Map<number, Map<string, CurrentRow>>> {
  const current = new Map<number, Map<string, CurrentRow>>();
  for (const ids of chunked(entityIds, ROWS_PER_STATEMENT)) {
    const rows: CurrentRow[] = await tx('scorecard_results')
      .join(
        'scorecard_shapes',
        'scorecard_shapes.id',
        'scorecard_results.shape_id',
      )
      .where(isOneOf(tx, 'scorecard_results.entity_id', ids))
      .select('scorecard_results.*', 'scorecard_shapes.hash');
    for (const row of rows) {
      const ofEntity = current.get(row.entity_id) ?? new Map();
      ofEntity.set(row.definition_id, row);
      current.set(row.entity_id, ofEntity);
    }
  }
  return current;
}

async function write(
  tx: Knex.Transaction,
  changes: {
    changed: NewRow[];
    gone: CurrentRow[];
    history: ScorecardHistoryRow[];
  },
): Promise<void> {
  const { changed, gone, history } = changes;
  if (changed.length > 0) {
    const ids = await storeShapes(
      changed.map(({ shape }) => shape),
      tx,
    );
    await insertRows(
      tx,
      RESULTS,
      changed.map(row => ({
        ...row,
        shapeId: ids.get(row.shape.hash) ?? null,
      })),
    );
  }
  const goneByDefinition = new Map<string, number[]>();
  for (const { entity_id, definition_id } of gone) {
    const entityIds = goneByDefinition.get(definition_id) ?? [];
    entityIds.push(entity_id);
    goneByDefinition.set(definition_id, entityIds);
  }
  for (const [definitionId, entityIds] of goneByDefinition) {
    for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
      await tx('scorecard_results')
        .where('definition_id', definitionId)
        .whereIn('entity_id', part)
        .delete();
    }
  }
  await insertRows(tx, HISTORY, history);
}

/** @returns the ids of shapes, stored if they weren't; by hash. */
async function storeShapes(
  shapes: HashedShape[],
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const bodies = new Map(shapes.map(({ hash, body }) => [hash, body]));
  const ids = new Map<string, number>();
  const read = async () => {
    for (const hashes of chunked([...bodies.keys()], ROWS_PER_STATEMENT)) {
      const rows: { id: number; hash: string }[] = await tx('scorecard_shapes')
        .whereIn('hash', hashes)
        .select('id', 'hash');
      for (const { id, hash } of rows) {
        ids.set(hash, id);
      }
    }
  };
  await read();
  const missing = [...bodies]
    .filter(([hash]) => !ids.has(hash))
    // One order for every replica, so that none waits for a row while holding another's.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([hash, body]) => ({ hash, body }));
  if (missing.length > 0) {
    for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
      await tx('scorecard_shapes').insert(part).onConflict('hash').ignore();
    }
    await read();
  }
  return ids;
}

function isSame(previous: CurrentRow, next: NewRow): boolean {
  return (
    Boolean(previous.main) === next.main &&
    previous.hash === next.shape.hash &&
    COMPARED.every(column => previous[column] === next[column])
  );
}

function isSameStanding(previous: CurrentRow, next: NewRow): boolean {
  return (
    previous.level_rank === next.level_rank &&
    previous.level_name === next.level_name &&
    previous.score === next.score
  );
}

function historyRow(row: NewRow | CurrentRow, now: Date): ScorecardHistoryRow {
  const { entity_id, definition_id, level_rank, level_name, score } = row;
  return {
    entity_id,
    definition_id,
    at: now.getTime(),
    level_rank,
    level_name,
    score,
    ended: false,
  };
}
