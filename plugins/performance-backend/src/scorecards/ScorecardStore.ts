import { ScorecardResult } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { ProjectedEntity } from '../catalog/EntityStore';

/** Where an entity stands on a scorecard now. */
export interface StoredScorecard extends ScorecardResult {
  entityId: number;
  /** Whether it is shown as the entity's own. */
  main: boolean;
  /** Of level and score. */
  since: Date;
}

/** Level and score from a time on. */
export interface ScorecardPoint {
  at: Date;
  rank?: number;
  level?: string;
  score?: number;
}

/** How many entities stand where, of those the caller may see. */
export interface ScorecardDistribution {
  /** By rank. */
  reached: Map<number, number>;
  /** Below the first level. */
  none: number;
  exempt: number;
  averageScore?: number;
}

/** How many entities a rule holds for. */
export interface RuleStanding {
  /** What entities call the rule. */
  title: string;
  holds: number;
  missing: number;
  /** Among the missing. */
  waived: number;
}

/** Which entities. All given parts must hold; refs are lower case. */
export interface ScorecardEntityFilter {
  owner?: string[];
  system?: string[];
  domain?: string[];
  tag?: string[];
  lifecycle?: string[];
  /** Part of ref or title. */
  q?: string;
}

export interface ScorecardResultQuery extends ScorecardEntityFilter {
  /** Names of levels; `none` and `exempt` besides. */
  level?: string[];
  /** A rule that doesn't hold. */
  missing?: string;
  sort: 'level' | 'score' | 'entity';
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** Results of scorecards: where entities stand, and how that changed. */
export interface ScorecardStore {
  /** Makes these the entities' only results, and notes what changed. */
  save(
    batch: {
      entity: ProjectedEntity;
      results: ScorecardResult[];
      now: Date;
    }[],
    tx: Knex.Transaction,
  ): Promise<void>;
  /** Main ones first, then by name. */
  ofEntity(entityId: number): Promise<StoredScorecard[]>;
  /**
   * Changes since a time, oldest first, after the last one before it; by definition id.
   */
  trends(entityId: number, since: Date): Promise<Map<string, ScorecardPoint[]>>;
  /** By definition id; one without any results is left out. */
  distributions(
    definitionIds: string[],
    filter: ScorecardEntityFilter,
    access: Access,
  ): Promise<Map<string, ScorecardDistribution>>;
  /** By key of the rule, as `ruleKeys` gives it. */
  ruleStandings(
    definitionId: string,
    access: Access,
  ): Promise<Map<string, RuleStanding>>;
  list(
    definitionId: string,
    query: ScorecardResultQuery,
    access: Access,
  ): Promise<{ items: StoredScorecard[]; totalItems: number }>;
}
