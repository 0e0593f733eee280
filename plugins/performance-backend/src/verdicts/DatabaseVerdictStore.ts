import { Verdict } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { insertRows, RowTarget } from '../database/insertRows';
import { stateToColumn } from '../database/stateColumn';
import { NotJudged, RunRecord } from '../runs/RunStore';
import {
  CURRENT_VERDICTS,
  currentVerdictOfRow,
  CurrentVerdictRow,
} from './currentVerdictRow';
import { lapseOf } from './lapseOf';
import { writeFirstChanges } from './selectChanges';
import { selectPasts } from './selectPasts';
import { VerdictIdentifier } from './VerdictIdentifier';
import {
  CurrentVerdictRecord,
  EntityFound,
  EntityVerdicts,
  IdentifiedVerdict,
  StateChange,
  VerdictKey,
  VerdictStore,
} from './VerdictStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

const NEW_CURRENT_VERDICTS = { ...CURRENT_VERDICTS, key: undefined };

const HISTORY: RowTarget<VerdictKey & { change: StateChange }> = {
  table: 'verdict_history',
  columns: [
    ['rule_id', 'integer', ({ ruleId }) => ruleId],
    ['subject_id', 'integer', ({ subjectId }) => subjectId],
    ['at', 'bigint', ({ change }) => change.at.getTime()],
    ['cause', 'text', ({ change }) => change.cause],
    ['state', 'smallint', ({ change }) => stateToColumn(change.state)],
    [
      'previous_state',
      'smallint',
      ({ change: { previousState } }) =>
        previousState === undefined ? null : stateToColumn(previousState),
    ],
    ['value', 'double precision', ({ change }) => change.value ?? null],
    ['run_id', 'text', ({ change }) => change.runId ?? null],
    ['confirmed', 'boolean', ({ change }) => change.confirmed],
    ['explanation_id', 'integer', ({ change }) => change.explanationId],
  ],
};

const FOUND: RowTarget<EntityFound> = {
  table: 'entity_evaluations',
  key: ['entity_id'],
  columns: [
    ['entity_id', 'integer', ({ entityId }) => entityId],
    ['fingerprint', 'text', ({ fingerprint }) => fingerprint],
    ['changes_at', 'bigint', ({ changesAt }) => changesAt ?? null],
  ],
};

/** Keeps verdicts in the plugin's database. */
export class DatabaseVerdictStore implements VerdictStore {
  readonly #identifier = new VerdictIdentifier();

  constructor(private readonly knex: Knex) {}

  async identify(batch: EntityVerdicts[], tx: Knex.Transaction) {
    return this.#identifier.identify(batch, tx);
  }

  essenceOf(verdict: Verdict) {
    return this.#identifier.essenceOf(verdict);
  }

  async rules(ids: number[], tx: Knex.Transaction) {
    return this.#identifier.rules(ids, tx);
  }

