import {
  AnalysisGraph,
  AnalysisRule,
  components,
  FindingCategory,
  FindingStatus,
  RiskGrade,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';

type Schemas = components['schemas'];

export type ProposalStatus = Schemas['AnalysisProposalStatus'];
export type ProposalCounts = Schemas['AnalysisCounts'];

/** Why nothing is made of a proposal. */
export interface Suppression {
  reason: string;
  by: string;
  at: Date;
  until?: Date;
}

/** Something that an analysis found. */
export interface Proposal {
  id: string;
  /** When it was read. */
  status: ProposalStatus;
  rule: AnalysisRule;
  /** Of the first entity. */
  entityId: number;
  /** Whose limits it tells of; `*` where it is about none. */
  environment: string;
  title: string;
  category: FindingCategory;
  severity: RiskGrade;
  likelihood: RiskGrade;
  firstSeenAt: Date;
  lastSeenAt: Date;
  goneAt?: Date;
  /** Also one whose time is over. */
  suppression?: Suppression;
  /** That it is in the hands of, or was: made of it, or what that is a duplicate of. */
  findingId?: string;
  findingStatus?: FindingStatus;
}

/** What there is to read of one. */
interface ProposalContent {
  explanation: string;
  recommendation: string;
  graph: AnalysisGraph;
  numbers: Record<string, number>;
}

/** Whom one affects, as far as a caller may see them. */
interface AffectedEntities {
  /** The nearest, the first included. */
  entityIds: number[];
  visible: number;
  hidden: number;
}

/** What happened to one. */
export interface ProposalEvent {
  type: Schemas['AnalysisProposalDetail']['history'][number]['type'];
  at: Date;
  /** Absent where the analysis did it. */
  by?: string;
  note?: string;
}

export interface ProposalFilter
  extends Pick<EntityFilter, 'owner' | 'system' | 'domain'> {
  /** Affected, being the first or another. */
  entityRef?: string;
  rule?: AnalysisRule[];
  status?: ProposalStatus[];
  severity?: RiskGrade[];
  /** Part of the title, or of the first entity's ref or title. */
  q?: string;
}

export interface ProposalQuery extends ProposalFilter {
  sort: 'risk' | 'rule' | 'entity' | 'title' | 'firstSeenAt';
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

export type ProposalFacetName =
  | 'rules'
  | 'statuses'
  | 'severities'
  | 'owners'
  | 'systems'
  | 'domains';

export type ProposalFacets = Record<ProposalFacetName, Schemas['Facet']>;

/** Proposals as whoever may see all entities at their heart sees them. */
export interface ProposalStore {
  list(
    query: ProposalQuery,
    access: Access,
    now: Date,
  ): Promise<{ items: Proposal[]; totalItems: number; facets: ProposalFacets }>;
  /** By rule; rules without any are left out. */
  count(access: Access, now: Date): Promise<Map<AnalysisRule, ProposalCounts>>;
  /** @returns undefined where there is none that the caller may see. */
  get(id: string, access: Access, now: Date): Promise<Proposal | undefined>;
  content(id: string): Promise<ProposalContent | undefined>;
  /** @param limit - how many at most are named. */
  affected(
    id: string,
    access: Access,
    limit: number,
  ): Promise<AffectedEntities>;
  /** Oldest first. */
  events(id: string): Promise<ProposalEvent[]>;
  /** Has all others who want to decide on it wait until the transaction ends. */
  lock(id: string, tx: Knex.Transaction): Promise<void>;
  /** @returns false where it isn't proposed any more. */
  suppress(
    id: string,
    suppression: Suppression,
    tx: Knex.Transaction,
  ): Promise<boolean>;
  /** @returns false where it isn't suppressed. */
  unsuppress(
    id: string,
    by: string,
    at: Date,
    tx: Knex.Transaction,
  ): Promise<boolean>;
  /** @returns false where it isn't proposed any more. */
  accept(
    id: string,
    finding: { findingId: string; by: string; at: Date },
    tx: Knex.Transaction,
  ): Promise<boolean>;
}
