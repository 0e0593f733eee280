/** A value of a column; PostgreSQL is told the type of the column. */
export type ColumnValue = number | string | boolean | Buffer | null;

/** Types as PostgreSQL calls them. */
export type ColumnType =
  | 'integer'
  | 'bigint'
  | 'smallint'
  | 'double precision'
  | 'boolean'
  | 'bytea'
  | 'text';

/** What SQLite has of these. */
type SqliteValue = number | string | Buffer | null;

/** Of the driver of SQLite. */
export interface SqliteConnection {
  prepare(sql: string): { run(values: SqliteValue[]): unknown };
}

/** SQLite has no booleans. */
export function toSqlite(value: ColumnValue): SqliteValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
