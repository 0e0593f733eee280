import {
  AnalysisRule,
  FindingCategory,
  FindingStatus,
  RISK_GRADES,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  BigIntColumn,
  dateOf,
  optional,
  optionalDateOf,
} from '../database/columns';
import { Proposal, ProposalEvent, ProposalStatus } from './ProposalStore';

/** A row of `analysis_proposals`. */
export interface ProposalRow {
  id: number;
  key_hash: string;
  key: string;
  rule: AnalysisRule;
  entity_id: number;
  environment: string;
  title: string;
  explanation: string;
  recommendation: string;
  category: FindingCategory;
  severity: number;
  likelihood: number;
  weight: number;
  graph: string;
  numbers: string;
  content_hash: string;
  first_seen_at: BigIntColumn;
  last_seen_at: BigIntColumn;
  gone_at: BigIntColumn | null;
  suppression_reason: string | null;
  suppressed_by: string | null;
  suppressed_at: BigIntColumn | null;
  suppressed_until: BigIntColumn | null;
  finding_id: number | null;
}

/** What {@link proposalOfRow} reads; keys, texts and graphs may be hundreds of kilobytes. */
const READ = [
  'id',
  'rule',
  'entity_id',
  'environment',
  'title',
  'category',
  'severity',
  'likelihood',
  'first_seen_at',
  'last_seen_at',
  'gone_at',
  'suppression_reason',
  'suppressed_by',
  'suppressed_at',
  'suppressed_until',
  'finding_id',
] as const;

export type ReadProposalRow = Pick<ProposalRow, (typeof READ)[number]> & {
  status: ProposalStatus;
  finding_status: FindingStatus | null;
};

/** A row of `analysis_proposal_events`. */
export interface ProposalEventRow {
  id: number;
  proposal_id: number;
  type: ProposalEvent['type'];
  at: BigIntColumn;
  by: string | null;
  note: string | null;
}

/** A row of `analysis_proposal_entities`. */
export interface ProposalEntityRow {
  proposal_id: number;
  entity_id: number;
  position: number;
  core: boolean | number;
}

const FINDING_STATUS =
  'select findings.status from findings where findings.id = analysis_proposals.finding_id';

/**
 * As the query has it, given the present time. A verified finding is done with what was found until then only, and one
 * that is invalid with nothing: why it isn't so is kept as a suppression.
 */
export const STATUS_NOW = `case
  when analysis_proposals.gone_at is not null then 'gone'
  when exists (
    ${FINDING_STATUS}
      and findings.status <> 'invalid'
      and (findings.status <> 'verified' or analysis_proposals.last_seen_at <= findings.status_at)
  ) then 'accepted'
  when analysis_proposals.suppressed_at is not null
    and (analysis_proposals.suppressed_until is null or analysis_proposals.suppressed_until > ?) then 'suppressed'
  else 'proposed' end`;

/** Selects what {@link proposalOfRow} reads, given the present time. */
export function selectProposals(
  knex: Knex,
  builder: Knex.QueryBuilder,
  now: Date,
): Knex.QueryBuilder<ProposalRow, ReadProposalRow[]> {
  return builder.select([
    ...READ.map(column => `analysis_proposals.${column}`),
    knex.raw(`${STATUS_NOW} as status`, [now.getTime()]),
    knex.raw(`(${FINDING_STATUS}) as finding_status`),
  ]);
}

export function isInForce({ until }: { until?: Date }, now: Date): boolean {
  return until === undefined || until > now;
}

/** Adds the condition that one is neither gone nor decided on. */
export function whereProposed(builder: Knex.QueryBuilder, now: Date): void {
  builder.whereRaw(`${STATUS_NOW} = 'proposed'`, [now.getTime()]);
}

export function proposalOfRow(row: ReadProposalRow): Proposal {
  return {
    id: String(row.id),
    status: row.status,
    rule: row.rule,
    entityId: row.entity_id,
    environment: row.environment,
    title: row.title,
    category: row.category,
    severity: RISK_GRADES[row.severity],
    likelihood: RISK_GRADES[row.likelihood],
    firstSeenAt: dateOf(row.first_seen_at),
    lastSeenAt: dateOf(row.last_seen_at),
    goneAt: optionalDateOf(row.gone_at),
    suppression:
      row.suppressed_at === null
        ? undefined
        : {
            reason: row.suppression_reason ?? '',
            by: row.suppressed_by ?? '',
            at: dateOf(row.suppressed_at),
            until: optionalDateOf(row.suppressed_until),
          },
    findingId: row.finding_id === null ? undefined : String(row.finding_id),
    findingStatus: optional(row.finding_status),
  };
}

export function eventOfRow(row: ProposalEventRow): ProposalEvent {
  return {
    type: row.type,
    at: dateOf(row.at),
    by: optional(row.by),
    note: optional(row.note),
  };
}
