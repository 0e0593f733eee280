import { Knex } from 'knex';
import { arrayLiteral } from './arrayLiteral';
import {
  ColumnType,
  ColumnValue,
  SqliteConnection,
  toSqlite,
} from './columnValue';

/** Which columns of which rows change. */
export interface RowUpdate {
  table: string;
  /** The first one identifies a row; the others take the values. */
  columns: readonly (readonly [name: string, type: ColumnType])[];
  /** Values in the order of the columns. */
  rows: readonly (readonly ColumnValue[])[];
  /** Only rows whose value of this column isn't greater than the one given. */
  unlessGreater?: string;
}

/**
 * Gives any number of rows other values each: PostgreSQL takes one array for each column, SQLite a
 * prepared statement again and again.
 */
export async function updateRows(
  tx: Knex.Transaction,
  { table, columns, rows, unlessGreater }: RowUpdate,
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const [[key], ...changed] = columns;
  if (tx.client.config.client === 'pg') {
    await tx.raw(
      `update ${table} set ${changed
        .map(([name]) => `${name} = given.${name}`)
        .join(', ')} from unnest(${columns
        .map(([, type]) => `?::${type}[]`)
        .join(', ')}) as given (${columns
        .map(([name]) => name)
        .join(', ')}) where ${table}.${key} = given.${key}${
        unlessGreater === undefined
          ? ''
          : ` and (${table}.${unlessGreater} is null or ${table}.${unlessGreater} <= given.${unlessGreater})`
      }`,
      columns.map((_, index) => arrayLiteral(rows.map(row => row[index]))),
    );
    return;
  }
  // Within a transaction, this is the transaction's own.
  const connection: SqliteConnection = await tx.client.acquireConnection();
  const statement = connection.prepare(
    `update ${table} set ${changed
      .map(([name]) => `${name} = ?`)
      .join(', ')} where ${key} = ?${
      unlessGreater === undefined
        ? ''
        : ` and (${unlessGreater} is null or ${unlessGreater} <= ?)`
    }`,
  );
  const guard = columns.findIndex(([name]) => name === unlessGreater);
  for (const [id, ...values] of rows) {
    statement.run(
      [...values, id, ...(guard < 0 ? [] : [values[guard - 1]])].map(toSqlite),
    );
  }
}
