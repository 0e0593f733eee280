import { BoundJudgement } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn } from '../../database/columns';
import { labelsHash } from '../../database/labelsHash';
import { stateFromColumn } from '../../database/stateColumn';
import { BoundFinding } from './BoundFinding';

/** What a budget's verdict is of. */
type BoundSubject = Pick<
  BoundFinding,
  'entityId' | 'ruleId' | 'environment' | 'labels' | 'countedFrom' | 'boundAt'
>;

/**
 * What valid runs of tracked branches were judged by what a finding is bound to, each at its own time: read anew each
 * time, so that a late or an invalid run needs no correction. Relies on run_verdicts_sequence_idx.
 */
export async function selectRunJudgements(
  subject: BoundSubject,
  tx: Knex,
): Promise<BoundJudgement[]> {
  const rows: { started_at: BigIntColumn; state: number }[] = await tx(
    'subjects',
  )
    .join('run_verdicts', 'run_verdicts.subject_id', 'subjects.id')
    .join('rules', 'rules.id', 'run_verdicts.rule_id')
    .join('runs', 'runs.id', 'run_verdicts.run_id')
    .where({
      'subjects.entity_id': subject.entityId,
      'subjects.environment': subject.environment,
      'subjects.labels_key': labelsHash(subject.labels),
      'rules.rule_key': subject.ruleId,
      'runs.tracked': true,
    })
    .where('run_verdicts.started_at', '>=', Date.parse(subject.countedFrom))
    // What was over before it was bound tells of the time before it was mended.
    .where('runs.ended_at', '>=', subject.boundAt.getTime())
    .whereNull('runs.invalid_at')
    .select('run_verdicts.started_at', 'run_verdicts.state');
  return rows.map(({ started_at, state }) => ({
    at: Number(started_at),
    state: stateFromColumn(state),
  }));
}
