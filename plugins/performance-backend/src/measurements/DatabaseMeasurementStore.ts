import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { groupByEntity } from '../checks/groupByEntity';
import { BigIntColumn, optional } from '../database/columns';
import { insertRows } from '../database/insertRows';
import { MeasurementRecord, MeasurementStore } from './MeasurementStore';

interface MeasurementRow {
  entity_id: number;
  definition_id: string;
  environment: string;
  fingerprint: string;
  asked_for: BigIntColumn | null;
  value: number | null;
  measured_at: BigIntColumn | null;
  reason_code: string | null;
  reason_message: string | null;
}

/** Keeps measurements in the plugin's database. */
export class DatabaseMeasurementStore implements MeasurementStore {
  constructor(private readonly knex: Knex) {}

  async current(entityIds: number[], tx?: Knex.Transaction) {
    // Relies on the primary key.
    const rows = await (tx ?? this.knex)<MeasurementRow>('measurements')
      .where(isOneOf(this.knex, 'entity_id', entityIds))
      .orderBy(['entity_id', 'definition_id']);
    return groupByEntity(rows, recordFromRow);
  }

  async put(records: MeasurementRecord[], tx: Knex.Transaction) {
    await insertRows(
      tx,
      {
        table: 'measurements',
        key: ['entity_id', 'definition_id'],
        columns: [
          ['entity_id', 'integer', ({ entityId }) => entityId],
          ['definition_id', 'text', ({ definitionId }) => definitionId],
          ['environment', 'text', ({ environment }) => environment],
          ['fingerprint', 'text', ({ fingerprint }) => fingerprint],
          ['asked_for', 'bigint', ({ askedFor }) => askedFor ?? null],
          ['value', 'double precision', ({ value }) => value ?? null],
          ['measured_at', 'bigint', ({ measuredAt }) => measuredAt ?? null],
          ['reason_code', 'text', ({ reason }) => reason?.code ?? null],
          ['reason_message', 'text', ({ reason }) => reason?.message ?? null],
        ],
      },
      records,
    );
  }

  async remove(
    records: Pick<MeasurementRecord, 'entityId' | 'definitionId'>[],
  ) {
    for (const { entityId, definitionId } of records) {
      await this.knex<MeasurementRow>('measurements')
        .where({ entity_id: entityId, definition_id: definitionId })
        .delete();
    }
  }
}

function recordFromRow(row: MeasurementRow): MeasurementRecord {
  return {
    entityId: row.entity_id,
    definitionId: row.definition_id,
    environment: row.environment,
    fingerprint: row.fingerprint,
    askedFor: row.asked_for === null ? undefined : Number(row.asked_for),
    value: optional(row.value),
    measuredAt: row.measured_at === null ? undefined : Number(row.measured_at),
    reason:
      row.reason_code === null
        ? undefined
        : { code: row.reason_code, message: row.reason_message ?? '' },
  };
}
