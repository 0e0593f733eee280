import { Stage } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { chunked } from '../database/chunked';
import { VerdictKey } from '../verdicts/VerdictStore';

/** Changes that definitions bring come one entity after another: they are summed up after this. */
export const SETTLE_MS = 60_000;

const ROWS_PER_STATEMENT = 200;

/** A verdict that began or ceased to fail. */
export interface VerdictNewsItem extends VerdictKey {
  failing: boolean;
  entityRef: string;
  /** Of the definition or check. */
  title: string;
  /** E.g. `412 ms in production, limit ≤ 300 ms`. */
  detail: string;
  stage: Stage;
}

/** A stage that a policy now puts verdicts of a rule at. */
export interface StageItem {
  /** Absent where no policy applies any more. */
  definitionId?: string;
  policy?: string;
  stage: Stage;
  ruleId: number;
}

/** What an owner is soon told in one message with everything of its kind. */
export type SummaryItem = { dueAt: Date } & (
  | { kind: 'rule'; owner: string; payload: { ruleId: number } }
  | { kind: 'stage'; owner: string; payload: StageItem }
  | { kind: 'verdict'; entityId: number; payload: VerdictNewsItem }
);

/** A row of `summary_items`. */
export interface SummaryItemRow {
  kind: SummaryItem['kind'];
  item_key: string;
  owner_ref: string | null;
  entity_id: number | null;
  payload: string;
  due_at: number;
}

/** The key of the item about a verdict; there is never more than one. */
export function verdictItemKey({ ruleId, subjectId }: VerdictKey): string {
  return `${ruleId}.${subjectId}`;
}

function itemKey(item: SummaryItem): string {
  if (item.kind === 'verdict') {
    return verdictItemKey(item.payload);
  }
  return createHash('sha256')
    .update(JSON.stringify([item.owner, item.payload]))
    .digest('hex');
}

/** Adds items; what is there already stays as it is. */
export async function addSummaryItems(
  items: SummaryItem[],
  tx: Knex.Transaction,
): Promise<void> {
  const rows = items.map(item => ({
    kind: item.kind,
    item_key: itemKey(item),
    owner_ref: item.kind === 'verdict' ? null : item.owner,
    entity_id: item.kind === 'verdict' ? item.entityId : null,
    payload: JSON.stringify(item.payload),
    due_at: item.dueAt.getTime(),
  }));
  // One order for every transaction, so that none waits for a key while holding another's.
  rows.sort((a, b) => (a.item_key < b.item_key ? -1 : 1));
  for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
    await tx('summary_items')
      .insert(part)
      .onConflict(['kind', 'item_key'])
      .ignore();
  }
}
