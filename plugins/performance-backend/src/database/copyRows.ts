import { Knex } from 'knex';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { CopyText } from './CopyText';
import type { RowTarget } from './insertRows';

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

function* chunksOf<T>(
  { columns }: RowTarget<T>,
  records: readonly T[],
): Generator<Buffer> {
  const text = new CopyText<T>(columns.map(([, , valueOf]) => valueOf));
  for (const record of records) {
    text.add(record);
    if (text.isFull) {
      yield text.take();
    }
  }
  yield text.take();
}
