import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { BigIntColumn, dateOf, optional } from '../database/columns';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import {
  CheckResultRecord,
  CheckResultStore,
  ExtensionResultRecord,
  ExternalResultRecord,
} from './CheckResultStore';
import { groupByEntity } from './groupByEntity';

interface CheckResultRow {
  entity_id: number;
  check_name: string;
  state: number;
  message: string | null;
  url: string | null;
  at: BigIntColumn;
}

/** Keeps results of checks in one table of the plugin's database. */
class DatabaseCheckResultStore<R extends CheckResultRecord, C extends object>
  implements CheckResultStore<R>
{
  constructor(
    private readonly options: {
      knex: Knex;
      table: string;
      /** The columns that only this kind of results has. */
      toColumns: (result: R) => C;
      fromRow: (common: CheckResultRecord, row: C) => R;
      /** Whether there is nothing new to a result. */
      isRepeat: (stored: R, result: R) => boolean;
    },
  ) {}

  async current(entityIds: number[], tx?: Knex.Transaction) {
    const { knex, table } = this.options;
    const rows: (CheckResultRow & C)[] = await (tx ?? knex)(table)
      .where(isOneOf(knex, 'entity_id', entityIds))
      .orderBy(['entity_id', 'check_name']);
    return groupByEntity(rows, row => this.#read(row));
  }

  async put(entityId: number, result: R, tx: Knex.Transaction) {
    const { table, toColumns, isRepeat } = this.options;
    const stored: (CheckResultRow & C) | undefined = await tx(table)
      .where({ entity_id: entityId, check_name: result.check })
      .first();
    const current = stored && this.#read(stored);
    if (current && current.at > result.at) {
      return { result: current, accepted: false, changed: false };
    }
    if (current && isRepeat(current, result)) {
      return { result: current, accepted: true, changed: false };
    }
    await tx(table)
      .insert({
        entity_id: entityId,
        check_name: result.check,
        state: stateToColumn(result.state),
        message: result.message ?? null,
        url: result.url ?? null,
        at: result.at.getTime(),
        ...toColumns(result),
      })
      .onConflict(['entity_id', 'check_name'])
      .merge();
    return { result, accepted: true, changed: true };
  }

  #read(row: CheckResultRow & C): R {
    return this.options.fromRow(
      {
        check: row.check_name,
        state: stateFromColumn(row.state),
        message: optional(row.message),
        url: optional(row.url),
        at: dateOf(row.at),
      },
      row,
    );
  }
}

function isSame(a: CheckResultRecord, b: CheckResultRecord): boolean {
  return (
    a.at.getTime() === b.at.getTime() &&
    a.state === b.state &&
    a.message === b.message &&
    a.url === b.url
  );
}

/** Results that other systems pushed. */
export function createExternalResultStore(
  knex: Knex,
): CheckResultStore<ExternalResultRecord> {
  return new DatabaseCheckResultStore<ExternalResultRecord, { by: string }>({
    knex,
    table: 'external_results',
    toColumns: ({ by }) => ({ by }),
    fromRow: (common, { by }) => ({ ...common, by }),
    // Sent twice, whoever sent it.
    isRepeat: isSame,
  });
}

/** Results that modules of the backend found. */
export function createExtensionResultStore(
  knex: Knex,
): CheckResultStore<ExtensionResultRecord> {
  return new DatabaseCheckResultStore<
    ExtensionResultRecord,
    { code: string | null; fingerprint: string }
  >({
    knex,
    table: 'extension_results',
    toColumns: ({ code, fingerprint }) => ({ code: code ?? null, fingerprint }),
    fromRow: (common, { code, fingerprint }) => ({
      ...common,
      code: optional(code),
      fingerprint,
    }),
    isRepeat: (stored, result) =>
      isSame(stored, result) &&
      stored.code === result.code &&
      stored.fingerprint === result.fingerprint,
  });
}
