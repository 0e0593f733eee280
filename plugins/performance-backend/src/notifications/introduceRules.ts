import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { EntityEvaluation } from '../evaluation/EvaluationListener';
import { isCurrentNews } from './isCurrentNews';
import { addSummaryItems, SETTLE_MS } from './SummaryItem';

const ROWS_PER_STATEMENT = 500;

interface Introduction {
  ruleId: number;
  owner: string;
  pending: boolean;
}

/** A text that stands for a rule and an owner. */
export function introductionText(ruleId: number, owner: string): string {
  return `${ruleId} ${owner}`;
}

/**
 * Notes rules by which an owner's services are judged for the first time: the owner is told of all
 * their verdicts at once.
 *
 * @returns the rules and owners, as {@link introductionText} writes them, that are yet to be summed up.
 */
export async function introduceRules(
  batch: EntityEvaluation[],
  tx: Knex.Transaction,
): Promise<Set<string>> {
  const seen = new Map<string, Introduction>();
  for (const { entity, transitions, now } of batch) {
    for (const transition of transitions) {
      const { ruleId, previous, next } = transition;
      if (entity.owner === undefined || previous || !next) {
        continue;
      }
      const text = introductionText(ruleId, entity.owner);
      const pending =
        (seen.get(text)?.pending ?? false) || isCurrentNews(transition, now);
      seen.set(text, { ruleId, owner: entity.owner, pending });
    }
  }
  if (seen.size === 0) {
    return new Set();
  }

  const known = await selectIntroductions([...seen.values()], tx);
  const missing = [...seen].filter(([text]) => !known.has(text));
  // One order for every transaction, so that none waits for a row while holding another's.
  missing.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
    await tx('rule_introductions')
      .insert(
        part.map(([, { ruleId, owner, pending }]) => ({
          rule_id: ruleId,
          owner_ref: owner,
          pending,
        })),
      )
      .onConflict(['rule_id', 'owner_ref'])
      .ignore();
  }
  const pending = missing.filter(([, introduction]) => introduction.pending);
  await addSummaryItems(
    pending.map(([, { ruleId, owner }]) => ({
      kind: 'rule',
      owner,
      payload: { ruleId },
      dueAt: new Date(batch[0].now.getTime() + SETTLE_MS),
    })),
    tx,
  );
  return new Set([
    ...pending.map(([text]) => text),
    ...[...known].flatMap(([text, isPending]) => (isPending ? text : [])),
  ]);
}

/** @returns whether they are pending, by text. */
async function selectIntroductions(
  introductions: Introduction[],
  tx: Knex.Transaction,
): Promise<Map<string, boolean>> {
  const owners = [...new Set(introductions.map(({ owner }) => owner))];
  const ruleIds = [...new Set(introductions.map(({ ruleId }) => ruleId))];
  const known = new Map<string, boolean>();
  for (const part of chunked(owners, ROWS_PER_STATEMENT)) {
    for (const rules of chunked(ruleIds, ROWS_PER_STATEMENT)) {
      const rows = await tx('rule_introductions')
        .whereIn('rule_id', rules)
        .whereIn('owner_ref', part);
      for (const { rule_id, owner_ref, pending } of rows) {
        known.set(introductionText(rule_id, owner_ref), Boolean(pending));
      }
    }
  }
  return known;
}
