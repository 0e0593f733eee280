import { ReactNode } from 'react';
import {
  PerformanceApi,
  usePerformanceData,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { FacetFilter } from './FacetFilter';
import { FacetOption } from './FacetOptions';
import { FACETED_FILTERS, FacetValues, facetValueTitle } from './facetValues';
import { ActiveFilter, FilterChips } from './FilterChips';
import { MoreFilters } from './MoreFilters';
import { SearchField } from './SearchField';
import { useFilterBarStyles } from './useFilterBarStyles';

/** A filter whose values the page itself knows. */
export interface OwnFilter {
  name: string;
  title: string;
  options: FacetOption[];
  /** Without a button: set by links. */
  hidden?: boolean;
}

function listVerdictFacets(api: PerformanceApi): Promise<FacetValues> {
  return api.listFacets();
}

async function noFacets(): Promise<FacetValues> {
  return {};
}

/**
 * Everything one can narrow a list down by. The filters are parameters of the query string under the
 * API's own names.
 */
export function FacetedFilters(props: {
  view: ViewState;
  /** Names what is filtered, for screen readers. */
  label: string;
  /** Where the list can be searched. */
  searchLabel?: string;
  /** Filters with a button of their own. */
  shown: readonly string[];
  /** Filters behind “More”. */
  more?: readonly string[];
  /** Filters without a button, set by other parts of the page or by links. */
  others?: readonly string[];
  /** Filters of this list alone. */
  own?: OwnFilter[];
  /** What there is to filter by: what verdicts have, unless given. Must stay the same function. */
  loadFacets?: (api: PerformanceApi) => Promise<FacetValues>;
  onClear: () => void;
  /** After the filters. */
  children?: ReactNode;
}) {
  const { view, label, searchLabel, shown } = props;
  const { more = [], others = [], own = [] } = props;
  // A list whose filters are all its own needs none of the verdicts'.
  const loadFacets =
    props.loadFacets ??
    (shown.length + more.length > 0 ? listVerdictFacets : noFacets);
  const classes = useFilterBarStyles();
  const facets = usePerformanceData(loadFacets, [loadFacets]);

  const pick = (names: readonly string[]) =>
    names.flatMap(name =>
      FACETED_FILTERS.filter(filter => filter.name === name),
    );
  const change = (name: string, values: string[]) =>
    view.update({
      // The goal is a single one.
      [name]: name === 'goal' ? values.slice(-1) : values,
      offset: undefined,
    });
  const optionsOf = (filter: (typeof FACETED_FILTERS)[number]) =>
    ((filter.facet && facets.value?.[filter.facet]) ?? []).map(
      ({ value, count }) => ({
        value,
        title: facetValueTitle(filter, value, facets.value),
        count,
      }),
    );
  const active: ActiveFilter[] = pick([...others, ...shown, ...more]).flatMap(
    filter =>
      view.getAll(filter.name).map(value => ({
        name: filter.name,
        value,
        title: `${filter.title}: ${facetValueTitle(
          filter,
          value,
          facets.value,
        )}`,
      })),
  );
  active.push(
    ...own.flatMap(({ name, title, options }) =>
      view.getAll(name).map(value => ({
        name,
        value,
        title: `${title}: ${
          options.find(option => option.value === value)?.title ?? value
        }`,
      })),
    ),
  );

  return (
    <>
      <div className={classes.row} role="search" aria-label={label}>
        {searchLabel && (
          <SearchField
            label={searchLabel}
            value={view.get('q')}
            onChange={q => view.update({ q, offset: undefined })}
          />
        )}
        {pick(shown).map(filter => (
          <FacetFilter
            key={filter.name}
            title={filter.title}
            options={facets.value && optionsOf(filter)}
            chosen={view.getAll(filter.name)}
            onChange={values => change(filter.name, values)}
          />
        ))}
        {own.map(({ name, title, options, hidden }) =>
          hidden ? null : (
            <FacetFilter
              key={name}
              title={title}
              options={options}
              chosen={view.getAll(name)}
              onChange={values => change(name, values)}
            />
          ),
        )}
        {more.length > 0 && (
          <MoreFilters
            filters={pick(more).map(filter => ({
              ...filter,
              options: optionsOf(filter),
            }))}
            chosen={view.getAll}
            onChange={change}
          />
        )}
        {props.children}
      </div>
      {active.length > 0 && (
        <div className={classes.row}>
          <FilterChips
            filters={active}
            onRemove={({ name, value }) =>
              change(
                name,
                view.getAll(name).filter(item => item !== value),
              )
            }
            onClear={props.onClear}
          />
        </div>
      )}
    </>
  );
}
