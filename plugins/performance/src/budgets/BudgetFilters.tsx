import { makeStyles } from '@material-ui/core/styles';
import { getMetric } from '@perf-governance/plugin-performance-common';
import {
  Facets,
  STATE_WORDS,
  usePerformanceData,
  VerdictState,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { FacetFilter } from '../filters/FacetFilter';
import { ActiveFilter, FilterChips } from '../filters/FilterChips';
import { refTitle } from '../filters/refTitle';
import { SearchField } from '../filters/SearchField';
import { VERDICT_FILTERS, VerdictFilter } from './useVerdictList';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1.5),
  },
}));

const SHOWN: { name: VerdictFilter; title: string; facet: keyof Facets }[] = [
  { name: 'owner', title: 'Owner', facet: 'owners' },
  { name: 'domain', title: 'Domain', facet: 'domains' },
  { name: 'system', title: 'System', facet: 'systems' },
  { name: 'kind', title: 'Kind', facet: 'kinds' },
  { name: 'tag', title: 'Tag', facet: 'tags' },
  { name: 'environment', title: 'Environment', facet: 'environments' },
  { name: 'metric', title: 'Metric', facet: 'metrics' },
];

const TITLES: Partial<Record<VerdictFilter, string>> = Object.fromEntries(
  SHOWN.map(({ name, title }) => [name, title]),
);

function valueTitle(name: VerdictFilter, value: string): string {
  switch (name) {
    case 'owner':
    case 'system':
    case 'domain':
      return refTitle(value);
    case 'metric':
      return getMetric(value)?.title ?? value;
    case 'state':
      return STATE_WORDS[value as VerdictState] ?? value;
    default:
      return value;
  }
}

function filterTitle(name: VerdictFilter, value: string): string {
  const title = TITLES[name] ?? name[0].toUpperCase() + name.slice(1);
  return `${title}: ${valueTitle(name, value)}`;
}

/** Everything one can narrow the budgets down by. */
export function BudgetFilters(props: { view: ViewState; onClear: () => void }) {
  const { view, onClear } = props;
  const classes = useStyles();
  const facets = usePerformanceData(api => api.listFacets(), []);

  const change = (name: string, values: string[]) =>
    view.update({ [name]: values, offset: undefined });
  const active: ActiveFilter[] = VERDICT_FILTERS.flatMap(name =>
    view.getAll(name).map(value => ({
      name,
      value,
      title: filterTitle(name, value),
    })),
  );

  return (
    <>
      <div className={classes.row} role="search" aria-label="Filter budgets">
        <SearchField
          label="Find an entity, journey or endpoint"
          value={view.get('q')}
          onChange={q => view.update({ q, offset: undefined })}
        />
        {SHOWN.map(({ name, title, facet }) => (
          <FacetFilter
            key={name}
            title={title}
            options={facets.value?.[facet].map(({ value, count }) => ({
              value,
              title: valueTitle(name, value),
              count,
            }))}
            chosen={view.getAll(name)}
            onChange={values => change(name, values)}
          />
        ))}
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
            onClear={onClear}
          />
        </div>
      )}
    </>
  );
}
