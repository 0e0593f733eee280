import {
  FINDING_CATEGORIES,
  FINDING_EFFORTS,
  FINDING_STATUSES,
  RISK_GRADES,
  RISK_LEVELS,
} from '@perf-governance/plugin-performance-common';
import {
  FINDING_CATEGORY_WORDS,
  FINDING_EFFORT_WORDS,
  FINDING_STATUS_WORDS,
  RISK_GRADE_WORDS,
  RISK_WORDS,
} from '@perf-governance/plugin-performance-react';
import { FacetedFilters, OwnFilter } from '../filters/FacetedFilters';
import { FacetOption } from '../filters/FacetOptions';
import { refTitle } from '../filters/refTitle';
import { FindingList } from './useFindingList';

type Facet = { value: string; count?: number }[];

/** The values that occur, in the order of the scale they are on. */
function scaleOptions<T extends string>(
  scale: readonly T[],
  words: Record<T, string>,
  facet: Facet = [],
): FacetOption[] {
  return scale.flatMap(value =>
    facet
      .filter(one => one.value === value)
      .map(({ count }) => ({ value, title: words[value], count })),
  );
}

function refOptions(facet: Facet = [], nobody: string): FacetOption[] {
  return facet.map(({ value, count }) => ({
    value,
    title: value === 'none' || value === '(none)' ? nobody : refTitle(value),
    count,
  }));
}

/** The only option of a filter that is on or off. */
function only(title: string): FacetOption[] {
  return [{ value: 'true', title }];
}

function filtersOf(list: FindingList): OwnFilter[] {
  const facets = list.value?.facets;
  const grades = RISK_GRADES.map(value => ({
    value,
    title: RISK_GRADE_WORDS[value],
  }));
  return [
    {
      name: 'risk',
      title: 'Risk',
      options: scaleOptions(
        [...RISK_LEVELS].reverse(),
        RISK_WORDS,
        facets?.risks,
      ),
    },
    {
      name: 'status',
      title: 'Status',
      options: scaleOptions(
        FINDING_STATUSES,
        FINDING_STATUS_WORDS,
        facets?.statuses,
      ),
    },
    {
      name: 'assignee',
      title: 'Owner',
      options: refOptions(facets?.assignees, 'Nobody'),
    },
    {
      name: 'category',
      title: 'Category',
      options: scaleOptions(
        FINDING_CATEGORIES,
        FINDING_CATEGORY_WORDS,
        facets?.categories,
      ),
    },
    {
      name: 'effort',
      title: 'Effort',
      options: scaleOptions(
        FINDING_EFFORTS,
        FINDING_EFFORT_WORDS,
        facets?.efforts,
      ),
    },
    {
      name: 'owner',
      title: 'Entity’s owner',
      options: refOptions(facets?.owners, 'no owner'),
    },
    { name: 'severity', title: 'Severity', options: grades, hidden: true },
    { name: 'likelihood', title: 'Likelihood', options: grades, hidden: true },
    { name: 'mine', title: 'Whose', options: only('mine'), hidden: true },
    { name: 'overdue', title: 'Due', options: only('overdue'), hidden: true },
    {
      name: 'proposed',
      title: 'Closure',
      options: only('proposed'),
      hidden: true,
    },
    {
      name: 'bound',
      title: 'Bound',
      options: only('to a verdict'),
      hidden: true,
    },
    { name: 'reviewId', title: 'Review', options: [], hidden: true },
  ];
}

/** Everything one can narrow a list of findings down by. */
export function FindingFilterBar(props: { list: FindingList }) {
  const { list } = props;
  return (
    <FacetedFilters
      view={list.view}
      label="Filter findings"
      searchLabel="Find a finding or entity"
      shown={[]}
      others={['entityRef', 'system', 'domain']}
      own={filtersOf(list)}
      onClear={list.clear}
    />
  );
}
