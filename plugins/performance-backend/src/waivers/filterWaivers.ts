import { WaiverStatus } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { WaiverQuery } from './WaiverStore';

/** What time has ended is expired, whether or not that has been recorded. */
export const STATUS_NOW =
  "case when waivers.status in ('requested', 'approved') and waivers.expires_at <= ? then 'expired' else waivers.status end";

/**
 * Adds the conditions of a query for waivers, apart from that on status, and what the caller may see.
 */
export function filterWaivers(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: Partial<WaiverQuery>,
  access: Access,
): void {
  builder.whereIn(
    'waivers.entity_id',
    knex('entities').whereNull('retired_at').select('id'),
  );
  if (query.entityRef !== undefined) {
    builder.whereIn(
      'waivers.entity_id',
      knex('entities').where('entity_ref', lower(query.entityRef)).select('id'),
    );
  }
  if (query.owner) {
    builder.whereIn(
      'waivers.entity_id',
      knex('entity_owners')
        .whereIn('owner_ref', query.owner.map(lower))
        .select('entity_id'),
    );
  }
  if (query.ruleId !== undefined) {
    builder.where('waivers.rule_key', query.ruleId);
  }
  if (query.requestedBy) {
    builder.whereIn('waivers.requested_by', query.requestedBy);
  }
  if (query.expiresBefore !== undefined) {
    builder.where('waivers.expires_at', '<', Date.parse(query.expiresBefore));
  }
  const text = lower(query.q ?? '').trim();
  if (text !== '') {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    const like = "lower(??) like ? escape '\\'";
    builder.where(either =>
      either
        .whereRaw(like, ['waivers.title', pattern])
        .orWhereRaw(like, ['waivers.reason', pattern])
        .orWhereIn(
          'waivers.entity_id',
          knex('entities')
            .whereRaw(like, ['entity_ref', pattern])
            .orWhereRaw(like, ['title', pattern])
            .select('id'),
        ),
    );
  }
  access.restrict(builder, {
    entityId: 'waivers.entity_id',
    environment: 'waivers.environment',
  });
}

export function whereStatus(
  builder: Knex.QueryBuilder,
  statuses: WaiverStatus[],
  now: Date,
): void {
  builder.whereRaw(`${STATUS_NOW} in (${statuses.map(() => '?').join(', ')})`, [
    now.getTime(),
    ...statuses,
  ]);
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
