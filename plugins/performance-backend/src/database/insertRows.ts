import { Knex } from 'knex';
import { chunked } from './chunked';

/** A value of a column; PostgreSQL is told the type of the column. */
type ColumnValue = number | string | boolean | null;

/** Where rows go, and what becomes of those that are there already. */
export interface RowTarget {
  table: string;
  /** Types as PostgreSQL calls them, in the order of the values. */
  columns: readonly (readonly [name: string, type: ColumnType])[];
  /** Columns that identify a row, which then takes the new values; an error unless given. */
  key?: readonly string[];
}

type ColumnType =
  | 'integer'
  | 'bigint'
  | 'smallint'
  | 'double precision'
  | 'boolean'
  | 'text';

/** SQLite takes 32,766 parameters in one statement; past some hundred rows more don't help. */
const MAX_PARAMETERS = 10_000;

/**
 * Inserts any number of rows, thousands of them much faster than a statement with a parameter for each
 * value does on PostgreSQL: there it takes one array for each column.
 */
export async function insertRows(
  tx: Knex.Transaction,
  target: RowTarget,
  rows: ColumnValue[][],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  if (tx.client.config.client === 'pg') {
    await tx.raw(
      `${insertInto(target)} select * from unnest(${target.columns
        .map(([, type]) => `?::${type}[]`)
        .join(', ')}) ${onConflict(target)}`,
      target.columns.map((_, index) => arrayLiteral(rows, index)),
    );
    return;
  }
  const size = Math.floor(MAX_PARAMETERS / target.columns.length);
  const row = `(${target.columns.map(() => '?').join(', ')})`;
  for (const part of chunked(rows, size)) {
    await tx.raw(
      `${insertInto(target)} values ${part
        .map(() => row)
        .join(', ')} ${onConflict(target)}`,
      part.flat(),
    );
  }
}

function insertInto({ table, columns }: RowTarget): string {
  return `insert into ${table} (${columns.map(([name]) => name).join(', ')})`;
}

function onConflict({ columns, key }: RowTarget): string {
  if (!key) {
    return '';
  }
  const updated = columns
    .filter(([name]) => !key.includes(name))
    .map(([name]) => `${name} = excluded.${name}`);
  return `on conflict (${key.join(', ')}) do update set ${updated.join(', ')}`;
}

/** PostgreSQL docs, "Array Value Input": made here, for the driver takes several times as long. */
function arrayLiteral(rows: ColumnValue[][], index: number): string {
  let literal = '';
  let isEmpty = true;
  for (const row of rows) {
    const value = row[index];
    let item = 'NULL';
    if (value !== null) {
      isEmpty = false;
      item =
        typeof value === 'string'
          ? `"${value.replace(/["\\]/g, '\\$&')}"`
          : String(value);
    }
    literal += literal === '' ? item : `,${item}`;
  }
  // A shorter array is filled up with nulls.
  return isEmpty && index > 0 ? '{}' : `{${literal}}`;
}
