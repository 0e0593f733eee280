import { Knex } from 'knex';
import { Access } from '../access/Access';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import {
  Adjustment,
  AdjustmentFilter,
  AdjustmentScope,
  AdjustmentStore,
  NewAdjustment,
} from './AdjustmentStore';

interface AdjustmentRow {
  id: number;
  slo_id: number | null;
  entity_id: number | null;
  environment: string | null;
  definition_id: string | null;
  times: string;
  reason: string;
  created_by: string;
  created_at: BigIntColumn;
  revoked_by: string | null;
  revoked_at: BigIntColumn | null;
  revoked_reason: string | null;
}

/** Keeps adjustments in the plugin's database. */
export class DatabaseAdjustmentStore implements AdjustmentStore {
  constructor(private readonly knex: Knex) {}

  async add({ scope, times, ...rest }: NewAdjustment) {
    const [row]: AdjustmentRow[] = await this.knex('slo_adjustments')
      .insert({
        slo_id: scope.type === 'slo' ? scope.sloId : null,
        entity_id: scope.type === 'definition' ? null : scope.entityId,
        environment:
          scope.type === 'definition' ? null : scope.environment ?? null,
        definition_id: scope.type === 'definition' ? scope.definitionId : null,
        times: JSON.stringify(times),
        reason: rest.reason,
        created_by: rest.createdBy,
        created_at: rest.createdAt.getTime(),
      })
      .returning('*');
    return adjustmentOfRow(row);
  }

  async get(id: number) {
    const row: AdjustmentRow | undefined = await this.knex('slo_adjustments')
      .where('id', id)
      .first();
    return row && adjustmentOfRow(row);
  }

  async list({ slo, entityId, revoked }: AdjustmentFilter, access: Access) {
    const visible = this.knex('entities').select('id');
    access.restrict(visible, { entityId: 'entities.id' });
    const query = this.knex('slo_adjustments')
      .where(either =>
        either.whereNull('entity_id').orWhereIn('entity_id', visible),
      )
      .orderBy('id', 'desc');
    if (slo) {
      query.where(either =>
        either
          .where('slo_id', slo.id)
          .orWhere('definition_id', slo.definitionId)
          .orWhere(ofEntity =>
            ofEntity
              .whereNull('slo_id')
              .where('entity_id', slo.entityId)
              .where(environment =>
                environment
                  .whereNull('environment')
                  .orWhere('environment', slo.environment),
              ),
          ),
      );
    }
    if (entityId !== undefined) {
      query.where('entity_id', entityId);
    }
    if (revoked !== undefined) {
      if (revoked) {
        query.whereNotNull('revoked_at');
      } else {
        query.whereNull('revoked_at');
      }
    }
    const rows: AdjustmentRow[] = await query;
    return rows.map(adjustmentOfRow);
  }

  async listInForce() {
    const rows: AdjustmentRow[] = await this.knex('slo_adjustments')
      .whereNull('revoked_at')
      .orderBy('id');
    return rows.map(adjustmentOfRow);
  }

  async revoke(id: number, revoked: NonNullable<Adjustment['revoked']>) {
    const [row]: AdjustmentRow[] = await this.knex('slo_adjustments')
      .where('id', id)
      .whereNull('revoked_at')
      .update({
        revoked_by: revoked.by,
        revoked_at: revoked.at.getTime(),
        revoked_reason: revoked.reason,
      })
      .returning('*');
    return row && adjustmentOfRow(row);
  }
}

function adjustmentOfRow(row: AdjustmentRow): Adjustment {
  const revokedAt = optionalDateOf(row.revoked_at);
  return {
    id: row.id,
    scope: scopeOfRow(row),
    times: jsonOf(row.times),
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: dateOf(row.created_at),
    revoked: revokedAt && {
      by: row.revoked_by ?? '',
      at: revokedAt,
      reason: row.revoked_reason ?? '',
    },
  };
}

function scopeOfRow(row: AdjustmentRow): AdjustmentScope {
  if (row.entity_id === null) {
    return { type: 'definition', definitionId: row.definition_id ?? '' };
  }
  return row.slo_id === null
    ? {
        type: 'entity',
        entityId: row.entity_id,
        environment: optional(row.environment),
      }
    : {
        type: 'slo',
        sloId: row.slo_id,
        entityId: row.entity_id,
        environment: row.environment ?? '',
      };
}
