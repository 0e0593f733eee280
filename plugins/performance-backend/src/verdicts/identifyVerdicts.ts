import { labelsKey, Verdict } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { labelsHash } from '../database/labelsHash';
import { explanationRow } from './explanation';
import { IdentifiedVerdict } from './VerdictStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

/**
 * Finds, or adds, the rows that verdicts of one entity refer to. Once per transaction: rows shared
 * with other entities are inserted in one order, so that two transactions never wait for each other.
 */
export async function identifyVerdicts(
  entityId: number,
  verdicts: Verdict[],
  tx: Knex.Transaction,
): Promise<IdentifiedVerdict[]> {
  const explanations = verdicts.map(explanationRow);
  const ruleIds = await ruleIdsOf(verdicts, tx);
  const subjectIds = await subjectIdsOf(entityId, verdicts, tx);
  const explanationIds = await idsOf(tx, 'explanations', 'hash', explanations);
  return verdicts.map((verdict, index) => ({
    verdict,
    ruleId: required(ruleIds.get(ruleText(verdict))),
    subjectId: required(subjectIds.get(subjectText(verdict))),
    explanationId: required(explanationIds.get(explanations[index].hash)),
    essence: explanations[index].essence,
  }));
}

/** Relies on rules_identity_uidx. */
async function ruleIdsOf(
  verdicts: Verdict[],
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const wanted = new Map(
    verdicts.map(verdict => [ruleText(verdict), ruleRow(verdict)]),
  );
  const known = await selectRules([...wanted.values()], tx);
  const missing = [...wanted]
    .filter(([text]) => !known.has(text))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
  if (missing.length === 0) {
    return known;
  }
  for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
    await tx('rules').insert(part).onConflict(['rule_key', 'area']).ignore();
  }
  return new Map([...known, ...(await selectRules(missing, tx))]);
}

async function selectRules(
  rows: { rule_key: string }[],
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const part of chunked(rows, ROWS_PER_STATEMENT)) {
    for (const { id, rule_key, area } of await tx('rules')
      .whereIn(
        'rule_key',
        part.map(row => row.rule_key),
      )
      .select('id', 'rule_key', 'area')) {
      ids.set(`${area} ${rule_key}`, id);
    }
  }
  return ids;
}

function ruleText({ area, ruleId }: Verdict): string {
  return `${area} ${ruleId}`;
}

function ruleRow(verdict: Verdict) {
  return {
    rule_key: verdict.ruleId,
    kind: verdict.kind,
    area: verdict.area,
    ...(verdict.kind === 'budget'
      ? {
          metric: verdict.metric,
          statistic: verdict.statistic,
          unit: verdict.unit,
        }
      : { metric: '', statistic: '', unit: '' }),
  };
}

/** Ids of rows by a unique column; relies on that column's index. */
async function idsOf<K extends string>(
  tx: Knex.Transaction,
  table: string,
  column: K,
  rows: Record<K, string>[],
): Promise<Map<string, number>> {
  const byKey = new Map(rows.map(row => [row[column], row]));
  const keys = [...byKey.keys()].sort();
  const ids = await selectIds(tx, table, column, keys);
  const missing = keys.filter(key => !ids.has(key));
  if (missing.length === 0) {
    return ids;
  }
  for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
    await tx(table)
      .insert(part.map(key => byKey.get(key)))
      .onConflict(column)
      .ignore();
  }
  const added = await selectIds(tx, table, column, missing);
  return new Map([...ids, ...added]);
}

async function selectIds(
  tx: Knex.Transaction,
  table: string,
  column: string,
  keys: string[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    for (const row of await tx(table)
      .whereIn(column, part)
      .select('id', column)) {
      ids.set(row[column], row.id);
    }
  }
  return ids;
}

/** Subjects belong to one entity, which the transaction has locked; relies on `subjects_identity_uidx`. */
async function subjectIdsOf(
  entityId: number,
  verdicts: Verdict[],
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const rows = new Map(
    verdicts.map(verdict => [
      subjectText(verdict),
      {
        entity_id: entityId,
        environment: verdict.subject.environment,
        labels_key: labelsHash(verdict.subject.labels),
        labels: labelsKey(verdict.subject.labels),
      },
    ]),
  );
  const known = await selectSubjects(entityId, [...rows.values()], tx);
  const missing = [...rows]
    .filter(([text]) => !known.has(text))
    .map(([, row]) => row);
  if (missing.length === 0) {
    return known;
  }
  for (const part of chunked(missing, ROWS_PER_STATEMENT)) {
    await tx('subjects')
      .insert(part)
      .onConflict(['entity_id', 'environment', 'labels_key'])
      .ignore();
  }
  return new Map([...known, ...(await selectSubjects(entityId, missing, tx))]);
}

async function selectSubjects(
  entityId: number,
  rows: { labels_key: string }[],
  tx: Knex.Transaction,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const keys = [...new Set(rows.map(row => row.labels_key))];
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    const found = await tx('subjects')
      .where('entity_id', entityId)
      .whereIn('labels_key', part)
      .select('id', 'environment', 'labels_key');
    for (const row of found) {
      ids.set(`${row.environment} ${row.labels_key}`, row.id);
    }
  }
  return ids;
}

function subjectText({ subject }: Verdict): string {
  return `${subject.environment} ${labelsHash(subject.labels)}`;
}

function required(id: number | undefined): number {
  if (id === undefined) {
    throw new Error('A row that a verdict refers to vanished');
  }
  return id;
}
