import { Knex } from 'knex';
import { Access } from '../access/Access';
import { BigIntColumn, dateOf } from '../database/columns';
import { stateToColumn } from '../database/stateColumn';
import { filterWaivers } from './filterWaivers';
import { WaiverDebt } from './WaiverStore';

const DAY_MS = 24 * 60 * 60 * 1000;

interface DebtRow {
  owner: string | null;
  requested: number | string;
  active: number | string;
  waived_ms: number | string;
  oldest_at: BigIntColumn | null;
}

/** What each owner has had waived, as far as the caller may see it. */
export async function selectWaiverDebt(
  knex: Knex,
  filter: { owner?: string[] },
  access: Access,
  now: Date,
): Promise<WaiverDebt[]> {
  const time = now.getTime();
  const isOpen = (status: string) =>
    `waivers.status = '${status}' and waivers.expires_at > ?`;
  const query = knex('waivers')
    .join('entities', 'entities.id', 'waivers.entity_id')
    .groupBy('entities.owner_ref')
    .select<DebtRow[]>(
      'entities.owner_ref as owner',
      knex.raw(
        `sum(case when ${isOpen('requested')} then 1 else 0 end) as ??`,
        [time, 'requested'],
      ),
      knex.raw(`sum(case when ${isOpen('approved')} then 1 else 0 end) as ??`, [
        time,
        'active',
      ]),
      knex.raw(
        `min(case when ${isOpen(
          'approved',
        )} then waivers.decided_at end) as ??`,
        [time, 'oldest_at'],
      ),
      // Rejected ones waived nothing; an approved one until it ended, expired, or now.
      knex.raw(
        `sum(case
           when waivers.decided_at is null or waivers.status = 'rejected' then 0
           when waivers.ended_at is not null then waivers.ended_at - waivers.decided_at
           when waivers.expires_at < ? then waivers.expires_at - waivers.decided_at
           else ? - waivers.decided_at end) as ??`,
        [time, time, 'waived_ms'],
      ),
    );
  filterWaivers(knex, query, filter, access);
  const rows: DebtRow[] = await query;
  const unfixed = await countExpiredUnfixed(knex, filter, access, now);
  return rows
    .map(row => ({
      owner: row.owner ?? '',
      requested: Number(row.requested),
      active: Number(row.active),
      daysWaived: Math.round((Number(row.waived_ms) / DAY_MS) * 10) / 10,
      oldestAt:
        row.oldest_at === null
          ? undefined
          : dateOf(row.oldest_at).toISOString(),
      expiredUnfixed: unfixed.get(row.owner ?? '') ?? 0,
    }))
    .filter(
      debt =>
        debt.requested + debt.active + debt.expiredUnfixed > 0 ||
        debt.daysWaived > 0,
    )
    .sort(
      (a, b) => b.daysWaived - a.daysWaived || (a.owner < b.owner ? -1 : 1),
    );
}

/** Verdicts that fail although they were once waived; each counts once. */
async function countExpiredUnfixed(
  knex: Knex,
  filter: { owner?: string[] },
  access: Access,
  now: Date,
): Promise<Map<string, number>> {
  const query = knex('waivers')
    .join('entities', 'entities.id', 'waivers.entity_id')
    .join('subjects', join =>
      join
        .on('subjects.entity_id', 'waivers.entity_id')
        .andOn('subjects.environment', 'waivers.environment')
        .andOn('subjects.labels_key', 'waivers.labels_key'),
    )
    .join('rules', 'rules.rule_key', 'waivers.rule_key')
    .join('verdicts', join =>
      join
        .on('verdicts.rule_id', 'rules.id')
        .andOn('verdicts.subject_id', 'subjects.id'),
    )
    .where('verdicts.state', stateToColumn('fail'))
    .where('verdicts.waived', false)
    .whereNotNull('waivers.decided_at')
    .where('waivers.expires_at', '<=', now.getTime())
    .whereIn('waivers.status', ['approved', 'expired'])
    .groupBy('entities.owner_ref')
    .select<{ owner: string | null; count: number | string }[]>(
      'entities.owner_ref as owner',
      // A verdict is known by two columns, and neither database counts pairs.
      knex.raw(
        "count(distinct verdicts.rule_id || '-' || verdicts.subject_id) as ??",
        ['count'],
      ),
    );
  filterWaivers(knex, query, filter, access);
  return new Map(
    (await query).map(row => [row.owner ?? '', Number(row.count)]),
  );
}
