import { VERDICT_STATES } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { jsonOf } from '../database/columns';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { keyText } from '../verdicts/planChanges';
import { selectChanges } from '../verdicts/selectChanges';
import { VerdictKey } from '../verdicts/VerdictStore';
import { isFailing, isJudged } from './isFailing';
import { VerdictNewsItem, verdictItemKey } from './SummaryItem';

const ROWS_PER_STATEMENT = 200;

const JUDGED_STATES = VERDICT_STATES.filter(isJudged);

function keyOf(row: { rule_id: number; subject_id: number }): VerdictKey {
  return { ruleId: row.rule_id, subjectId: row.subject_id };
}

/** What an owner knows of a verdict. */
export interface ToldVerdict extends VerdictKey {
  failing: boolean;
  toldAt?: Date;
  /** A message that says the opposite waits to be sent. */
  pending?: boolean;
}

/**
 * What owners know of verdicts whose confirmed state has just changed and been stored: as last told,
 * or else as it was confirmed before. Verdicts nobody knows anything of are left out.
 */
export async function selectTold(
  keys: VerdictKey[],
  tx: Knex.Transaction,
): Promise<Map<string, ToldVerdict>> {
  const told = new Map<string, ToldVerdict>();
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    const pairs = part.map(({ ruleId, subjectId }) => [ruleId, subjectId]);
    // Relies on verdict_history_sequence_idx. The first is the present state.
    const before = await tx
      .from(
        tx
          .from(selectChanges(tx, 'verdict_history'))
          .whereIn(['rule_id', 'subject_id'], pairs)
          .where('confirmed', true)
          .whereIn('state', JUDGED_STATES.map(stateToColumn))
          .select(
            'rule_id',
            'subject_id',
            'state',
            tx.raw(
              'row_number() over (partition by rule_id, subject_id order by at desc, id desc) as place',
            ),
          )
          .as('confirmed_states'),
      )
      .where('place', 2);
    for (const row of before) {
      add({ ...keyOf(row), failing: isFailing(stateFromColumn(row.state)) });
    }
    const rows = await tx('told_verdicts').whereIn(
      ['rule_id', 'subject_id'],
      pairs,
    );
    for (const row of rows) {
      add({
        ...keyOf(row),
        failing: Boolean(row.failing),
        toldAt: new Date(Number(row.told_at)),
      });
    }
    const items = await tx('summary_items')
      .where('kind', 'verdict')
      .whereIn('item_key', part.map(verdictItemKey))
      .select('payload');
    for (const { payload } of items) {
      const item = jsonOf<VerdictNewsItem>(payload);
      add({
        ...told.get(keyText(item)),
        ruleId: item.ruleId,
        subjectId: item.subjectId,
        failing: !item.failing,
        pending: true,
      });
    }
  }
  return told;

  function add(one: ToldVerdict) {
    told.set(keyText(one), one);
  }
}

/** Remembers what owners are told. */
export async function saveTold(
  news: (VerdictKey & { failing: boolean })[],
  now: Date,
  tx: Knex.Transaction,
): Promise<void> {
  for (const part of chunked(news, ROWS_PER_STATEMENT)) {
    await insertTold(part, now, tx).merge();
  }
}

/** Remembers that owners are told of verdicts that fail, unless somebody was told of these before. */
export async function saveFirstTold(
  keys: VerdictKey[],
  now: Date,
  tx: Knex.Transaction,
): Promise<void> {
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    const news = part.map(key => ({ ...key, failing: true }));
    await insertTold(news, now, tx).ignore();
  }
}

function insertTold(
  news: (VerdictKey & { failing: boolean })[],
  now: Date,
  tx: Knex.Transaction,
) {
  return tx('told_verdicts')
    .insert(
      news.map(({ ruleId, subjectId, failing }) => ({
        rule_id: ruleId,
        subject_id: subjectId,
        failing,
        told_at: now.getTime(),
      })),
    )
    .onConflict(['rule_id', 'subject_id']);
}

/** Follows what happened without anybody being told, where there is something to follow. */
export async function correctTold(
  news: (VerdictKey & { failing: boolean })[],
  tx: Knex.Transaction,
): Promise<void> {
  for (const failing of [true, false]) {
    const same = news.filter(one => one.failing === failing);
    for (const part of chunked(same, ROWS_PER_STATEMENT)) {
      await tx('told_verdicts')
        .whereIn(
          ['rule_id', 'subject_id'],
          part.map(({ ruleId, subjectId }) => [ruleId, subjectId]),
        )
        .update({ failing });
    }
  }
}

/** Takes back messages that wait to be summed up. */
export async function dropNews(
  keys: VerdictKey[],
  tx: Knex.Transaction,
): Promise<void> {
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    await tx('summary_items')
      .where('kind', 'verdict')
      .whereIn('item_key', part.map(verdictItemKey))
      .delete();
  }
}

/** Forgets verdicts that are gone. */
export async function forgetTold(
  keys: VerdictKey[],
  tx: Knex.Transaction,
): Promise<void> {
  await dropNews(keys, tx);
  for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
    await tx('told_verdicts')
      .whereIn(
        ['rule_id', 'subject_id'],
        part.map(({ ruleId, subjectId }) => [ruleId, subjectId]),
      )
      .delete();
  }
}
