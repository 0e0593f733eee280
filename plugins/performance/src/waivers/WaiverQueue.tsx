import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  PagedTable,
  Panel,
  usePerformanceLinks,
  WaiverCounts,
} from '@perf-governance/plugin-performance-react';
import { Choice } from '../filters/Choice';
import { FacetedFilters } from '../filters/FacetedFilters';
import { DecisionBar } from './DecisionBar';
import { useWaiverColumns } from './useWaiverColumns';
import { useWaiverList, WAIVER_GROUPS, WaiverList } from './useWaiverList';
import { WaiverPanel } from './WaiverPanel';

const useStyles = makeStyles(theme => ({
  groups: { marginBottom: theme.spacing(2) },
}));

const FILTERS = ['owner', 'entityRef', 'rule', 'q'];

function countOf(counts: WaiverCounts | undefined, id: string): string {
  const group = WAIVER_GROUPS.find(candidate => candidate.id === id);
  if (!counts || !group) {
    return '';
  }
  const count = group.statuses.reduce((sum, status) => sum + counts[status], 0);
  return ` (${count.toLocaleString('en')})`;
}

/** Waivers, those that wait for a decision first. */
export function WaiverQueue() {
  const classes = useStyles();
  const list = useWaiverList();
  const { view, group, value } = list;
  const [selected, setSelected] = useState<string[]>([]);
  const rows = value?.items;
  const decides = group.id === 'requested';
  const decidable = (rows ?? []).filter(({ may }) => may.approve);
  const chosen = decidable.filter(({ id }) => selected.includes(id));
  // Who may not decide at all needn't be told so row by row.
  const concerned = (rows ?? []).some(
    ({ may }) => may.approve || may.approveReason,
  );
  const columns = useWaiverColumns({
    decides,
    selects: decides && (rows === undefined || concerned),
    selected,
    onSelect: setSelected,
    onOpen: waiver => view.update({ waiver: waiver.id }, { push: true }),
  });

  return (
    <>
      <div className={classes.groups}>
        <Choice
          label="Status"
          options={WAIVER_GROUPS.map(({ id, title }) => ({
            value: id,
            title: `${title}${countOf(value?.counts, id)}`,
          }))}
          chosen={group.id}
          onChange={next =>
            view.update({
              status: next === WAIVER_GROUPS[0].id ? undefined : next,
              offset: undefined,
              sort: undefined,
              order: undefined,
            })
          }
        />
      </div>
      <FacetedFilters
        view={view}
        label="Filter waivers"
        searchLabel="Find an entity, rule or reason"
        shown={['owner']}
        others={['entityRef', 'rule']}
        onClear={list.clear}
      />
      {decides && rows && rows.length > 0 && !concerned && (
        <Typography paragraph variant="body2">
          Whoever has the permission to approve decides on these. You may follow
          them here.
        </Typography>
      )}
      {decides && rows && decidable.length > 0 && (
        <DecisionBar
          waivers={decidable}
          chosen={chosen}
          onSelect={setSelected}
        />
      )}
      {list.error ? (
        <ResponseErrorPanel error={list.error} />
      ) : (
        <Panel flush>
          <PagedTable
            label="Waivers"
            columns={columns}
            rows={rows}
            rowKey={waiver => waiver.id}
            onRowClick={waiver =>
              view.update({ waiver: waiver.id }, { push: true })
            }
            selectedKey={view.get('waiver')}
            sort={list.sort}
            onSort={list.onSort}
            page={list.page}
            empty={<NoWaivers list={list} />}
          />
        </Panel>
      )}
      <WaiverPanel
        waiverId={view.get('waiver')}
        onClose={() => view.update({ waiver: undefined })}
      />
    </>
  );
}

function NoWaivers(props: { list: WaiverList }) {
  const { view, group, clear } = props.list;
  const links = usePerformanceLinks();
  if (FILTERS.some(name => view.get(name) !== undefined)) {
    return (
      <>
        <p>No waiver matches these filters.</p>
        <Button variant="outlined" onClick={clear}>
          Clear filters
        </Button>
      </>
    );
  }
  return group.id === 'requested' ? (
    <>
      <p>Nobody waits for a decision.</p>
      <p>
        A waiver is asked for where a verdict fails: open one of the{' '}
        <Link to={links.budgets({ state: 'fail' })} underline="always">
          failing budgets
        </Link>{' '}
        and choose “Request waiver”.
      </p>
    </>
  ) : (
    <>None.</>
  );
}
