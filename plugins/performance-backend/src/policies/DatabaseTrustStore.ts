import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  optionalDateOf,
} from '../database/columns';
import { TrustOverride, TrustRecord, TrustStore } from './TrustStore';

const ROWS_PER_STATEMENT = 500;
/** Of an override of all rules. */
const ALL_RULES = '';

interface TrustRow {
  definition_id: string;
  rule_key: string;
  title: string;
  trusted: BooleanColumn;
  forced: BooleanColumn;
  warn_since: BigIntColumn | null;
  warn_from: BigIntColumn | null;
  verdicts: number;
  flip_rate: number;
  dispute_rate: number;
  waiver_rate: number;
  assessed_at: BigIntColumn;
}

interface OverrideRow {
  definition_id: string;
  rule_key: string;
  reason: string;
  created_by: string;
  created_at: BigIntColumn;
}

/** Keeps trust in the plugin's database. */
export class DatabaseTrustStore implements TrustStore {
  constructor(private readonly knex: Knex) {}

  async list({ definitionId }: { definitionId?: string }, tx?: Knex) {
    const query = (tx ?? this.knex)<TrustRow>('policy_trust').orderBy([
      'definition_id',
      'rule_key',
    ]);
    if (definitionId !== undefined) {
      query.where('definition_id', definitionId);
    }
    return (await query).map(recordOfRow);
  }

  async replace(records: TrustRecord[]) {
    // One order for every replica, so that none waits for a row while holding another's.
    const rows = records
      .map(rowOfRecord)
      .sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
    const kept = new Set(rows.map(pairOf));
    await this.knex.transaction(async tx => {
      for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
        await tx('policy_trust')
          .insert(part)
          .onConflict(['definition_id', 'rule_key'])
          .merge();
      }
      const stored = await tx<TrustRow>('policy_trust').select(
        'definition_id',
        'rule_key',
      );
      for (const row of stored) {
        if (!kept.has(pairOf(row))) {
          await tx('policy_trust').where(row).delete();
        }
      }
    });
  }

  async listOverrides({ definitionId }: { definitionId?: string }, tx?: Knex) {
    const query = (tx ?? this.knex)<OverrideRow>('trust_overrides')
      .whereNull('removed_at')
      .orderBy(['definition_id', 'rule_key']);
    if (definitionId !== undefined) {
      query.where('definition_id', definitionId);
    }
    return (await query).map(overrideOfRow);
  }

  async addOverride(override: TrustOverride) {
    const { definitionId, ruleId, reason, by, at } = override;
    return this.knex.transaction(async tx => {
      const active = await tx('trust_overrides')
        .where({ definition_id: definitionId, rule_key: ruleId ?? ALL_RULES })
        .whereNull('removed_at')
        .first('id');
      if (!active) {
        await tx('trust_overrides').insert({
          definition_id: definitionId,
          rule_key: ruleId ?? ALL_RULES,
          reason,
          created_by: by,
          created_at: at.getTime(),
        });
      }
      return !active;
    });
  }

  async removeOverride(
    { definitionId, ruleId }: Pick<TrustOverride, 'definitionId' | 'ruleId'>,
    { by, at }: { by: string; at: Date },
  ) {
    const removed = await this.knex('trust_overrides')
      .where({ definition_id: definitionId, rule_key: ruleId ?? ALL_RULES })
      .whereNull('removed_at')
      .update({ removed_by: by, removed_at: at.getTime() });
    return removed > 0;
  }
}

function pairOf(row: Pick<TrustRow, 'definition_id' | 'rule_key'>): string {
  return `${row.definition_id} ${row.rule_key}`;
}

function rowOfRecord(record: TrustRecord): TrustRow {
  return {
    definition_id: record.definitionId,
    rule_key: record.ruleId,
    title: record.title,
    trusted: record.trusted,
    forced: record.forced,
    warn_since: record.warnSince?.getTime() ?? null,
    warn_from: record.warnFrom?.getTime() ?? null,
    verdicts: record.verdicts,
    flip_rate: record.flipRate,
    dispute_rate: record.disputeRate,
    waiver_rate: record.waiverRate,
    assessed_at: record.assessedAt.getTime(),
  };
}

function recordOfRow(row: TrustRow): TrustRecord {
  return {
    definitionId: row.definition_id,
    ruleId: row.rule_key,
    title: row.title,
    trusted: Boolean(row.trusted),
    forced: Boolean(row.forced),
    warnSince: optionalDateOf(row.warn_since),
    warnFrom: optionalDateOf(row.warn_from),
    verdicts: row.verdicts,
    flipRate: row.flip_rate,
    disputeRate: row.dispute_rate,
    waiverRate: row.waiver_rate,
    assessedAt: dateOf(row.assessed_at),
  };
}

function overrideOfRow(row: OverrideRow): TrustOverride {
  return {
    definitionId: row.definition_id,
    ruleId: row.rule_key === ALL_RULES ? undefined : row.rule_key,
    reason: row.reason,
    by: row.created_by,
    at: dateOf(row.created_at),
  };
}
