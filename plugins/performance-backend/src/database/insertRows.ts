import { Knex } from 'knex';
import { arrayLiteral } from './arrayLiteral';
import { copyRows } from './copyRows';
import {
  ColumnType,
  ColumnValue,
  SqliteConnection,
  SqliteValue,
  toSqlite,
} from './columnValue';

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

/** From here on, a copy is faster on PostgreSQL than an array for each column. */
const COPIED_FROM_ROWS = 500;

/** From here on, a prepared statement for some rows is faster on SQLite than one for all. */
const PREPARED_FROM_ROWS = 100;

/** Of a prepared statement: more make no difference. */
const ROWS_PER_RUN = 20;

/**
 * Inserts any number of rows, thousands of them much faster than a statement with a parameter for each
 * value: PostgreSQL takes a copy, or one array for each column, SQLite a prepared statement again and
 * again.
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
    if (!target.key && records.length >= COPIED_FROM_ROWS) {
      await copyRows(tx, target, records);
    } else {
      await insertArrays(tx, target, records);
    }
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
  const prepared = (rows: number) =>
    connection.prepare(
      `${insertInto(target)} values ${Array(rows)
        .fill(row)
        .join(', ')} ${onConflict(target)}`,
    );
  const whole = records.length - (records.length % ROWS_PER_RUN);
  const some = prepared(ROWS_PER_RUN);
  for (let start = 0; start < whole; start += ROWS_PER_RUN) {
    const values: SqliteValue[] = [];
    for (let index = start; index < start + ROWS_PER_RUN; index++) {
      for (const [, , valueOf] of columns) {
        values.push(toSqlite(valueOf(records[index])));
      }
    }
    some.run(values);
  }
  if (whole < records.length) {
    const one = prepared(1);
    for (const record of records.slice(whole)) {
      one.run(valuesOf(record));
    }
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
      arrays.push({ name, type, literal: arrayLiteral(records.map(valueOf)) });
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
