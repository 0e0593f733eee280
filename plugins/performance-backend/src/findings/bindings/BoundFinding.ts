import {
  FindingBinding,
  FindingStatus,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import {
  BigIntColumn,
  dateOf,
  jsonOf,
  optional,
  optionalDateOf,
} from '../../database/columns';

/** A finding with what it is bound to. */
export interface BoundFinding extends FindingBinding {
  findingId: number;
  title: string;
  status: FindingStatus;
  /** Since when it has it. */
  statusAt: Date;
  closureProposedAt?: Date;
  createdBy: string;
  /** Full ref. */
  owner?: string;
  reviewId?: number;
  /** Of the entity that the finding belongs to. */
  homeRef: string;
  /** Of the entity of the verdict. */
  entityId: number;
  /** ISO 8601 date; earlier days don't count. */
  countedFrom: string;
  boundBy: string;
  boundAt: Date;
}

interface BoundFindingRow {
  finding_id: number;
  title: string;
  status: FindingStatus;
  status_at: BigIntColumn;
  closure_proposed_at: BigIntColumn | null;
  created_by: string;
  owner_ref: string | null;
  review_id: number | null;
  home_ref: string;
  entity_id: number;
  bound_ref: string;
  rule_key: string;
  environment: string;
  labels: string;
  green_days: number;
  counted_from: string | null;
  bound_by: string;
  bound_at: BigIntColumn;
}

/** @param narrow - to some of the bindings; the columns are those of `finding_bindings` and `findings`. */
export async function selectBoundFindings(
  knex: Knex,
  narrow: (bindings: Knex.QueryBuilder) => void,
): Promise<BoundFinding[]> {
  const query = knex('finding_bindings')
    .join('findings', 'findings.id', 'finding_bindings.finding_id')
    .join('entities as home', 'home.id', 'findings.entity_id')
    .join('entities as bound', 'bound.id', 'finding_bindings.entity_id')
    .orderBy('finding_bindings.finding_id')
    .select(
      'finding_bindings.*',
      'findings.title',
      'findings.status',
      'findings.status_at',
      'findings.closure_proposed_at',
      'findings.created_by',
      'findings.owner_ref',
      'findings.review_id',
      'home.entity_ref as home_ref',
      'bound.entity_ref as bound_ref',
    );
  narrow(query);
  return (await query).map(boundFindingOfRow);
}

function boundFindingOfRow(row: BoundFindingRow): BoundFinding {
  const boundAt = dateOf(row.bound_at);
  return {
    findingId: row.finding_id,
    title: row.title,
    status: row.status,
    statusAt: dateOf(row.status_at),
    closureProposedAt: optionalDateOf(row.closure_proposed_at),
    createdBy: row.created_by,
    owner: optional(row.owner_ref),
    reviewId: optional(row.review_id),
    homeRef: row.home_ref,
    entityId: row.entity_id,
    entityRef: row.bound_ref,
    ruleId: row.rule_key,
    environment: row.environment,
    labels: jsonOf(row.labels),
    greenDays: row.green_days,
    countedFrom: row.counted_from ?? boundAt.toISOString().slice(0, 10),
    boundBy: row.bound_by,
    boundAt,
  };
}
