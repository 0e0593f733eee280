import { Knex } from 'knex';

/** A value of a column; PostgreSQL is told the type of the column. */
type ColumnValue = number | string | boolean | null;

/** Where rows go, how each is made of a record, and what becomes of those that are there already. */
export interface RowTarget<T> {
  table: string;
  columns: readonly Column<T>[];
  /** Columns that identify a row, which then takes the new values; an error unless given. */
  key?: readonly string[];
}

/** Types as PostgreSQL calls them. */
type Column<T> = readonly [
  name: string,
  type: ColumnType,
  valueOf: (record: T) => ColumnValue,
];

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
export async function insertRows<T>(
  tx: Knex.Transaction,
  target: RowTarget<T>,
  records: readonly T[],
): Promise<void> {
  if (records.length === 0) {
    return;
  }
  if (tx.client.config.client === 'pg') {
    await insertArrays(tx, target, records);
    return;
  }
  const { columns } = target;
  const row = `(${columns.map(() => '?').join(', ')})`;
  const valuesOf = (record: T) =>
    columns.map(([, , valueOf]) => toSqlite(valueOf(record)));
  if (records.length < PREPARED_FROM_ROWS) {
    await tx.raw(
      `${insertInto(target)} values ${records
        .map(() => row)
        .join(', ')} ${onConflict(target)}`,
      records.flatMap(valuesOf),
    );
    return;
  }
  // Within a transaction, this is the transaction's own.
  const connection: SqliteConnection = await tx.client.acquireConnection();
  const statement = connection.prepare(
    `${insertInto(target)} values ${row} ${onConflict(target)}`,
  );
  for (const record of records) {
    statement.run(valuesOf(record));
  }
}

/** What is the same in all rows, as much is, goes over the wire only once. */
async function insertArrays<T>(
  tx: Knex.Transaction,
  target: RowTarget<T>,
  records: readonly T[],
): Promise<void> {
  const selected: string[] = [];
  const constants: ColumnValue[] = [];
  const arrays: { name: string; type: ColumnType; literal: string }[] = [];
  for (const [index, [name, type, valueOf]] of target.columns.entries()) {
    const first = valueOf(records[0]);
    // There has to be at least one array.
    if (index > 0 && records.every(record => valueOf(record) === first)) {
      selected.push(`?::${type}`);
      constants.push(first);
    } else {
      selected.push(name);
      arrays.push({ name, type, literal: arrayLiteral(records, valueOf) });
    }
  }
  await tx.raw(
    `${insertInto(target)} select ${selected.join(', ')} from unnest(${arrays
      .map(({ type }) => `?::${type}[]`)
      .join(', ')}) as given (${arrays
      .map(({ name }) => name)
      .join(', ')}) ${onConflict(target)}`,
    [...constants, ...arrays.map(({ literal }) => literal)],
  );
}

function toSqlite(value: ColumnValue): number | string | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

function insertInto<T>({ table, columns }: RowTarget<T>): string {
  return `insert into ${table} (${columns.map(([name]) => name).join(', ')})`;
}

function onConflict<T>({ columns, key }: RowTarget<T>): string {
  if (!key) {
    return '';
  }
  const updated = columns
    .filter(([name]) => !key.includes(name))
    .map(([name]) => `${name} = excluded.${name}`);
  return `on conflict (${key.join(', ')}) do update set ${updated.join(', ')}`;
}

/** PostgreSQL docs, "Array Value Input": made here, for the driver takes several times as long. */
function arrayLiteral<T>(
  records: readonly T[],
  valueOf: (record: T) => ColumnValue,
): string {
  let literal = '';
  for (const record of records) {
    const value = valueOf(record);
    if (value === null) {
      literal += ',NULL';
    } else if (typeof value === 'string') {
      literal += `,"${value.replace(/["\\]/g, '\\$&')}"`;
    } else {
      literal += `,${value}`;
    }
  }
  return `{${literal.slice(1)}}`;
}
