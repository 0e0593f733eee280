import { getMetric } from '@perf-governance/plugin-performance-common';
import {
  areaWords,
  Facets,
  SloFacets,
  STAGE_WORDS,
  STATE_WORDS,
} from '@perf-governance/plugin-performance-react';
import { refTitle } from './refTitle';

/** The values that something can be filtered by; each list has its own. */
export type FacetValues = Partial<Facets & SloFacets>;

/** A filter by one of the facets. */
export interface FacetedFilter {
  /** The API's name of the parameter. */
  name: string;
  title: string;
  facet?: keyof FacetValues;
}

/** Every filter of a list of verdicts, entities or SLOs, by its parameter. */
export const FACETED_FILTERS: FacetedFilter[] = [
  { name: 'owner', title: 'Owner', facet: 'owners' },
  { name: 'domain', title: 'Domain', facet: 'domains' },
  { name: 'system', title: 'System', facet: 'systems' },
  { name: 'environment', title: 'Environment', facet: 'environments' },
  { name: 'area', title: 'Area', facet: 'areas' },
  { name: 'stage', title: 'Stage', facet: 'stages' },
  { name: 'metric', title: 'Metric', facet: 'metrics' },
  { name: 'rule', title: 'Rule', facet: 'rules' },
  { name: 'goal', title: 'Goal', facet: 'goals' },
  { name: 'kind', title: 'Kind', facet: 'kinds' },
  { name: 'type', title: 'Type', facet: 'types' },
  { name: 'tag', title: 'Tag', facet: 'tags' },
  { name: 'lifecycle', title: 'Lifecycle', facet: 'lifecycles' },
  { name: 'entityRef', title: 'Entity' },
  { name: 'policy', title: 'Policy' },
  { name: 'state', title: 'State' },
  { name: 'waived', title: 'Waived' },
  { name: 'definition', title: 'Definition', facet: 'definitions' },
  { name: 'source', title: 'Source', facet: 'sources' },
];

/** Stands for entities that have none. */
const NONE = '(none)';

function knownTitle(
  titles: Readonly<Record<string, string>>,
  value: string,
): string {
  return titles[value] ?? value;
}

/**
 * A filter's value as people read it.
 *
 * @param facets - Know the titles of some; absent while loading.
 */
export function facetValueTitle(
  filter: FacetedFilter,
  value: string,
  facets?: FacetValues,
): string {
  const known =
    filter.facet &&
    facets?.[filter.facet]?.find(option => option.value === value)?.title;
  if (known) {
    return known;
  }
  if (value === NONE) {
    return `no ${filter.title.toLowerCase()}`;
  }
  switch (filter.name) {
    case 'entityRef':
    case 'owner':
    case 'system':
    case 'domain':
      return refTitle(value);
    case 'metric':
      return getMetric(value)?.title ?? value;
    case 'state':
      return knownTitle(STATE_WORDS, value);
    case 'stage':
      return knownTitle(STAGE_WORDS, value);
    case 'area':
      return areaWords(value);
    case 'source':
      return value === 'pushed' ? 'pushed to the API' : value;
    case 'policy':
      return value.split('/').at(-1) ?? value;
    case 'waived':
      return value === 'true' ? 'yes' : 'no';
    default:
      return value;
  }
}
