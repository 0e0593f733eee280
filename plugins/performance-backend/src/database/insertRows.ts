import { Knex } from 'knex';
import { arrayLiteral } from './arrayLiteral';
import { copyRows } from './copyRows';
import {
  ColumnType,
  ColumnValue,
  SqliteConnection,
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
const ROWS_PER_RUN = 100;

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
  if (records.length >= PREPARED_FROM_ROWS) {
    await runPrepared(tx, target, records);
    return;
  }
  const { columns } = target;
  const row = `(${columns.map(() => '?').join(', ')})`;
  await tx.raw(
    `${insertInto(target)} values ${records
      .map(() => row)
      .join(', ')} ${onConflict(target)}`,
    records.flatMap(record =>
      columns.map(([, , valueOf]) => toSqlite(valueOf(record))),
    ),
  );
}

/** What is the same in all rows, as much is, is bound only once for a hundred of them. */
async function runPrepared<T>(
  tx: Knex.Transaction,
  target: RowTarget<T>,
  records: readonly T[],
): Promise<void> {
  const { shared, own } = splitColumns(target, records);
  const names = [...shared, ...own].map(([name]) => name);
  const selected = [
    ...shared.map(() => '?'),
    ...own.map((_, index) => `column${index + 1}`),
  ];
  const row = `(${own.map(() => '?').join(', ')})`;
  // Within a transaction, this is the transaction's own.
  const connection: SqliteConnection = await tx.client.acquireConnection();
  const prepared = (rows: number) =>
    connection.prepare(
      // Without a condition, SQLite would take what follows for that of a join.
      `insert into ${target.table} (${names.join(', ')})
       select ${selected.join(', ')} from (values ${Array(rows)
        .fill(row)
        .join(', ')}) where true ${onConflict(target)}`,
    );
  const sharedValues = shared.map(([, , valueOf]) =>
    toSqlite(valueOf(records[0])),
  );
  const run = (
    statement: ReturnType<typeof prepared>,
    start: number,
    end: number,
  ) => {
    const values = [...sharedValues];
    for (let index = start; index < end; index++) {
      for (const [, , valueOf] of own) {
        values.push(toSqlite(valueOf(records[index])));
      }
    }
    statement.run(values);
  };
  const whole = records.length - (records.length % ROWS_PER_RUN);
  const some = prepared(ROWS_PER_RUN);
  for (let start = 0; start < whole; start += ROWS_PER_RUN) {
    run(some, start, start + ROWS_PER_RUN);
  }
  if (whole < records.length) {
    run(prepared(records.length - whole), whole, records.length);
  }
}

/** Those that are the same in all rows, and the others, of which there is at least one. */
function splitColumns<T>(
  { columns }: RowTarget<T>,
  records: readonly T[],
): { shared: Column<T>[]; own: Column<T>[] } {
  const shared: Column<T>[] = [];
  const own: Column<T>[] = [];
  for (const [index, column] of columns.entries()) {
    const [, , valueOf] = column;
    const first = valueOf(records[0]);
    const isShared =
      index > 0 && records.every(record => valueOf(record) === first);
    (isShared ? shared : own).push(column);
  }
  return { shared, own };
}

/** What is the same in all rows, as much is, goes over the wire only once. */
async function insertArrays<T>(
  tx: Knex.Transaction,
  target: RowTarget<T>,
  records: readonly T[],
): Promise<void> {
  const { shared, own } = splitColumns(target, records);
  const names = [...shared, ...own].map(([name]) => name);
  const selected = [
    ...shared.map(([, type]) => `?::${type}`),
    ...own.map(([name]) => name),
  ];
  await tx.raw(
    `insert into ${target.table} (${names.join(', ')})
     select ${selected.join(', ')} from unnest(${own
      .map(([, type]) => `?::${type}[]`)
      .join(', ')}) as given (${own
      .map(([name]) => name)
      .join(', ')}) ${onConflict(target)}`,
    [
      ...shared.map(([, , valueOf]) => valueOf(records[0])),
      ...own.map(([, , valueOf]) => arrayLiteral(records.map(valueOf))),
    ],
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
