import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  formatShare,
  Offender,
  PagedTable,
  PagedTableColumn,
  Panel,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { listQuery, OVERVIEW_FILTERS, OverviewQuery } from './overviewFilters';

const LIMIT = 6;

/** Who has the most failures. */
export function OffendersPanel(props: { query: OverviewQuery }) {
  const { query } = props;
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.rollups.listOffenders({ ...query, limit: LIMIT }),
    [JSON.stringify(query)],
  );
  const list = (offender: Offender, more: Record<string, string>) =>
    links.budgets(listQuery(query, { entityRef: offender.value, ...more }));
  const columns: PagedTableColumn<Offender>[] = [
    {
      id: 'entity',
      title: 'Entity',
      leading: true,
      render: offender => <EntityRefLink entityRef={offender.value} hideIcon />,
    },
    {
      id: 'fail',
      title: 'Fail',
      align: 'right',
      render: offender => (
        <Link
          underline="always"
          to={list(offender, { state: 'fail' })}
          aria-label={`${offender.counts.states.fail} failures of ${offender.value}`}
        >
          {offender.counts.states.fail.toLocaleString('en')}
        </Link>
      ),
    },
    {
      id: 'waived',
      title: 'Waived',
      align: 'right',
      render: offender =>
        offender.counts.waived > 0 ? (
          <Link
            underline="always"
            to={list(offender, { waived: 'true' })}
            aria-label={`${offender.counts.waived} waived of ${offender.value}`}
          >
            {offender.counts.waived.toLocaleString('en')}
          </Link>
        ) : (
          '–'
        ),
    },
    {
      id: 'share',
      title: 'Within limits',
      align: 'right',
      render: ({ counts }) =>
        `${formatShare(counts.within, counts.total)} of ${counts.total}`,
    },
  ];

  return (
    <Panel flush title="Worst offenders">
      {error ? (
        <ResponseErrorPanel error={error} />
      ) : (
        <PagedTable
          label="Worst offenders"
          columns={columns}
          rows={value}
          rowKey={offender => offender.value}
          empty={
            OVERVIEW_FILTERS.some(name => query[name])
              ? 'Nothing that matches these filters fails.'
              : 'Nothing fails.'
          }
          skeletonRows={LIMIT}
        />
      )}
    </Panel>
  );
}
