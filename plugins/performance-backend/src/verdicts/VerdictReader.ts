import {
  components,
  GoalDefinition,
  Stage,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';
import { RunRecord, StateCounts } from '../runs/RunStore';
import { StoredStateChange, VerdictKey } from './VerdictStore';

/** A filter and a page of current verdicts. Values of one filter are alternatives. */
export interface VerdictQuery extends EntityFilter {
  entityRef?: string;
  state?: VerdictState[];
  environment?: string[];
  metric?: string[];
  area?: string[];
  /** Names of definitions. */
  definition?: string[];
  stage?: Stage[];
  /** Whether a waiver covers what fails or has no data. */
  waived?: boolean;
  ruleKind?: Verdict['kind'][];
  /** E.g. `check:load-test-fresh`. */
  rule?: string[];
  /** Only what counts for it. */
  goal?: GoalDefinition;
  /** Id of a policy; only what it is about. */
  policy?: string;
  /** Part of an entity's ref or title, of a verdict's title or of its labels. */
  q?: string;
  sort: 'state' | 'entity' | 'title' | 'value' | 'since' | 'environment';
  /** The sort's natural order unless given. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** A current verdict as it is shown. */
export type CurrentVerdict = Verdict & {
  key: VerdictKey;
  entityId: number;
  since: Date;
  confirmed: boolean;
};

export interface TrendPoint {
  at: Date;
  runId: string;
  value?: number;
  release?: string;
}

/** A change of state with what it was explained by. */
export interface ExplainedStateChange extends StoredStateChange {
  message?: string;
}

export type FacetName =
  | 'owners'
  | 'systems'
  | 'domains'
  | 'kinds'
  | 'types'
  | 'tags'
  | 'lifecycles'
  | 'environments'
  | 'metrics'
  | 'areas'
  | 'stages'
  | 'ruleKinds'
  | 'rules'
  | 'goals';

export type Facets = Record<FacetName, components['schemas']['Facet']>;

/** What there is to see of verdicts. */
export interface VerdictReader {
  /** What a run was judged when it came, worst first. */
  ofRun(run: RunRecord, tx?: Knex.Transaction): Promise<Verdict[]>;
  /** Only what the caller may see; `counts` are apart from the filter by state. */
  list(
    query: VerdictQuery,
    access: Access,
  ): Promise<{
    items: CurrentVerdict[];
    totalItems: number;
    counts: StateCounts;
    /** How many of the failures and missing data in `counts` a waiver covers. */
    waived: number;
  }>;
  get(key: VerdictKey, access: Access): Promise<CurrentVerdict | undefined>;
  /** Changes of state, newest first. */
  history(key: VerdictKey): Promise<ExplainedStateChange[]>;
  /** Values of each verdict's statistic in valid runs of tracked branches, oldest first. */
  trends(
    verdicts: CurrentVerdict[],
    since: Date,
  ): Promise<Map<CurrentVerdict, TrendPoint[]>>;
  /** Current verdicts of an entity by state, that the caller may see. */
  countsOf(entityId: number, access: Access): Promise<StateCounts>;
  /**
   * Values to filter by, and how many current verdicts each has, that the caller may see.
   *
   * @param goals - to filter by.
   */
  facets(access: Access, goals: GoalDefinition[]): Promise<Facets>;
}
