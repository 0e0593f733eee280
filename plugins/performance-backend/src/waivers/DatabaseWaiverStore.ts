import { WaiverStatus } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { filterWaivers, STATUS_NOW, whereStatus } from './filterWaivers';
import { selectWaiverDebt } from './selectWaiverDebt';
import {
  eventOfRow,
  parseRowId,
  rowOfNewWaiver,
  WaiverEventRow,
  waiverOfRow,
  WaiverRow,
  WaiverRowOfEntity,
} from './waiverRow';
import {
  NewWaiver,
  Waiver,
  WaiverCounts,
  WaiverEvent,
  WaiverQuery,
  WaiverStore,
} from './WaiverStore';

/** Columns to sort by and the order that is natural for each. */
const SORT: Record<WaiverQuery['sort'], [string, 'asc' | 'desc']> = {
  requestedAt: ['waivers.requested_at', 'desc'],
  expiresAt: ['waivers.expires_at', 'asc'],
  entity: ['entities.entity_ref', 'asc'],
  status: ['waivers.status', 'asc'],
  title: ['waivers.title', 'asc'],
};

const OPEN: WaiverStatus[] = ['requested', 'approved'];

/** Keeps waivers in the plugin's database. */
export class DatabaseWaiverStore implements WaiverStore {
  constructor(private readonly knex: Knex) {}

  async add(waiver: NewWaiver, tx: Knex.Transaction) {
    const row = rowOfNewWaiver(waiver);
    // Relies on waivers_open_uidx, whose rows the entity's lock guards.
    const open = await tx<WaiverRow>('waivers')
      .where({
        entity_id: row.entity_id,
        rule_key: row.rule_key,
        environment: row.environment,
        labels_key: row.labels_key,
      })
      .whereIn('status', OPEN)
      .first('id');
    if (open) {
      return undefined;
    }
    const [{ id }] = await tx<WaiverRow>('waivers').insert(row).returning('id');
    await addEvent(tx, id, {
      status: 'requested',
      at: waiver.requestedAt,
      by: waiver.requestedBy,
    });
    return this.get(String(id), tx);
  }

  async get(id: string, tx?: Knex.Transaction) {
    const row = await selectWaivers(tx ?? this.knex)
      .where('waivers.id', parseRowId(id) ?? -1)
      .first();
    return row && waiverOfRow(row);
  }

  async events(id: string) {
    const rows = await this.knex<WaiverEventRow>('waiver_events')
      .where('waiver_id', parseRowId(id) ?? -1)
      .orderBy('id');
    return rows.map(eventOfRow);
  }

  async list(query: WaiverQuery, access: Access, now: Date) {
    const counting = this.knex('waivers');
    filterWaivers(this.knex, counting, query, access);
    const groups: { status: WaiverStatus; count: number | string }[] =
      await counting
        .groupByRaw('1')
        .select(this.knex.raw(`${STATUS_NOW} as status`, [now.getTime()]))
        .count({ count: '*' });
    const counts = noWaivers();
    for (const { status, count } of groups) {
      counts[status] = Number(count);
    }
    const { status: statuses } = query;
    let totalItems = 0;
    for (const { status, count } of groups) {
      if (!statuses || statuses.includes(status)) {
        totalItems += Number(count);
      }
    }

    const page = selectWaivers(this.knex);
    filterWaivers(this.knex, page, query, access);
    if (statuses) {
      whereStatus(page, statuses, now);
    }
    const [column, naturalOrder] = SORT[query.sort];
    const rows = await page
      .orderBy([
        { column, order: query.order ?? naturalOrder },
        { column: 'waivers.id', order: 'desc' },
      ])
      .limit(query.limit)
      .offset(query.offset);
    return { items: rows.map(waiverOfRow), totalItems, counts };
  }

  async debt(filter: { owner?: string[] }, access: Access, now: Date) {
    return selectWaiverDebt(this.knex, filter, access, now);
  }

  async decide(
    id: string,
    decision: Parameters<WaiverStore['decide']>[1],
    tx: Knex.Transaction,
  ) {
    const { status, by, at, note } = decision;
    return this.#change(
      id,
      ['requested'],
      { status, at, by, note },
      {
        decided_by: by,
        decided_at: at.getTime(),
        decision_note: note ?? null,
      },
      tx,
    );
  }

  async end(
    id: string,
    end: Parameters<WaiverStore['end']>[1],
    tx: Knex.Transaction,
  ) {
    const { from, status, by, at, reason } = end;
    return this.#change(
      id,
      from,
      { status, at, by, note: reason },
      {
        ended_by: by ?? null,
        ended_at: at.getTime(),
        end_reason: reason ?? null,
      },
      tx,
    );
  }

  async listOpen(ruleId: string, tx: Knex.Transaction) {
    const rows = await selectWaivers(tx)
      .whereIn('waivers.status', OPEN)
      .where('waivers.rule_key', ruleId)
      .orderBy('waivers.id');
    return rows.map(waiverOfRow);
  }

  async listDue(now: Date) {
    // Relies on waivers_status_idx.
    const rows = await selectWaivers(this.knex)
      .whereIn('waivers.status', OPEN)
      .where('waivers.expires_at', '<=', now.getTime())
      .orderBy('waivers.id');
    return rows.map(waiverOfRow);
  }

  async listOrphans() {
    const rows = await selectWaivers(this.knex)
      .whereIn('waivers.status', OPEN)
      .where(orphaned =>
        orphaned
          .whereNotNull('entities.retired_at')
          // Relies on verdicts_entity_idx.
          .orWhereNotExists(
            this.knex('verdicts')
              .join('rules', 'rules.id', 'verdicts.rule_id')
              .whereRaw('verdicts.entity_id = waivers.entity_id')
              .whereRaw('rules.rule_key = waivers.rule_key'),
          ),
      )
      .orderBy('waivers.id');
    return rows.map(waiverOfRow);
  }

  /** The condition on the status makes one of several replicas do it, once. */
  async #change(
    id: string,
    from: WaiverStatus[],
    event: WaiverEvent,
    columns: Partial<WaiverRow>,
    tx: Knex.Transaction,
  ): Promise<Waiver | undefined> {
    const rowId = parseRowId(id) ?? -1;
    const changed = await tx<WaiverRow>('waivers')
      .where('id', rowId)
      .whereIn('status', from)
      .update({ ...columns, status: event.status });
    if (changed === 0) {
      return undefined;
    }
    await addEvent(tx, rowId, event);
    return this.get(id, tx);
  }
}

function selectWaivers(
  knex: Knex,
): Knex.QueryBuilder<WaiverRowOfEntity, WaiverRowOfEntity[]> {
  return knex('waivers')
    .join('entities', 'entities.id', 'waivers.entity_id')
    .select('waivers.*', 'entities.entity_ref');
}

async function addEvent(
  tx: Knex.Transaction,
  waiverId: number,
  event: WaiverEvent,
): Promise<void> {
  await tx<WaiverEventRow>('waiver_events').insert({
    waiver_id: waiverId,
    status: event.status,
    at: event.at.getTime(),
    by: event.by ?? null,
    note: event.note ?? null,
  });
}

function noWaivers(): WaiverCounts {
  return {
    requested: 0,
    approved: 0,
    rejected: 0,
    withdrawn: 0,
    revoked: 0,
    expired: 0,
  };
}
