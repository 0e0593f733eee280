import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  formatDuration,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  RowTitle,
  Run,
  STATE_WORDS,
  StateLabel,
  STATES_WORST_FIRST,
  toolName,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
  chip: { margin: theme.spacing(0, 0, 0, 1), height: 20 },
  commit: { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
}));

/** Counts in words, worst first: `1 fail, 2 pass`. */
function countsWords(run: Run): string {
  return STATES_WORST_FIRST.filter(state => run.counts[state] > 0)
    .map(state => `${run.counts[state]} ${STATE_WORDS[state].toLowerCase()}`)
    .join(', ');
}

/** Runs, one per row. */
export function RunsTable(
  props: Omit<PagedTableProps<Run>, 'columns' | 'rowKey' | 'label'> & {
    withEntity?: boolean;
  },
) {
  const { withEntity, ...tableProps } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();

  const columns: PagedTableColumn<Run>[] = [
    {
      id: 'outcome',
      title: 'Outcome',
      width: 112,
      leading: true,
      render: run =>
        run.outcome ? (
          <StateLabel state={run.outcome} />
        ) : (
          <StateLabel state="not-applicable" word="Not judged" />
        ),
    },
    {
      id: 'startedAt',
      title: 'Run',
      sort: 'startedAt',
      leading: true,
      render: run => (
        <>
          <RowTitle to={links.run(run.id)}>
            {toolName(run.tool)}, <RelativeTime instant={run.startedAt} />
          </RowTitle>
          {run.invalid && (
            <Chip size="small" label="Invalid" className={classes.chip} />
          )}
          {run.release && (
            <Chip
              size="small"
              variant="outlined"
              label={`Release ${run.release}`}
              className={classes.chip}
            />
          )}
          <span className={classes.detail}>{countsWords(run)}</span>
        </>
      ),
    },
  ];
  if (withEntity) {
    columns.push({
      id: 'entity',
      title: 'Entity',
      render: run => <EntityRefLink entityRef={run.entityRef} hideIcon />,
    });
  }
  columns.push(
    {
      id: 'environment',
      title: 'Environment',
      sort: 'environment',
      render: run => run.environment,
    },
    {
      id: 'branch',
      title: 'Branch',
      render: run => (
        <>
          {run.branch ?? '–'}
          <span className={classes.detail}>
            {run.commit && (
              <span className={classes.commit}>{run.commit.slice(0, 8)}</span>
            )}
            {!run.tracked && ' not tracked'}
          </span>
        </>
      ),
    },
    {
      id: 'p95',
      title: 'p95',
      align: 'right',
      width: 80,
      render: run =>
        run.p95 === undefined ? '–' : formatQuantity(run.p95, 'ms'),
    },
    {
      id: 'requests',
      title: 'Requests',
      align: 'right',
      width: 96,
      render: run => run.requests?.toLocaleString('en') ?? '–',
    },
    {
      id: 'duration',
      title: 'Took',
      sort: 'durationSeconds',
      align: 'right',
      width: 88,
      render: run =>
        run.durationSeconds === undefined
          ? '–'
          : formatDuration(run.durationSeconds),
    },
  );

  return (
    <PagedTable
      label="Runs"
      columns={columns}
      rowKey={run => run.id}
      {...tableProps}
    />
  );
}
