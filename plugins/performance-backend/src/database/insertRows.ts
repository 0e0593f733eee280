import { Knex } from 'knex';

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

/** Of the driver of SQLite. */
interface SqliteConnection {
  prepare(sql: string): { run(values: (number | string | null)[]): unknown };
}

/** From here on, a prepared statement for one row is faster on SQLite than one for all. */
const PREPARED_FROM_ROWS = 100;

/**
 * Inserts any number of rows, thousands of them much faster than a statement with a parameter for each
 * value: PostgreSQL takes one array for each column, SQLite a prepared statement again and again.
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
  const row = `(${target.columns.map(() => '?').join(', ')})`;
  if (rows.length < PREPARED_FROM_ROWS) {
    await tx.raw(
      `${insertInto(target)} values ${rows
        .map(() => row)
        .join(', ')} ${onConflict(target)}`,
      rows.flat(),
    );
    return;
  }
  // Within a transaction, this is the transaction's own.
  const connection: SqliteConnection = await tx.client.acquireConnection();
  const statement = connection.prepare(
    `${insertInto(target)} values ${row} ${onConflict(target)}`,
  );
  for (const values of rows) {
    statement.run(values.map(toSqlite));
  }
}

function toSqlite(value: ColumnValue): number | string | null {
  return typeof value === 'boolean' ? Number(value) : value;
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
