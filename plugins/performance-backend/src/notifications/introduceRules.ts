import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { EntityEvaluation } from '../evaluation/EvaluationListener';
import { isCurrentNews } from './isCurrentNews';
import { addSummaryItems, SETTLE_MS } from './SummaryItem';

const ROWS_PER_STATEMENT = 500;

/** Whether owners are yet to be told of their first verdicts under a rule: by owner, and by rule. */
type Introductions = Map<string, Map<number, boolean>>;

/** By owner, the rules whose first verdicts are yet to be summed up. */
export type PendingRules = Map<string, Set<number>>;

/**
 * Notes rules by which an owner's services are judged for the first time: the owner is told of all
 * their verdicts at once.
 */
export async function introduceRules(
  batch: EntityEvaluation[],
  tx: Knex.Transaction,
): Promise<PendingRules> {
  const seen = rulesOfNewVerdicts(batch);
  const pendingRules: PendingRules = new Map();
  if (seen.size === 0) {
    return pendingRules;
  }
  const known = await selectIntroductions(seen, tx);
  const missing: { owner: string; ruleId: number; pending: boolean }[] = [];
  for (const [owner, rules] of seen) {
    const pendingOfOwner = new Set<number>();
    pendingRules.set(owner, pendingOfOwner);
    for (const [ruleId, isCurrent] of rules) {
      const stored = known.get(owner)?.get(ruleId);
      if (stored === undefined) {
        missing.push({ owner, ruleId, pending: isCurrent });
      }
      if (stored ?? isCurrent) {
        pendingOfOwner.add(ruleId);
      }
    }
  }
  await insertIntroductions(missing, tx);
  await addSummaryItems(
    missing
      .filter(({ pending }) => pending)
      .map(({ owner, ruleId }) => ({
        kind: 'rule',
        owner,
        payload: { ruleId },
        dueAt: new Date(batch[0].now.getTime() + SETTLE_MS),
      })),
    tx,
  );
  return pendingRules;
}

/** Every verdict of a full evaluation comes by here. */
function rulesOfNewVerdicts(batch: EntityEvaluation[]): Introductions {
  const seen: Introductions = new Map();
  for (const { entity, transitions, now } of batch) {
    const { owner } = entity;
    if (owner === undefined) {
      continue;
    }
    let rules = seen.get(owner);
    for (const transition of transitions) {
      if (transition.previous || !transition.next) {
        continue;
      }
      if (!rules) {
        rules = new Map();
        seen.set(owner, rules);
      }
      if (!rules.get(transition.ruleId)) {
        rules.set(transition.ruleId, isCurrentNews(transition, now));
      }
    }
  }
  return seen;
}

async function selectIntroductions(
  wanted: Introductions,
  tx: Knex.Transaction,
): Promise<Introductions> {
  const ruleIds = [
    ...new Set([...wanted.values()].flatMap(rules => [...rules.keys()])),
  ];
  const known: Introductions = new Map();
  for (const owners of chunked([...wanted.keys()], ROWS_PER_STATEMENT)) {
    for (const rules of chunked(ruleIds, ROWS_PER_STATEMENT)) {
      const rows = await tx('rule_introductions')
        .whereIn('owner_ref', owners)
        .whereIn('rule_id', rules);
      for (const { rule_id, owner_ref, pending } of rows) {
        const ofOwner = known.get(owner_ref) ?? new Map<number, boolean>();
        known.set(owner_ref, ofOwner.set(rule_id, Boolean(pending)));
      }
    }
  }
  return known;
}

async function insertIntroductions(
  introductions: { owner: string; ruleId: number; pending: boolean }[],
  tx: Knex.Transaction,
): Promise<void> {
  // One order for every transaction, so that none waits for a row while holding another's.
  const sorted = introductions.sort(
    (a, b) =>
      a.ruleId - b.ruleId ||
      (a.owner < b.owner ? -1 : Number(a.owner > b.owner)),
  );
  for (const part of chunked(sorted, ROWS_PER_STATEMENT)) {
    await tx('rule_introductions')
      .insert(
        part.map(({ owner, ruleId, pending }) => ({
          rule_id: ruleId,
          owner_ref: owner,
          pending,
        })),
      )
      .onConflict(['rule_id', 'owner_ref'])
      .ignore();
  }
}
