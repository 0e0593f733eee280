import {
  GovernanceFacts,
  MeasurementFact,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { MeasurementRecord, MeasurementStore } from './MeasurementStore';

const NOTHING_MEASURED: GovernanceFacts = { measurements: [] };

/** Tells evaluation what was measured. */
export class MeasurementFacts implements EntityFactSource {
  constructor(private readonly store: Pick<MeasurementStore, 'current'>) {}

  async load(entityIds: number[], _now: Date, tx: Knex.Transaction) {
    const records = await this.store.current(entityIds, tx);
    // Of every entity: where nothing was measured yet, runs are no substitute.
    return new Map(
      entityIds.map((id): [number, GovernanceFacts] => {
        const measured = records.get(id);
        return [
          id,
          measured
            ? { measurements: measured.map(factOfRecord) }
            : NOTHING_MEASURED,
        ];
      }),
    );
  }
}

function factOfRecord(record: MeasurementRecord): MeasurementFact {
  const { definitionId, environment, value, measuredAt, reason } = record;
  return {
    definitionId,
    environment,
    value,
    measuredAt:
      measuredAt === undefined ? undefined : new Date(measuredAt).toISOString(),
    reason,
  };
}
