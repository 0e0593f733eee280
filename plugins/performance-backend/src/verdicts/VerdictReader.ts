import {
  components,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { Access } from '../access/Access';
import { RunRecord, StateCounts } from '../runs/RunStore';
import { StoredStateChange, VerdictKey } from './VerdictStore';

/** A filter and a page of current verdicts. Values of one filter are alternatives. */
export interface VerdictQuery {
  entityRef?: string;
  state?: VerdictState[];
  /** Refs; what a group's child groups own counts. */
  owner?: string[];
  system?: string[];
  domain?: string[];
  kind?: string[];
  type?: string[];
  tag?: string[];
  lifecycle?: string[];
  environment?: string[];
  metric?: string[];
  area?: string[];
  /** Names of definitions. */
  definition?: string[];
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
  | 'areas';

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
  /** Values to filter by, and how many current verdicts each has, that the caller may see. */
  facets(access: Access): Promise<Facets>;
}
