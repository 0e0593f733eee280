import {
  QuantileMethod,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { stageFromColumn, stageToColumn } from '../database/stageColumn';
import { stateFromColumn, stateToColumn } from '../database/stateColumn';
import { NotJudged, RunRecord } from '../runs/RunStore';
import { identifyVerdicts } from './identifyVerdicts';
import { lapseOf } from './lapseOf';
import { selectPasts } from './selectPasts';
import {
  CurrentVerdictRecord,
  IdentifiedVerdict,
  RuleRecord,
  StateChange,
  VerdictKey,
  VerdictStore,
} from './VerdictStore';

/** Keeps a statement's parameters well below the 32,766 of SQLite. */
const ROWS_PER_STATEMENT = 500;

interface VerdictRow {
  rule_id: number;
  subject_id: number;
  entity_id: number;
  environment: string;
  state: number;
  value: number | null;
  samples: number | null;
  quantile_method: string | null;
  explanation_id: number;
  run_id: string | null;
  since: BigIntColumn;
  confirmed: BooleanColumn;
  streak: number;
  lapses_at: BigIntColumn | null;
  changes_at: BigIntColumn | null;
  stage: number;
  next_stage: number | null;
  next_stage_at: BigIntColumn | null;
  waiver_id: string | null;
  waived: BooleanColumn;
}

/** Keeps verdicts in the plugin's database. */
export class DatabaseVerdictStore implements VerdictStore {
  /** Rows that were read once, and stay as they are. */
  readonly #rules = new Map<number, RuleRecord>();

  constructor(private readonly knex: Knex) {}

  async identify(entityId: number, verdicts: Verdict[], tx: Knex.Transaction) {
    return identifyVerdicts(entityId, verdicts, tx);
  }

  async current(
    entityId: number,
    metrics: string[] | undefined,
    tx: Knex.Transaction,
  ) {
    const query = tx('verdicts')
      .join('explanations', 'explanations.id', 'verdicts.explanation_id')
      .where('verdicts.entity_id', entityId)
      .select<(VerdictRow & { essence: string })[]>(
        'verdicts.*',
        'explanations.essence',
      );
    if (metrics) {
      query.whereIn(
        'verdicts.rule_id',
        tx('rules').whereIn('metric', metrics).select('id'),
      );
    }
    return (await query).map(fromRow);
  }

  async saveCurrent(records: CurrentVerdictRecord[], tx: Knex.Transaction) {
    for (const part of chunked(records, ROWS_PER_STATEMENT)) {
      await tx<VerdictRow>('verdicts')
        .insert(part.map(toRow))
        .onConflict(['rule_id', 'subject_id'])
        .merge();
    }
  }

  async removeCurrent(keys: VerdictKey[], tx: Knex.Transaction) {
    for (const part of chunked(keys, ROWS_PER_STATEMENT)) {
      await tx<VerdictRow>('verdicts')
        .whereIn(
          ['rule_id', 'subject_id'],
          part.map(key => [key.ruleId, key.subjectId]),
        )
        .delete();
    }
  }

  async entitiesDue(now: Date) {
    // Relies on verdicts_changes_at_idx.
    const rows = await this.knex<VerdictRow>('verdicts')
      .where('changes_at', '<=', now.getTime())
      .distinct('entity_id')
      .orderBy('entity_id');
    return rows.map(row => row.entity_id);
  }

  async rules(ids: number[], tx: Knex.Transaction) {
    const missing = ids.filter(id => !this.#rules.has(id));
    for (const part of chunked([...new Set(missing)], ROWS_PER_STATEMENT)) {
      for (const { id, rule_key, area } of await tx('rules')
        .whereIn('id', part)
        .select('id', 'rule_key', 'area')) {
        this.#rules.set(id, { id, key: rule_key, area });
      }
    }
    return ids.map(id => {
      const rule = this.#rules.get(id);
      if (!rule) {
        throw new Error(`There is no rule ${id}`);
      }
      return rule;
    });
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
    return selectPasts(runId, tx);
  }

  async addChanges(
    changes: (VerdictKey & { change: StateChange })[],
    tx: Knex.Transaction,
  ) {
    for (const part of chunked(changes, ROWS_PER_STATEMENT)) {
      await tx('verdict_history').insert(
        part.map(({ ruleId, subjectId, change }) => ({
          rule_id: ruleId,
          subject_id: subjectId,
          at: change.at.getTime(),
          cause: change.cause,
          state: stateToColumn(change.state),
          previous_state:
            change.previousState === undefined
              ? null
              : stateToColumn(change.previousState),
          value: change.value ?? null,
          run_id: change.runId ?? null,
          confirmed: change.confirmed,
          explanation_id: change.explanationId,
        })),
      );
    }
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
    entityId: number,
    metrics: string[] | undefined,
    notJudged: NotJudged[],
    tx: Knex.Transaction,
  ) {
    const stored = await this.listNotJudged(entityId, tx);
    const inScope = metrics
      ? stored.filter(({ ruleId }) =>
          metrics.some(metric => ruleId.startsWith(`budget:${metric}:`)),
        )
      : stored;
    const wanted = notJudged
      .map(({ ruleId, count, examples }) => ({ ruleId, count, examples }))
      .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
    if (JSON.stringify(inScope) === JSON.stringify(wanted)) {
      return;
    }
    await tx('not_judged')
      .where('entity_id', entityId)
      .whereIn(
        'rule_key',
        inScope.map(({ ruleId }) => ruleId),
      )
      .delete();
    if (wanted.length > 0) {
      await tx('not_judged').insert(
        wanted.map(({ ruleId, count, examples }) => ({
          entity_id: entityId,
          rule_key: ruleId,
          count,
          examples: JSON.stringify(examples),
        })),
      );
    }
  }

  async listNotJudged(
    entityId: number,
    tx?: Knex.Transaction,
  ): Promise<NotJudged[]> {
    const rows = await (tx ?? this.knex)('not_judged').where(
      'entity_id',
      entityId,
    );
    return rows
      .map(row => ({
        ruleId: row.rule_key,
        count: row.count,
        examples: jsonOf<NotJudged['examples']>(row.examples),
      }))
      .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
  }
}

function toRow(record: CurrentVerdictRecord): VerdictRow {
  return {
    rule_id: record.ruleId,
    subject_id: record.subjectId,
    entity_id: record.entityId,
    environment: record.environment,
    state: stateToColumn(record.state),
    value: record.value ?? null,
    samples: record.samples ?? null,
    quantile_method: record.quantileMethod ?? null,
    explanation_id: record.explanationId,
    run_id: record.runId ?? null,
    since: record.since.getTime(),
    confirmed: record.confirmed,
    streak: record.streak,
    lapses_at: record.lapsesAt?.getTime() ?? null,
    changes_at: record.changesAt?.getTime() ?? null,
    stage: stageToColumn(record.stage),
    next_stage: record.nextStage ? stageToColumn(record.nextStage) : null,
    next_stage_at: record.nextStageAt?.getTime() ?? null,
    waiver_id: record.waiverId ?? null,
    waived: record.waived,
  };
}

function fromRow(row: VerdictRow & { essence: string }): CurrentVerdictRecord {
  return {
    ruleId: row.rule_id,
    subjectId: row.subject_id,
    entityId: row.entity_id,
    environment: row.environment,
    state: stateFromColumn(row.state),
    value: optional(row.value),
    samples: optional(row.samples),
    quantileMethod: optional(row.quantile_method) as QuantileMethod | undefined,
    explanationId: row.explanation_id,
    essence: row.essence,
    runId: optional(row.run_id),
    since: dateOf(row.since),
    confirmed: Boolean(row.confirmed),
    streak: row.streak,
    lapsesAt: optionalDateOf(row.lapses_at),
    changesAt: optionalDateOf(row.changes_at),
    stage: stageFromColumn(row.stage),
    nextStage:
      row.next_stage === null ? undefined : stageFromColumn(row.next_stage),
    nextStageAt: optionalDateOf(row.next_stage_at),
    waiverId: optional(row.waiver_id),
    waived: Boolean(row.waived),
  };
}
