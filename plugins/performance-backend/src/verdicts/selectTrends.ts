import {
  Statistic,
  statisticOf,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn, dateOf, optional } from '../database/columns';
import {
  SERIES_SUMMARY_COLUMNS,
  seriesSummaryFromRow,
  SeriesSummaryRow,
} from '../runs/seriesRow';
import { TrendPoint } from './VerdictReader';
import { VerdictKey } from './VerdictStore';

interface PointRow {
  rule_id: number;
  subject_id: number;
  run_id: string;
  started_at: BigIntColumn;
  release: string | null;
}

/**
 * Values of verdicts' statistics in valid runs of tracked branches: as the runs were judged, or, from
 * before there was a definition to judge them by, as their series say.
 *
 * @returns points by `<rule id>.<subject id>`, oldest first.
 */
export async function selectTrends(
  knex: Knex,
  keys: VerdictKey[],
  since: Date,
): Promise<Map<string, TrendPoint[]>> {
  const points = new Map<string, Map<string, TrendPoint>>();
  const add = (row: PointRow, value: number | undefined) => {
    const key = `${row.rule_id}.${row.subject_id}`;
    const ofKey = points.get(key) ?? new Map<string, TrendPoint>();
    points.set(key, ofKey);
    ofKey.set(row.run_id, {
      at: dateOf(row.started_at),
      runId: row.run_id,
      value,
      release: optional(row.release),
    });
  };
  for (const row of await selectSeries(knex, keys, since)) {
    const { value } = statisticOf(
      seriesSummaryFromRow(row),
      row.statistic as Statistic,
    );
    if (value !== undefined) {
      add(row, value);
    }
  }
  for (const row of await selectJudgements(knex, keys, since)) {
    add(row, optional(row.value));
  }
  return new Map(
    [...points].map(([key, ofKey]) => [
      key,
      [...ofKey.values()].sort((a, b) => a.at.getTime() - b.at.getTime()),
    ]),
  );
}

/** Relies on runs_entity_idx and run_series_identity_uidx. */
async function selectSeries(
  knex: Knex,
  keys: VerdictKey[],
  since: Date,
): Promise<(PointRow & SeriesSummaryRow & { statistic: string })[]> {
  return knex('verdicts')
    .whereIn(['verdicts.rule_id', 'verdicts.subject_id'], pairs(keys))
    .join('rules', 'rules.id', 'verdicts.rule_id')
    .join('subjects', 'subjects.id', 'verdicts.subject_id')
    .join('runs', join =>
      join
        .on('runs.entity_id', 'subjects.entity_id')
        .andOn('runs.environment', 'subjects.environment'),
    )
    .join('run_series', join =>
      join
        .on('run_series.run_id', 'runs.id')
        .andOn('run_series.metric', 'rules.metric')
        .andOn('run_series.labels_key', 'subjects.labels_key'),
    )
    .where('runs.tracked', true)
    .whereNull('runs.invalid_at')
    .where('runs.started_at', '>=', since.getTime())
    .select(
      ...SERIES_SUMMARY_COLUMNS.map(column => `run_series.${column}`),
      'verdicts.rule_id',
      'verdicts.subject_id',
      'rules.statistic',
      'runs.started_at',
      'runs.release',
    );
}

/** Relies on run_verdicts_sequence_idx. */
async function selectJudgements(
  knex: Knex,
  keys: VerdictKey[],
  since: Date,
): Promise<(PointRow & { value: number | null })[]> {
  return knex('run_verdicts')
    .whereIn(['run_verdicts.rule_id', 'run_verdicts.subject_id'], pairs(keys))
    .join('runs', 'runs.id', 'run_verdicts.run_id')
    .where({ 'runs.tracked': true, 'run_verdicts.measured': true })
    .whereNull('runs.invalid_at')
    .where('run_verdicts.started_at', '>=', since.getTime())
    .select(
      'run_verdicts.rule_id',
      'run_verdicts.subject_id',
      'run_verdicts.run_id',
      'run_verdicts.value',
      'run_verdicts.started_at',
      'runs.release',
    );
}

function pairs(keys: VerdictKey[]): number[][] {
  return keys.map(({ ruleId, subjectId }) => [ruleId, subjectId]);
}
