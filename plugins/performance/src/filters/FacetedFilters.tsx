import { ReactNode } from 'react';
import {
  usePerformanceData,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { FacetFilter } from './FacetFilter';
import { FACETED_FILTERS, facetValueTitle } from './facetValues';
import { ActiveFilter, FilterChips } from './FilterChips';
import { MoreFilters } from './MoreFilters';
import { SearchField } from './SearchField';
import { useFilterBarStyles } from './useFilterBarStyles';

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
  onClear: () => void;
  /** After the filters. */
  children?: ReactNode;
}) {
  const { view, label, searchLabel, shown, more = [], others = [] } = props;
  const classes = useFilterBarStyles();
  const facets = usePerformanceData(api => api.listFacets(), []);

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
    (filter.facet && facets.value ? facets.value[filter.facet] : []).map(
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
