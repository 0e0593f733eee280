import { makeStyles } from '@material-ui/core/styles';
import { useViewState } from '@perf-governance/plugin-performance-react';
import { FacetedFilters } from '../filters/FacetedFilters';
import { GoalPanel } from './GoalPanel';
import { HeatMapPanel } from './HeatMapPanel';
import { MoversPanel } from './MoversPanel';
import { OffendersPanel } from './OffendersPanel';
import { OVERVIEW_FILTERS, overviewQuery } from './overviewFilters';
import { PrintButton } from './PrintButton';
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
      <TrendPanel view={view} query={query} />
      <div className={classes.pair}>
        <MoversPanel query={query} />
        <OffendersPanel query={query} />
      </div>
    </>
  );
}
