import {
  labelsKey,
  Subject,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { chunked } from '../database/chunked';
import { insertRows, RowTarget } from '../database/insertRows';
import { labelsHash } from '../database/labelsHash';
import { ExplanationHashes, HashedExplanation } from './ExplanationHashes';
import { EntityVerdicts, IdentifiedVerdict, RuleRecord } from './VerdictStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/** Several times as many as an installation has at a time. */
const MAX_REMEMBERED_EXPLANATIONS = 100_000;

const SUBJECTS: RowTarget<Subject & { entityId: number }> = {
  table: 'subjects',
  columns: [
    ['entity_id', 'integer', ({ entityId }) => entityId],
    ['environment', 'text', ({ environment }) => environment],
    ['labels_key', 'text', ({ labels }) => labelsHash(labels)],
    ['labels', 'text', ({ labels }) => labelsKey(labels)],
  ],
};

/**
 * Finds, or adds, the rows that verdicts refer to. What other transactions have committed is
 * remembered, for it is neither changed nor deleted; what this one adds may yet be rolled back.
 */
export class VerdictIdentifier {
  readonly #hashes = new ExplanationHashes();
  /** By key and area. */
  readonly #rules = new Map<string, Map<string, number>>();
  readonly #rulesById = new Map<number, RuleRecord>();
  readonly #explanationIds = new Map<string, number>();
  readonly #essences = new Map<number, string>();

  /** See `VerdictStore.essenceOf`. */
  essenceOf(verdict: Verdict): string {
    return this.#hashes.essenceWithRule(verdict);
  }

  /** See `VerdictStore.identify`. */
  async identify(
    batch: EntityVerdicts[],
    tx: Knex.Transaction,
  ): Promise<IdentifiedVerdict[][]> {
    const explained = batch.map(({ verdicts }) =>
      verdicts.map(verdict => this.#hashes.of(verdict)),
    );
    const rules = await this.#identifyRules(batch, tx);
    const explanations = await this.#identifyExplanations(explained, tx);
    const subjects = await identifySubjects(batch, tx);
    return batch.map(({ entityId, verdicts }, entity) => {
      const ofEntity = subjects.get(entityId);
      let subject: Subject | undefined;
      let subjectId: number | undefined;
      return verdicts.map((verdict, index) => {
        // The same object for most verdicts of an entity.
        if (subject !== verdict.subject) {
          subject = verdict.subject;
          subjectId = ofEntity?.get(subjectText(subject));
        }
        const { hash, essence } = explained[entity][index];
        return {
          verdict,
          ruleId: required(rules.get(verdict.ruleId)?.get(verdict.area)),
          subjectId: required(subjectId),
          explanationId: required(explanations.get(hash)),
          essence,
        };
      });
    });
  }

  /** In the order of the ids, which have to exist. */
  async rules(ids: number[], tx: Knex.Transaction): Promise<RuleRecord[]> {
    const added = new Map<number, RuleRecord>();
    const missing = new Set(ids.filter(id => !this.#rulesById.has(id)));
    for (const part of chunked([...missing], ROWS_PER_STATEMENT)) {
      for (const { id, rule_key: key, area } of await tx('rules')
        .whereIn('id', part)
        .select('id', 'rule_key', 'area')) {
        added.set(id, { id, key, area });
      }
    }
    return ids.map(id => required(this.#rulesById.get(id) ?? added.get(id)));
  }

  /** By id. */
  async essences(
    ids: Iterable<number>,
    tx: Knex.Transaction,
  ): Promise<Map<number, string>> {
    const essences = new Map<number, string>();
    const missing: number[] = [];
    for (const id of new Set(ids)) {
      const essence = this.#essences.get(id);
      if (essence === undefined) {
        missing.push(id);
      } else {
        essences.set(id, essence);
      }
    }
    for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
      for (const { id, essence } of await tx('explanations')
        .whereIn('id', part)
        .select('id', 'essence')) {
        essences.set(id, essence);
      }
    }
    return essences;
  }

  /**
   * Ids by key and area; relies on rules_identity_uidx.
   */
  async #identifyRules(
    batch: EntityVerdicts[],
    tx: Knex.Transaction,
  ): Promise<Map<string, Map<string, number>>> {
    const missing = new Map<string, ReturnType<typeof ruleRow>>();
    for (const { verdicts } of batch) {
      for (const verdict of verdicts) {
        const { ruleId, area } = verdict;
        if (this.#rules.get(ruleId)?.get(area) === undefined) {
          missing.set(`${area} ${ruleId}`, ruleRow(verdict));
        }
      }
    }
    if (missing.size === 0) {
      return this.#rules;
    }
    const keys = [...missing.values()].map(({ rule_key }) => rule_key);
    for (const rule of await selectRules(keys, tx)) {
      missing.delete(`${rule.area} ${rule.key}`);
      this.#rulesById.set(rule.id, rule);
      addRule(this.#rules, rule);
    }
    if (missing.size === 0) {
      return this.#rules;
    }
    for (const part of chunked(inOrder(missing), ROWS_PER_STATEMENT)) {
      await tx('rules')
        .insert(part.map(([, row]) => row))
        .onConflict(['rule_key', 'area'])
        .ignore();
    }
    const rules = new Map(
      [...this.#rules].map(([key, byArea]) => [key, new Map(byArea)]),
    );
    for (const rule of await selectRules(keys, tx)) {
      addRule(rules, rule);
    }
    return rules;
  }

  /** By hash; relies on explanations_hash_uidx. */
  async #identifyExplanations(
    explained: HashedExplanation[][],
    tx: Knex.Transaction,
  ): Promise<Map<string, number>> {
    const missing = new Map<string, HashedExplanation>();
    for (const explanations of explained) {
      for (const explanation of explanations) {
        if (!this.#explanationIds.has(explanation.hash)) {
          missing.set(explanation.hash, explanation);
        }
      }
    }
    if (missing.size === 0) {
      return this.#explanationIds;
    }
    if (this.#explanationIds.size > MAX_REMEMBERED_EXPLANATIONS) {
      this.#explanationIds.clear();
      this.#essences.clear();
      return this.#identifyExplanations(explained, tx);
    }
    for (const [hash, id] of await selectExplanations(missing.keys(), tx)) {
      this.#explanationIds.set(hash, id);
      this.#essences.set(id, required(missing.get(hash)).essence);
      missing.delete(hash);
    }
    if (missing.size === 0) {
      return this.#explanationIds;
    }
    for (const part of chunked(inOrder(missing), ROWS_PER_STATEMENT)) {
      await tx('explanations')
        .insert(part.map(([, row]) => row))
        .onConflict('hash')
        .ignore();
    }
    return new Map([
      ...this.#explanationIds,
      ...(await selectExplanations(missing.keys(), tx)),
    ]);
  }
}

/** Rows shared with other entities are inserted in one order, so that no two transactions wait for each other. */
function inOrder<T>(rows: Map<string, T>): [string, T][] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function selectRules(
  keys: string[],
  tx: Knex.Transaction,
): Promise<RuleRecord[]> {
  const rules: RuleRecord[] = [];
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    for (const { id, rule_key: key, area } of await tx('rules')
      .whereIn('rule_key', part)
      .select('id', 'rule_key', 'area')) {
      rules.push({ id, key, area });
    }
  }
  return rules;
}

async function selectExplanations(
  hashes: Iterable<string>,
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const part of chunked([...hashes], ROWS_PER_STATEMENT)) {
    for (const { id, hash } of await tx('explanations')
      .whereIn('hash', part)
      .select('id', 'hash')) {
      ids.set(hash, id);
    }
  }
  return ids;
}

/**
 * By entity, then by text. Subjects belong to entities that the transaction has locked; relies on
 * subjects_identity_uidx.
 */
async function identifySubjects(
  batch: EntityVerdicts[],
  tx: Knex.Transaction,
): Promise<Map<number, Map<string, number>>> {
  const entityIds = batch.map(({ entityId }) => entityId);
  const ids = await selectSubjects(entityIds, tx);
  const missing: (Subject & { entityId: number })[] = [];
  for (const { entityId, verdicts } of batch) {
    const known = new Set(ids.get(entityId)?.keys());
    let last: Subject | undefined;
    for (const { subject } of verdicts) {
      const text = subject === last ? undefined : subjectText(subject);
      if (text !== undefined && !known.has(text)) {
        known.add(text);
        missing.push({ ...subject, entityId });
      }
      last = subject;
    }
  }
  if (missing.length === 0) {
    return ids;
  }
  await insertRows(tx, SUBJECTS, missing);
  return selectSubjects(entityIds, tx);
}

async function selectSubjects(
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<Map<number, Map<string, number>>> {
  const ids = new Map<number, Map<string, number>>();
  for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
    const rows = await tx('subjects')
      .where(isOneOf(tx, 'entity_id', part))
      .select('id', 'entity_id', 'environment', 'labels_key');
    for (const { id, entity_id, environment, labels_key } of rows) {
      const ofEntity = ids.get(entity_id) ?? new Map<string, number>();
      ofEntity.set(`${environment} ${labels_key}`, id);
      ids.set(entity_id, ofEntity);
    }
  }
  return ids;
}

function addRule(
  rules: Map<string, Map<string, number>>,
  { key, area, id }: RuleRecord,
): void {
  const byArea = rules.get(key) ?? new Map<string, number>();
  byArea.set(area, id);
  rules.set(key, byArea);
}

function ruleRow(verdict: Verdict) {
  return {
    rule_key: verdict.ruleId,
    kind: verdict.kind,
    area: verdict.area,
    metric: verdict.kind === 'budget' ? verdict.metric : '',
    statistic: verdict.kind === 'budget' ? verdict.statistic : '',
    unit: 'unit' in verdict ? verdict.unit : '',
  };
}

/** Of the subjects of one entity. */
function subjectText({ environment, labels }: Subject): string {
  return `${environment} ${labelsHash(labels)}`;
}

function required<T>(found: T | undefined): T {
  if (found === undefined) {
    throw new Error('A row that a verdict refers to vanished');
  }
  return found;
}
