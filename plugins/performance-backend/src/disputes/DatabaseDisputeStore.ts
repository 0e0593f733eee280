import { Knex } from 'knex';
import { Access } from '../access/Access';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { keyText } from '../verdicts/planChanges';
import { VerdictKey } from '../verdicts/VerdictStore';
import {
  Dispute,
  DisputeQuery,
  DisputeStatus,
  DisputeStore,
} from './DisputeStore';

const KEYS_PER_STATEMENT = 200;

interface DisputeRow {
  id: number;
  entity_id: number;
  rule_id: number;
  subject_id: number;
  title: string;
  state: number;
  value: number | null;
  status: DisputeStatus;
  reason: string;
  disputed_by: string;
  disputed_at: BigIntColumn;
  resolved_by: string | null;
  resolved_at: BigIntColumn | null;
  resolution_note: string | null;
  rule_key: string;
  environment: string;
  labels: string;
}

/** Keeps disputes in the plugin's database. */
export class DatabaseDisputeStore implements DisputeStore {
  constructor(private readonly knex: Knex) {}

  async add(dispute: Parameters<DisputeStore['add']>[0], tx: Knex.Transaction) {
    const { verdict, reason, by, at } = dispute;
    const { ruleId, subjectId } = verdict.key;
    // Relies on disputes_open_uidx, whose rows the entity's lock guards.
    const open = await tx('disputes')
      .where({
        rule_id: ruleId,
        subject_id: subjectId,
        disputed_by: by,
        status: 'open',
      })
      .first('id');
    if (open) {
      return undefined;
    }
    const [{ id }] = await tx('disputes')
      .insert({
        entity_id: verdict.entityId,
        rule_id: ruleId,
        subject_id: subjectId,
        title: verdict.title,
        state: stateToColumn(verdict.state),
        value: verdict.value ?? null,
        status: 'open',
        reason,
        disputed_by: by,
        disputed_at: at.getTime(),
      })
      .returning('id');
    const row = await selectDisputes(tx).where('disputes.id', id).first();
    return row && disputeOfRow(row);
  }

  async get(id: string, tx?: Knex.Transaction) {
    if (!/^\d{1,9}$/.test(id)) {
      return undefined;
    }
    const row = await selectDisputes(tx ?? this.knex)
      .where('disputes.id', Number(id))
      .first();
    return row && disputeOfRow(row);
  }

  async list(query: DisputeQuery, access: Access) {
    const counting = this.knex('disputes')
      .join('subjects', 'subjects.id', 'disputes.subject_id')
      .join('rules', 'rules.id', 'disputes.rule_id');
    filterDisputes(this.knex, counting, query, access);
    const [{ count }] = await counting.count({ count: '*' });
    const page = selectDisputes(this.knex);
    filterDisputes(this.knex, page, query, access);
    const rows = await page
      .orderByRaw(
        "case when disputes.status = 'open' then 0 else 1 end, disputes.id desc",
      )
      .limit(query.limit)
      .offset(query.offset);
    return { items: rows.map(disputeOfRow), totalItems: Number(count) };
  }

  async resolve(
    id: string,
    resolution: Parameters<DisputeStore['resolve']>[1],
    tx: Knex.Transaction,
  ) {
    const { outcome, by, at, note } = resolution;
    const resolved = await tx('disputes')
      .where({ id: Number(id), status: 'open' })
      .update({
        status: outcome,
        resolved_by: by,
        resolved_at: at.getTime(),
        resolution_note: note,
      });
    return resolved > 0 ? this.get(id, tx) : undefined;
  }

  async retire(
    keys: VerdictKey[],
    { at, note }: { at: Date; note: string },
    tx: Knex.Transaction,
  ) {
    const ended: Dispute[] = [];
    for (const part of chunked(keys, KEYS_PER_STATEMENT)) {
      // Relies on disputes_verdict_idx.
      const retired: { id: number }[] = await tx('disputes')
        .where('status', 'open')
        .whereIn(
          ['rule_id', 'subject_id'],
          part.map(({ ruleId, subjectId }) => [ruleId, subjectId]),
        )
        .update({
          status: 'retired',
          resolved_at: at.getTime(),
          resolution_note: note,
        })
        .returning('id');
      if (retired.length > 0) {
        const rows = await selectDisputes(tx)
          .whereIn(
            'disputes.id',
            retired.map(({ id }) => id),
          )
          .orderBy('disputes.id');
        ended.push(...rows.map(disputeOfRow));
      }
    }
    return ended;
  }

  async countOpen(keys: VerdictKey[]) {
    if (keys.length === 0) {
      return new Map();
    }
    const rows: { rule_id: number; subject_id: number; count: unknown }[] =
      await this.knex('disputes')
        .where('status', 'open')
        .whereIn(
          ['rule_id', 'subject_id'],
          keys.map(({ ruleId, subjectId }) => [ruleId, subjectId]),
        )
        .groupBy('rule_id', 'subject_id')
        .select('rule_id', 'subject_id')
        .count({ count: '*' });
    return new Map(
      rows.map(row => [
        keyText({ ruleId: row.rule_id, subjectId: row.subject_id }),
        Number(row.count),
      ]),
    );
  }
}

function selectDisputes(
  knex: Knex,
): Knex.QueryBuilder<DisputeRow, DisputeRow[]> {
  return knex('disputes')
    .join('subjects', 'subjects.id', 'disputes.subject_id')
    .join('rules', 'rules.id', 'disputes.rule_id')
    .select(
      'disputes.*',
      'rules.rule_key',
      'subjects.environment',
      'subjects.labels',
    );
}

function filterDisputes(
  knex: Knex,
  builder: Knex.QueryBuilder,
  query: DisputeQuery,
  access: Access,
): void {
  const lower = (text: string) => text.toLocaleLowerCase('en-US');
  builder.whereIn(
    'disputes.entity_id',
    knex('entities').whereNull('retired_at').select('id'),
  );
  if (query.key) {
    builder.where({
      'disputes.rule_id': query.key.ruleId,
      'disputes.subject_id': query.key.subjectId,
    });
  }
  if (query.entityRef !== undefined) {
    builder.whereIn(
      'disputes.entity_id',
      knex('entities').where('entity_ref', lower(query.entityRef)).select('id'),
    );
  }
  if (query.owner) {
    builder.whereIn(
      'disputes.entity_id',
      knex('entity_owners')
        .whereIn('owner_ref', query.owner.map(lower))
        .select('entity_id'),
    );
  }
  if (query.status) {
    builder.whereIn('disputes.status', query.status);
  }
  if (query.ruleId !== undefined) {
    builder.where('rules.rule_key', query.ruleId);
  }
  access.restrict(builder, {
    entityId: 'disputes.entity_id',
    environment: 'subjects.environment',
  });
}

function disputeOfRow(row: DisputeRow): Dispute {
  const resolvedAt = optionalDateOf(row.resolved_at);
  return {
    id: String(row.id),
    status: row.status,
    key: { ruleId: row.rule_id, subjectId: row.subject_id },
    entityId: row.entity_id,
    ruleId: row.rule_key,
    environment: row.environment,
    labels: jsonOf(row.labels),
    title: row.title,
    state: stateFromColumn(row.state),
    value: optional(row.value),
    reason: row.reason,
    by: row.disputed_by,
    at: dateOf(row.disputed_at),
    resolution: resolvedAt && {
      by: row.resolved_by ?? '',
      at: resolvedAt,
      note: row.resolution_note ?? '',
    },
  };
}
