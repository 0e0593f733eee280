import { Knex } from 'knex';
import { BigIntColumn, dateOf, optionalDateOf } from '../database/columns';
import { BreakGlass, BreakGlassStore } from './BreakGlassStore';

interface BreakGlassRow {
  id: number;
  entity_id: number;
  reason: string;
  broken_by: string;
  broken_at: BigIntColumn;
  until: BigIntColumn;
  ended_by: string | null;
  ended_at: BigIntColumn | null;
}

/** Keeps overrides of gates in the plugin's database. */
export class DatabaseBreakGlassStore implements BreakGlassStore {
  constructor(private readonly knex: Knex) {}

  async add(
    override: Parameters<BreakGlassStore['add']>[0],
    tx: Knex.Transaction,
  ) {
    const { entityId, reason, by, at, until } = override;
    if (await this.active(entityId, at, tx)) {
      return undefined;
    }
    await tx('break_glass').insert({
      entity_id: entityId,
      reason,
      broken_by: by,
      broken_at: at.getTime(),
      until: until.getTime(),
    });
    return this.active(entityId, at, tx);
  }

  async active(entityId: number, now: Date, tx?: Knex.Transaction) {
    // Relies on break_glass_entity_idx.
    const row = await selectOverrides(tx ?? this.knex)
      .where('break_glass.entity_id', entityId)
      .where('until', '>', now.getTime())
      .whereNull('ended_at')
      .first();
    return row && overrideOfRow(row);
  }

  async list(entityId: number, limit: number) {
    const rows = await selectOverrides(this.knex)
      .where('break_glass.entity_id', entityId)
      .orderBy('break_glass.id', 'desc')
      .limit(limit);
    return rows.map(overrideOfRow);
  }

  async end(
    entityId: number,
    { by, at }: { by: string; at: Date },
    tx: Knex.Transaction,
  ) {
    const ended = await tx('break_glass')
      .where('entity_id', entityId)
      .where('until', '>', at.getTime())
      .whereNull('ended_at')
      .update({ ended_by: by, ended_at: at.getTime() });
    return ended > 0;
  }
}

function selectOverrides(
  knex: Knex,
): Knex.QueryBuilder<
  BreakGlassRow & { entity_ref: string },
  (BreakGlassRow & { entity_ref: string })[]
> {
  return knex('break_glass')
    .join('entities', 'entities.id', 'break_glass.entity_id')
    .select('break_glass.*', 'entities.entity_ref');
}

function overrideOfRow(
  row: BreakGlassRow & { entity_ref: string },
): BreakGlass {
  const endedAt = optionalDateOf(row.ended_at);
  return {
    id: String(row.id),
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    reason: row.reason,
    by: row.broken_by,
    at: dateOf(row.broken_at),
    until: dateOf(row.until),
    ended: endedAt && { by: row.ended_by ?? '', at: endedAt },
  };
}
