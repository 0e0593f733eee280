/** PostgreSQL gives `bigint` as text. */
export type BigIntColumn = number | string;

/** SQLite gives booleans as 0 and 1. */
export type BooleanColumn = boolean | number;

/** Both databases say `null` where there is nothing; everything else says `undefined`. */
export function optional<T>(value: T | null): T | undefined {
  return value ?? undefined;
}

/** Reads a column of epoch milliseconds. */
export function dateOf(value: BigIntColumn): Date {
  return new Date(Number(value));
}

export function optionalDateOf(value: BigIntColumn | null): Date | undefined {
  return value === null ? undefined : dateOf(value);
}

/** Reads a column of JSON text. */
export function jsonOf<T>(value: string): T {
  return JSON.parse(value);
}

export function optionalJsonOf<T>(value: string | null): T | undefined {
  return value === null ? undefined : JSON.parse(value);
}

export function optionalJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
