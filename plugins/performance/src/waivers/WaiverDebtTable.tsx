import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Box from '@material-ui/core/Box';
import {
  PagedTable,
  PagedTableColumn,
  Panel,
  RelativeTime,
  usePerformanceData,
  usePerformanceLinks,
  WaiverDebt,
} from '@perf-governance/plugin-performance-react';

/** What each owner has had waived, the longest first. */
export function WaiverDebtTable() {
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.waivers.listDebt(),
    [],
  );
  const count = (
    debt: WaiverDebt,
    number: number,
    status: string | undefined,
    words: string,
  ) =>
    number === 0 ? (
      '–'
    ) : (
      <Link
        underline="always"
        to={links.waivers({ status, owner: debt.owner })}
        aria-label={`${number} ${words} of ${debt.owner}`}
      >
        {number.toLocaleString('en')}
      </Link>
    );
  const columns: PagedTableColumn<WaiverDebt>[] = [
    {
      id: 'owner',
      title: 'Owner',
      leading: true,
      render: ({ owner }) => <EntityRefLink entityRef={owner} hideIcon />,
    },
    {
      id: 'requested',
      title: 'Open requests',
      align: 'right',
      render: debt => count(debt, debt.requested, undefined, 'requests'),
    },
    {
      id: 'active',
      title: 'Active',
      align: 'right',
      render: debt => count(debt, debt.active, 'approved', 'active waivers'),
    },
    {
      id: 'days',
      title: 'Days waived so far',
      align: 'right',
      render: ({ daysWaived }) =>
        daysWaived.toLocaleString('en', { maximumFractionDigits: 0 }),
    },
    {
      id: 'oldest',
      title: 'Oldest active',
      render: ({ oldestAt }) =>
        oldestAt ? <RelativeTime instant={oldestAt} /> : '–',
    },
    {
      id: 'unfixed',
      title: 'Expired, still failing',
      align: 'right',
      render: debt =>
        count(debt, debt.expiredUnfixed, 'ended', 'expired and unfixed'),
    },
  ];

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  return (
    <>
      <Box mb={2}>
        <Typography variant="body2">
          A waiver buys time; the debt is how much was bought and not paid back.
        </Typography>
      </Box>
      <Panel flush>
        <PagedTable
          label="Waiver debt"
          columns={columns}
          rows={value}
          rowKey={({ owner }) => owner}
          empty="Nobody has had anything waived."
          skeletonRows={5}
        />
      </Panel>
    </>
  );
}
