import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { BigIntColumn, dateOf, jsonOf, optional } from '../database/columns';
import { groupByEntity } from './groupByEntity';
import { AttestationRecord, AttestationStore } from './AttestationStore';

interface AttestationRow {
  entity_id: number;
  check_name: string;
  answer: AttestationRecord['answer'];
  comment: string | null;
  statements: string;
  by: string;
  at: BigIntColumn;
  expires_at: BigIntColumn;
  ended_at: BigIntColumn | null;
  ended_by: string | null;
}

/** Keeps attestations in the plugin's database. */
export class DatabaseAttestationStore implements AttestationStore {
  constructor(private readonly knex: Knex) {}

  async current(entityIds: number[], tx?: Knex.Transaction) {
    // Relies on attestations_in_force_uidx.
    const rows = await (tx ?? this.knex)<AttestationRow>('attestations')
      .where(isOneOf(this.knex, 'entity_id', entityIds))
      .whereNull('ended_at')
      .orderBy(['entity_id', 'check_name']);
    return groupByEntity(rows, row => ({
      check: row.check_name,
      answer: row.answer,
      comment: optional(row.comment),
      statements: jsonOf<string[]>(row.statements),
      by: row.by,
      at: dateOf(row.at),
      expiresAt: dateOf(row.expires_at),
    }));
  }

  async sign(
    entityId: number,
    attestation: AttestationRecord,
    tx: Knex.Transaction,
  ) {
    const { check, by, at } = attestation;
    await this.withdraw(entityId, check, { principal: by, at }, tx);
    await tx<AttestationRow>('attestations').insert({
      entity_id: entityId,
      check_name: check,
      answer: attestation.answer,
      comment: attestation.comment ?? null,
      statements: JSON.stringify(attestation.statements),
      by,
      at: at.getTime(),
      expires_at: attestation.expiresAt.getTime(),
    });
  }

  async withdraw(
    entityId: number,
    check: string,
    by: { principal: string; at: Date },
    tx: Knex.Transaction,
  ) {
    const ended = await tx<AttestationRow>('attestations')
      .where({ entity_id: entityId, check_name: check })
      .whereNull('ended_at')
      .update({ ended_at: by.at.getTime(), ended_by: by.principal });
    return ended > 0;
  }
}
