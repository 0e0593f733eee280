import { Knex } from 'knex';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { ColumnValue } from './columnValue';
import type { RowTarget } from './insertRows';

/** Large enough that hardly any time goes into their number. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Inserts any number of rows into a table of PostgreSQL by its fastest way in. Only for rows that aren't
 * there yet.
 *
 * @param tx - whose connection, and transaction, it is done in.
 */
export async function copyRows<T>(
  tx: Knex.Transaction,
  target: RowTarget<T>,
  records: readonly T[],
): Promise<void> {
  // Within a transaction, this is the transaction's own.
  const connection: {
    query(copy: CopyStreamQuery): CopyStreamQuery;
  } = await tx.client.acquireConnection();
  const names = target.columns.map(([name]) => name).join(', ');
  await pipeline(
    Readable.from(chunksOf(target, records)),
    connection.query(copyFrom(`copy ${target.table} (${names}) from stdin`)),
  );
}

/** PostgreSQL docs, "COPY", "Text Format". */
function* chunksOf<T>(
  { columns }: RowTarget<T>,
  records: readonly T[],
): Generator<Buffer> {
  let text = '';
  for (const record of records) {
    let separator = '';
    for (const [, , valueOf] of columns) {
      text += separator + textOf(valueOf(record));
      separator = '\t';
    }
    text += '\n';
    if (text.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) {
    yield Buffer.from(text);
  }
}

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

const HAS_SPECIAL = /[\\\t\n\r]/;

function textOf(value: ColumnValue): string | number | boolean {
  if (value === null) {
    return '\\N';
  }
  if (typeof value === 'string') {
    return HAS_SPECIAL.test(value)
      ? value.replace(/[\\\t\n\r]/g, special => ESCAPES[special])
      : value;
  }
  return Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : value;
}
