import { Knex } from 'knex';
import { arrayLiteral } from '../database/arrayLiteral';
import { COUNT_COLUMNS, Counts, isZero } from './counts';

export interface CounterRow {
  entityId: number;
  environment: string;
  area: string;
  /** Only of counters by day. */
  day?: number;
  counts: Counts;
}

/** One value per row. */
type Column = number[] | string[];

/** Adds to counters in one statement, whatever their number. */
export async function increaseCounters(
  table: 'entity_counts' | 'trend_changes',
  rows: CounterRow[],
  tx: Knex.Transaction,
): Promise<void> {
  const changed = rows.filter(({ counts }) => !isZero(counts));
  if (changed.length === 0) {
    return;
  }
  const keys: [string, 'int' | 'text', Column][] = [
    ['entity_id', 'int', changed.map(row => row.entityId)],
    ['environment', 'text', changed.map(row => row.environment)],
    ['area', 'text', changed.map(row => row.area)],
  ];
  if (table === 'trend_changes') {
    keys.push(['day', 'int', changed.map(row => row.day ?? 0)]);
  }
  const columns = [
    ...keys,
    ...COUNT_COLUMNS.map(
      column =>
        [column, 'int', changed.map(row => row.counts[column])] as const,
    ),
  ];
  const merged = COUNT_COLUMNS.map(
    column => `${column} = ${table}.${column} + excluded.${column}`,
  );
  const { values, bindings } =
    tx.client.config.client === 'pg'
      ? unnested(columns.map(([, type, list]) => [type, list]))
      : fromJson(columns.map(([, , list]) => list));
  await tx.raw(
    `insert into ${table} (${columns.map(([name]) => name).join(', ')})
     ${values}
     on conflict (${keys.map(([name]) => name).join(', ')})
     do update set ${merged.join(', ')}`,
    bindings,
  );
}

function unnested(columns: [type: string, list: Column][]) {
  const lists = columns.map(([type]) => `?::${type}[]`);
  return {
    values: `select * from unnest(${lists.join(', ')})`,
    bindings: columns.map(([, list]) => arrayLiteral(list)),
  };
}

function fromJson(columns: Column[]) {
  const rows = columns[0].map((_, index) => columns.map(list => list[index]));
  const values = columns.map(
    (_, index) => `json_extract(value, '$[${index}]')`,
  );
  return {
    // Without a condition, SQLite would take what follows for that of a join.
    values: `select ${values.join(', ')} from json_each(?) where true`,
    bindings: [JSON.stringify(rows)],
  };
}
