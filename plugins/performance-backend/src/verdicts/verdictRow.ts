import {
  Evidence,
  Labels,
  QuantileMethod,
  Statistic,
  Unit,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  BigIntColumn,
  BooleanColumn,
  dateOf,
  jsonOf,
  optional,
} from '../database/columns';
import { stateFromColumn } from '../database/stateColumn';
import { Explanation } from './explanation';
import { CurrentVerdict } from './VerdictReader';

/** What both current verdicts and those of runs are made of. */
interface VerdictRow {
  rule_key: string;
  metric: string;
  statistic: string;
  unit: string;
  area: string;
  entity_ref: string;
  environment: string;
  labels: string;
  body: string;
  state: number;
  value: number | null;
  samples: number | null;
  quantile_method: string | null;
  evidence_run_id: string | null;
  tool: string | null;
  started_at: BigIntColumn | null;
  ended_at: BigIntColumn | null;
  commit: string | null;
  branch: string | null;
}

interface CurrentVerdictRow extends VerdictRow {
  rule_id: number;
  subject_id: number;
  entity_id: number;
  since: BigIntColumn;
  confirmed: BooleanColumn;
}

const COLUMNS = [
  'rules.rule_key',
  'rules.metric',
  'rules.statistic',
  'rules.unit',
  'rules.area',
  'entities.entity_ref',
  'subjects.environment',
  'subjects.labels',
  'explanations.body',
  'judged.state',
  'judged.value',
  'judged.samples',
  'judged.quantile_method',
  'runs.id as evidence_run_id',
  'runs.tool',
  'runs.started_at',
  'runs.ended_at',
  'runs.commit',
  'runs.branch',
];

function joined(
  knex: Knex,
  table: 'verdicts' | 'run_verdicts',
): Knex.QueryBuilder {
  return knex(`${table} as judged`)
    .join('rules', 'rules.id', 'judged.rule_id')
    .join('subjects', 'subjects.id', 'judged.subject_id')
    .join('entities', 'entities.id', 'subjects.entity_id')
    .join('explanations', 'explanations.id', 'judged.explanation_id')
    .leftJoin('runs', 'runs.id', 'judged.run_id');
}

/** Current verdicts under the name `judged`, with the tables they refer to. */
export function selectCurrent(knex: Knex): Knex.QueryBuilder {
  return joined(knex, 'verdicts').select(
    ...COLUMNS,
    'judged.rule_id',
    'judged.subject_id',
    'judged.entity_id',
    'judged.since',
    'judged.confirmed',
  );
}

/** Verdicts of one run. */
export function selectOfRun(knex: Knex, runId: string): Knex.QueryBuilder {
  return joined(knex, 'run_verdicts')
    .where('judged.run_id', runId)
    .select(
      ...COLUMNS.filter(column => column !== 'runs.id as evidence_run_id'),
      knex.raw('case when judged.measured then runs.id end as evidence_run_id'),
    );
}

export function verdictFromRow(row: VerdictRow): Verdict {
  const { check, slo, finding, measured, ...explanation } = jsonOf<Explanation>(
    row.body,
  );
  const common = {
    ...explanation,
    ruleId: row.rule_key,
    area: row.area,
    subject: {
      entityRef: row.entity_ref,
      environment: row.environment,
      labels: jsonOf<Labels>(row.labels),
    },
    state: stateFromColumn(row.state),
    value: optional(row.value),
    evidence: evidenceFromRow(row),
  };
  if (check) {
    return { ...common, kind: 'check', check };
  }
  if (finding) {
    return { ...common, kind: 'finding', finding };
  }
  return slo
    ? { ...common, kind: 'slo', unit: 'ratio', slo }
    : {
        ...common,
        kind: 'budget',
        metric: row.metric,
        statistic: row.statistic as Statistic,
        unit: row.unit as Unit,
        measured,
      };
}

export function currentVerdictFromRow(row: CurrentVerdictRow): CurrentVerdict {
  return {
    ...verdictFromRow(row),
    key: { ruleId: row.rule_id, subjectId: row.subject_id },
    entityId: row.entity_id,
    since: dateOf(row.since),
    confirmed: Boolean(row.confirmed),
  };
}

function evidenceFromRow(row: VerdictRow): Evidence | undefined {
  const {
    evidence_run_id: runId,
    tool,
    started_at: start,
    ended_at: end,
  } = row;
  if (runId === null || tool === null || start === null || end === null) {
    return undefined;
  }
  return {
    runId,
    tool,
    startedAt: dateOf(start).toISOString(),
    endedAt: dateOf(end).toISOString(),
    samples: optional(row.samples),
    quantileMethod: (row.quantile_method ?? 'none') as QuantileMethod,
    commit: optional(row.commit),
    branch: optional(row.branch),
  };
}