  async current(entityIds: number[], tx: Knex.Transaction) {
    // While PostgreSQL has yet to learn how large the table has become, it would read all of it to find nothing.
    const known = await selectWithSubjects(entityIds, tx);
    // Relies on verdicts_entity_idx.
    const rows: CurrentVerdictRow[] = [];
    for (const part of chunked(known, ROWS_PER_STATEMENT)) {
      const found = await tx<CurrentVerdictRow>('verdicts')
        .where(isOneOf(tx, 'entity_id', part))
        .select('*');
      rows.push(...found);
    }
    const essences = await this.#identifier.essences(
      rows.map(row => row.explanation_id),
      tx,
    );
    const records = new Map<number, CurrentVerdictRecord[]>();
    for (const row of rows) {
      const ofEntity = records.get(row.entity_id) ?? [];
      ofEntity.push(
        currentVerdictOfRow(row, essences.get(row.explanation_id) ?? ''),
      );
      records.set(row.entity_id, ofEntity);
    }
    return records;
  }

  async fingerprints(entityIds: number[], tx: Knex.Transaction) {
    const fingerprints = new Map<number, string>();
    for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
      for (const row of await tx('entity_evaluations')
        .where(isOneOf(tx, 'entity_id', part))
        .select('entity_id', 'fingerprint')) {
        fingerprints.set(row.entity_id, row.fingerprint);
      }
    }
    return fingerprints;
  }

  async saveFingerprints(found: EntityFound[], tx: Knex.Transaction) {
    await insertRows(tx, FOUND, found);
  }

  async addCurrent(records: CurrentVerdictRecord[], tx: Knex.Transaction) {
    await insertRows(tx, NEW_CURRENT_VERDICTS, records);
  }

  async saveCurrent(records: CurrentVerdictRecord[], tx: Knex.Transaction) {
    await insertRows(tx, CURRENT_VERDICTS, records);
  }

  async removeCurrent(keys: VerdictKey[], tx: Knex.Transaction) {
    for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
      await tx('verdicts')
        .whereIn(
          ['rule_id', 'subject_id'],
          part.map(key => [key.ruleId, key.subjectId]),
        )
        .delete();
    }
  }

  async entitiesDue(now: Date) {
    // Relies on entity_evaluations_changes_at_idx.
    const rows = await this.knex('entity_evaluations')
      .where('changes_at', '<=', now.getTime())
      .orderBy('entity_id')
      .select('entity_id');
    return rows.map(row => row.entity_id);
  }

  async addRunVerdicts(
    run: Pick<RunRecord, 'id' | 'startedAt'>,
    verdicts: IdentifiedVerdict[],
    tx: Knex.Transaction,
  ) {
    for (const part of chunked(verdicts, ROWS_PER_STATEMENT)) {
      await tx('run_verdicts').insert(
        part.map(({ verdict, ruleId, subjectId, explanationId }) => ({
          run_id: run.id,
          rule_id: ruleId,
          subject_id: subjectId,
          started_at: run.startedAt.getTime(),
          state: stateToColumn(verdict.state),
          value: verdict.value ?? null,
          samples: verdict.evidence?.samples ?? null,
          quantile_method: verdict.evidence?.quantileMethod ?? null,
          measured: verdict.evidence !== undefined,
          lapses_at: lapseOf(verdict)?.getTime() ?? null,
          explanation_id: explanationId,
        })),
      );
    }
  }

  async pastOfRun(runId: string, tx: Knex.Transaction) {
    await writeFirstChanges(
      tx('run_verdicts')
        .where({ run_id: runId, measured: true })
        .select('rule_id', 'subject_id'),
      tx,
    );
    return selectPasts(runId, tx);
  }

  async addChanges(
    changes: (VerdictKey & { change: StateChange })[],
    tx: Knex.Transaction,
  ) {
    await insertRows(tx, HISTORY, changes);
  }

  async removeChanges(ids: number[], tx: Knex.Transaction) {
    for (const part of chunked(ids, ROWS_PER_STATEMENT)) {
      await tx('verdict_history').whereIn('id', part).delete();
    }
  }

  async detachChanges(runId: string, tx: Knex.Transaction) {
    // Relies on verdict_history_sequence_idx.
    await tx('verdict_history')
      .where('run_id', runId)
      .whereIn(
        ['rule_id', 'subject_id'],
        tx('run_verdicts')
          .where('run_id', runId)
          .select('rule_id', 'subject_id'),
      )
      .update({ run_id: null });
  }

  async confirmLastChange(key: VerdictKey, tx: Knex.Transaction) {
    await tx('verdict_history')
      .where(
        'id',
        tx('verdict_history')
          .where({ rule_id: key.ruleId, subject_id: key.subjectId })
          .orderBy([
            { column: 'at', order: 'desc' },
            { column: 'id', order: 'desc' },
          ])
          .limit(1)
          .select('id'),
      )
      .update({ confirmed: true });
  }

  async saveNotJudged(
    notJudged: Map<number, NotJudged[]>,
    tx: Knex.Transaction,
  ) {
    const stored = await selectNotJudged([...notJudged.keys()], tx);
    for (const [entityId, judged] of notJudged) {
      const before = stored.get(entityId) ?? [];
      const after = judged
        .map(({ ruleId, count, examples }) => ({ ruleId, count, examples }))
        .sort(byRule);
      if (JSON.stringify(before) === JSON.stringify(after)) {
        continue;
      }
      await tx('not_judged').where('entity_id', entityId).delete();
      if (after.length > 0) {
        await tx('not_judged').insert(
          after.map(({ ruleId, count, examples }) => ({
            entity_id: entityId,
            rule_key: ruleId,
            count,
            examples: JSON.stringify(examples),
          })),
        );
      }
    }
  }

  async listNotJudged(entityId: number) {
    const stored = await selectNotJudged([entityId], this.knex);
    return stored.get(entityId) ?? [];
  }
}

/** Those that have been judged before; relies on subjects_identity_uidx. */
async function selectWithSubjects(
  entityIds: number[],
  tx: Knex.Transaction,
): Promise<number[]> {
  const known: number[] = [];
  for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
    for (const { entity_id } of await tx('subjects')
      .where(isOneOf(tx, 'entity_id', part))
      .distinct('entity_id')) {
      known.push(entity_id);
    }
  }
  return known;
}

/** By entity id. */
async function selectNotJudged(
  entityIds: number[],
  knex: Knex,
): Promise<Map<number, NotJudged[]>> {
  const notJudged = new Map<number, NotJudged[]>();
  for (const part of chunked(entityIds, ROWS_PER_STATEMENT)) {
    for (const row of await knex('not_judged').where(
      isOneOf(knex, 'entity_id', part),
    )) {
      const ofEntity = notJudged.get(row.entity_id) ?? [];
      ofEntity.push({
        ruleId: row.rule_key,
        count: row.count,
        examples: jsonOf<NotJudged['examples']>(row.examples),
      });
      notJudged.set(row.entity_id, ofEntity.sort(byRule));
    }
  }
  return notJudged;
}

function byRule(a: NotJudged, b: NotJudged): number {
  return a.ruleId < b.ruleId ? -1 : 1;
}
