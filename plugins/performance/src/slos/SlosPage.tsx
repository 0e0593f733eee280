import { ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  PerformanceApi,
  StateCountFilter,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { ExportButton } from '../export/ExportButton';
import { Choice } from '../filters/Choice';
import { FacetedFilters } from '../filters/FacetedFilters';
import { FirstSlo } from './FirstSlo';
import { MetricSourceNotice } from './MetricSourceNotice';
import { BURN_ALERT_WORDS } from './burnAlertWords';
import { SloGroups } from './SloGroups';
import { SloPanel } from './SloPanel';
import { SloTable } from './SloTable';
import { slosCsv } from './slosCsv';
import { SLO_GROUPINGS, SloList, useSloList } from './useSloList';

const useStyles = makeStyles(theme => ({
  top: { marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2, 0.5),
  },
  choice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

function loadSloFacets(api: PerformanceApi) {
  return api.slos.listFacets();
}

/** Whether nothing narrows the list down, so that an empty one means that there are no SLOs. */
function isUnfiltered({ query }: SloList): boolean {
  const { sort, order, limit, offset, groupBy, ...filters } = query;
  return Object.values(filters).every(value => value === undefined);
}

/** All SLOs the caller may see, the fastest burning first. */
export function SlosPage() {
  const classes = useStyles();
  const list = useSloList();
  const { search } = useLocation();
  const { value, view, groupBy } = list;
  const open = view.get('slo');

  if (value && value.totalItems === 0 && isUnfiltered(list)) {
    return <FirstSlo />;
  }
  return (
    <>
      <MetricSourceNotice />
      <div className={classes.top}>
        <StateCountFilter
          counts={value?.counts}
          chosen={list.states}
          onChange={list.onStatesChange}
        />
      </div>
      <FacetedFilters
        view={view}
        label="Filter SLOs"
        searchLabel="Find an entity or SLO"
        shown={['owner', 'domain', 'system', 'environment', 'definition']}
        more={['source', 'kind', 'type', 'tag', 'lifecycle']}
        others={['entityRef', 'state']}
        own={[
          {
            name: 'alert',
            title: 'Alert',
            options: (['page', 'ticket'] as const).map(severity => ({
              value: severity,
              title: BURN_ALERT_WORDS[severity],
              count: value?.alerts[severity],
            })),
          },
          {
            name: 'composite',
            title: 'Made of',
            options: [{ value: 'true', title: 'Several parts' }],
          },
        ]}
        loadFacets={loadSloFacets}
        onClear={list.clear}
      />
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <div className={classes.head}>
            <span className={classes.choice}>
              Group by
              <Choice
                label="Group by"
                options={SLO_GROUPINGS}
                chosen={groupBy}
                onChange={next =>
                  view.update({
                    groupBy: next === 'none' ? undefined : next,
                    offset: undefined,
                  })
                }
              />
            </span>
            <ExportButton
              fileName="slos.csv"
              listPage={(api, page) =>
                api.slos.list({ ...list.query, groupBy: undefined, ...page })
              }
              toCsv={slosCsv}
            />
          </div>
          {groupBy === 'none' ? (
            <SloTable
              label="SLOs"
              withEntity
              rows={value?.items}
              selectedKey={open}
              onOpen={slo => view.update({ slo: slo.id }, { push: true })}
              sort={list.sort}
              onSort={list.onSort}
              page={list.page}
              empty={
                <>
                  <p>No SLO matches these filters.</p>
                  <Button variant="outlined" onClick={list.clear}>
                    Clear filters
                  </Button>
                </>
              }
            />
          ) : (
            <SloGroups
              groups={value?.groups}
              groupBy={groupBy}
              search={new URLSearchParams(search)}
            />
          )}
        </Panel>
      )}
      <SloPanel sloId={open} onClose={() => view.update({ slo: undefined })} />
    </>
  );
}
