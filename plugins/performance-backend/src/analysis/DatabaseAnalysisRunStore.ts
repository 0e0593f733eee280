import { Analysis } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { BigIntColumn, dateOf, jsonOf, optional } from '../database/columns';
import {
  AnalysisRun,
  AnalysisRunCounts,
  AnalysisRunStore,
  AnalysisTrigger,
  ClaimedAnalysisRun,
} from './AnalysisRunStore';

/** Many times what ten thousand entities take. */
const LEASE_MS = 5 * 60_000;

/** Of those that have ended, so many are kept. */
const KEPT_RUNS = 50;

/** A row of `analysis_runs`. */
interface AnalysisRunRow {
  id: number;
  state: 'pending' | 'running' | 'ended';
  trigger: AnalysisTrigger;
  requested_by: string | null;
  not_before: BigIntColumn;
  started_at: BigIntColumn | null;
  holder: string | null;
  leased_until: BigIntColumn | null;
  ended_at: BigIntColumn | null;
  failure: string | null;
  entities: number | null;
  relations: number | null;
  appeared: number | null;
  gone: number | null;
  unchanged: number | null;
  left_out: string | null;
  gaps_hash: string | null;
}

/** Keeps them in the plugin's database. */
export class DatabaseAnalysisRunStore implements AnalysisRunStore {
  constructor(private readonly knex: Knex) {}

  async request(request: { trigger: AnalysisTrigger; notBefore: Date }) {
    // Relies on analysis_runs_open_uidx.
    await this.knex<AnalysisRunRow>('analysis_runs')
      .insert({
        state: 'pending',
        trigger: request.trigger,
        not_before: request.notBefore.getTime(),
      })
      .onConflict()
      .ignore();
  }

  async claimDue(holder: string, now: Date) {
    return this.knex.transaction(async tx => {
      // One that a killed replica left is in the way, and has to be made all the same.
      const left = await tx<AnalysisRunRow>('analysis_runs')
        .where('state', 'running')
        .where('leased_until', '<=', now.getTime())
        .update({
          state: 'ended',
          ended_at: now.getTime(),
          failure: 'The backend that was at work on it ended',
        });
      if (left > 0) {
        await tx<AnalysisRunRow>('analysis_runs')
          .insert({
            state: 'pending',
            trigger: 'schedule',
            not_before: now.getTime(),
          })
          .onConflict()
          .ignore();
      }
      const [row] = await tx<AnalysisRunRow>('analysis_runs')
        .where('state', 'pending')
        .where('not_before', '<=', now.getTime())
        .whereNotExists(
          tx('analysis_runs as other').where('other.state', 'running'),
        )
        .update(begun(holder, now))
        .returning('id');
      return row && { id: row.id, startedAt: now };
    });
  }

  async claimNow(holder: string, requestedBy: string, now: Date) {
    return this.knex.transaction(async tx => {
      const [row] = await tx<AnalysisRunRow>('analysis_runs')
        .insert({
          ...begun(holder, now),
          trigger: 'request',
          requested_by: requestedBy,
          not_before: now.getTime(),
        })
        .onConflict()
        .ignore()
        .returning('id');
      if (!row) {
        return undefined;
      }
      await tx<AnalysisRunRow>('analysis_runs')
        .where('state', 'pending')
        .delete();
      return { id: row.id, startedAt: now };
    });
  }

  async conclude(
    run: ClaimedAnalysisRun,
    holder: string,
    at: Date,
    tx: Knex.Transaction,
  ) {
    const ended = await tx<AnalysisRunRow>('analysis_runs')
      .where({ id: run.id, state: 'running', holder })
      .update({ state: 'ended', ended_at: at.getTime() });
    return ended > 0;
  }

  async describe(
    run: ClaimedAnalysisRun,
    { leftOut, ...counts }: AnalysisRunCounts,
    gapsHash: string,
    tx: Knex.Transaction,
  ) {
    await tx<AnalysisRunRow>('analysis_runs')
      .where('id', run.id)
      .update({
        ...counts,
        left_out: JSON.stringify(leftOut),
        gaps_hash: gapsHash,
      });
    await tx<AnalysisRunRow>('analysis_runs')
      .where('state', 'ended')
      .where('id', '<=', run.id - KEPT_RUNS)
      .delete();
  }

  async fail(
    run: ClaimedAnalysisRun,
    holder: string,
    at: Date,
    failure: string,
  ) {
    await this.knex<AnalysisRunRow>('analysis_runs')
      .where({ id: run.id, state: 'running', holder })
      .update({ state: 'ended', ended_at: at.getTime(), failure });
  }

  async last() {
    const row = await this.#ended().first();
    return row && runOfRow(row);
  }

  async lastSuccess() {
    const row = await this.#ended().whereNotNull('gaps_hash').first();
    return row && { ...runOfRow(row), gapsHash: row.gaps_hash ?? '' };
  }

  async isPending() {
    const row = await this.knex<AnalysisRunRow>('analysis_runs')
      .whereIn('state', ['pending', 'running'])
      .first('id');
    return row !== undefined;
  }

  #ended() {
    return this.knex<AnalysisRunRow>('analysis_runs')
      .where('state', 'ended')
      .orderBy('id', 'desc');
  }
}

function begun(holder: string, now: Date) {
  return {
    state: 'running' as const,
    holder,
    started_at: now.getTime(),
    leased_until: now.getTime() + LEASE_MS,
  };
}

function runOfRow(row: AnalysisRunRow): AnalysisRun {
  return {
    startedAt: dateOf(row.started_at ?? row.not_before),
    endedAt: dateOf(row.ended_at ?? row.not_before),
    trigger: row.trigger,
    requestedBy: optional(row.requested_by),
    failure: optional(row.failure),
    counts:
      row.left_out === null
        ? undefined
        : {
            entities: row.entities ?? 0,
            relations: row.relations ?? 0,
            appeared: row.appeared ?? 0,
            gone: row.gone ?? 0,
            unchanged: row.unchanged ?? 0,
            leftOut: jsonOf<Analysis['leftOut']>(row.left_out),
          },
  };
}
