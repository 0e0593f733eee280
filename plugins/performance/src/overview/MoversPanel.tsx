import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import {
  formatDay,
  Mover,
  PagedTable,
  PagedTableColumn,
  Panel,
  RollupCounts,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { listQuery, OverviewQuery } from './overviewFilters';

const DAYS = 30;
const LIMIT = 6;

function countWords(counts: RollupCounts): string {
  return `${counts.within} of ${counts.total}`;
}

function changeWords(change: number): string {
  const points = Math.round(Math.abs(100 * change));
  const sign = change < 0 ? '−' : '+';
  return `${sign}${points < 1 ? '<1' : points} points, ${
    change < 0 ? 'worse' : 'better'
  }`;
}

/** Whose share has changed most. */
export function MoversPanel(props: { query: OverviewQuery }) {
  const { query } = props;
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.rollups.listMovers({ ...query, days: DAYS, limit: LIMIT }),
    [JSON.stringify(query)],
  );
  const columns: PagedTableColumn<Mover>[] = [
    {
      id: 'entity',
      title: 'Entity',
      leading: true,
      render: mover => <EntityRefLink entityRef={mover.value} hideIcon />,
    },
    {
      id: 'then',
      title: value ? formatDay(value.from, new Date()) : 'Then',
      align: 'right',
      render: mover => countWords(mover.then),
    },
    {
      id: 'now',
      title: 'Now',
      align: 'right',
      render: mover => (
        <Link
          underline="always"
          to={links.budgets(listQuery(query, { entityRef: mover.value }))}
          aria-label={`${countWords(mover.now)} of ${mover.value}`}
        >
          {countWords(mover.now)}
        </Link>
      ),
    },
    {
      id: 'change',
      title: 'Change of share',
      align: 'right',
      render: mover => <strong>{changeWords(mover.change)}</strong>,
    },
  ];

  return (
    <Panel
      flush
      title={`Biggest movers in ${DAYS} days`}
      actions={
        <Typography variant="body2" color="textSecondary">
          Of what had a value both then and now
        </Typography>
      }
    >
      {error ? (
        <ResponseErrorPanel error={error} />
      ) : (
        <PagedTable
          label="Biggest movers"
          columns={columns}
          rows={value?.items}
          rowKey={mover => mover.value}
          empty="Nothing has changed for the better or the worse."
          skeletonRows={LIMIT}
        />
      )}
    </Panel>
  );
}
