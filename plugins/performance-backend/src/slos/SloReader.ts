import {
  components,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Access } from '../access/Access';
import { EntityFilter } from '../catalog/filterEntities';
import { StateCounts } from '../runs/RunStore';
import { Slo } from './Slo';

type Schemas = components['schemas'];

export type SloFacetName =
  | 'owners'
  | 'systems'
  | 'domains'
  | 'kinds'
  | 'types'
  | 'tags'
  | 'lifecycles'
  | 'environments'
  | 'definitions'
  | 'sources';

/** A filter and a page of SLOs. Values of one filter are alternatives. */
export interface SloQuery extends EntityFilter {
  entityRef?: string;
  state?: VerdictState[];
  alert?: Schemas['SloAlertSeverity'][];
  environment?: string[];
  /** Names of definitions. */
  definition?: string[];
  /** Names of metric sources. */
  source?: string[];
  composite?: boolean;
  /** Part of an entity's ref or title, of an SLO's title or name. */
  q?: string;
  groupBy?: Schemas['SloGrouping'];
  sort: 'burn' | 'remaining' | 'attainment' | 'title' | 'entity' | 'state';
  /** The sort's natural order unless given. */
  order?: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/** What there is to see of SLOs in force, each as far as the caller may see it. */
export interface SloReader {
  /** `counts` and `alerts` are apart from the filters by state and alert. */
  list(
    query: SloQuery,
    access: Access,
  ): Promise<{
    items: Slo[];
    totalItems: number;
    counts: StateCounts;
    alerts: Schemas['SloAlertCounts'];
  }>;
  get(id: number, access: Access): Promise<Slo | undefined>;
  /** Worst first. */
  ofEntities(
    entityRefs: string[],
    limit: number,
    access: Access,
  ): Promise<Slo[]>;
  /** How many SLOs are measured from each source. */
  countBySource(access: Access): Promise<Map<string, number>>;
  /** Over the whole filtered set, worst first. */
  groups(
    query: SloQuery,
    groupBy: Schemas['SloGrouping'],
    access: Access,
  ): Promise<Schemas['SloGroup'][]>;
  facets(access: Access): Promise<Record<SloFacetName, Schemas['Facet']>>;
}
