import { ResponseErrorPanel } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Panel,
  usePerformanceData,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { FacetedFilters } from '../filters/FacetedFilters';
import { GoalPanel } from './GoalPanel';
import { HeatMapPanel } from './HeatMapPanel';
import { MoversPanel } from './MoversPanel';
import { OffendersPanel } from './OffendersPanel';
import { OVERVIEW_FILTERS, overviewQuery } from './overviewFilters';
import { PrintButton } from './PrintButton';
import { scopedQuery, scopeOf } from './scopes';
import { TrendPanel } from './TrendPanel';

const useStyles = makeStyles(theme => ({
  print: { marginLeft: 'auto' },
  pair: {
    display: 'grid',
    columnGap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(440px, 100%), 1fr))',
  },
}));

/** Whether the organisation keeps its limits, who doesn't, and whether it is getting better. */
export function OverviewPage() {
  const classes = useStyles();
  const view = useViewState();
  const query = overviewQuery(view);
  const scope = scopeOf(view);
  const facets = usePerformanceData(api => api.listFacets(), []);
  const scoped = scopedQuery(query, scope, facets.value);

  return (
    <>
      <FacetedFilters
        view={view}
        label="Filter the overview"
        shown={['owner', 'domain', 'environment', 'tag', 'lifecycle']}
        more={['system', 'kind', 'type']}
        onClear={() =>
          view.update(
            Object.fromEntries(OVERVIEW_FILTERS.map(name => [name, undefined])),
          )
        }
      >
        <span className={classes.print}>
          <PrintButton query={query} />
        </span>
      </FacetedFilters>
      <GoalPanel view={view} query={query} />
      <HeatMapPanel view={view} query={query} />
      {facets.error && <ResponseErrorPanel error={facets.error} />}
      {!facets.error && !facets.value && (
        <Panel>
          <Skeleton variant="rect" height={320} />
        </Panel>
      )}
      {facets.value && (
        <>
          <TrendPanel
            view={view}
            query={scoped}
            scope={scope}
            facets={facets.value}
          />
          <div className={classes.pair}>
            <MoversPanel query={scoped} />
            <OffendersPanel query={scoped} />
          </div>
        </>
      )}
    </>
  );
}
