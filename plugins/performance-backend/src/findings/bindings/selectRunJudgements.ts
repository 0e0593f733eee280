import { BoundJudgement } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn } from '../../database/columns';
import { labelsHash } from '../../database/labelsHash';
import { stateFromColumn } from '../../database/stateColumn';
import { BoundFinding } from './BoundFinding';

/** What a budget's verdict is of. */
type BoundSubject = Pick<
  BoundFinding,
  'entityId' | 'ruleId' | 'environment' | 'labels' | 'countedFrom'
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
    .whereNull('runs.invalid_at')
    .select('run_verdicts.started_at', 'run_verdicts.state');
  const waivedTimes = await selectWaivedTimes(subject, tx);
  return rows.map(({ started_at, state }) => {
    const at = Number(started_at);
    return {
      at,
      state: stateFromColumn(state),
      waived: waivedTimes.some(({ from, until }) => from <= at && at < until),
    };
  });
}

/** Relies on waivers_entity_idx. */
async function selectWaivedTimes(
  { entityId, ruleId, environment, labels }: BoundSubject,
  tx: Knex,
): Promise<{ from: number; until: number }[]> {
  const rows: {
    decided_at: BigIntColumn;
    expires_at: BigIntColumn;
    ended_at: BigIntColumn | null;
  }[] = await tx('waivers')
    .where({
      entity_id: entityId,
      rule_key: ruleId,
      environment,
      labels_key: labelsHash(labels),
    })
    .whereIn('status', ['approved', 'revoked', 'expired'])
    // Some ended as requests.
    .whereNotNull('decided_at')
    .select('decided_at', 'expires_at', 'ended_at');
  return rows.map(({ decided_at, expires_at, ended_at }) => ({
    from: Number(decided_at),
    until: Number(ended_at ?? expires_at),
  }));
}
