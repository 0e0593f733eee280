import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  Dispute,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  Panel,
  RelativeTime,
  StateLabel,
  usePerformanceData,
  usePerformanceLinks,
  useViewState,
} from '@perf-governance/plugin-performance-react';
import { DISPUTE_WORDS } from './disputeWords';
import { ResolveDialog } from './ResolveDialog';

const DEFAULT_LIMIT = 25;

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600 },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** Verdicts that somebody says are wrong, the open ones first. */
export function DisputesTable() {
  const view = useViewState();
  const query = {
    limit: view.getNumber('limit', DEFAULT_LIMIT),
    offset: view.getNumber('offset', 0),
  };
  const { value, error } = usePerformanceData(
    api => api.disputes.list(query),
    [JSON.stringify(query)],
  );
  const [resolving, setResolving] = useState<Dispute>();
  const columns = useColumns(setResolving);

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  return (
    <>
      <Box mb={2}>
        <Typography variant="body2">
          A rule that is disputed often doesn’t get to block. Who settles a
          dispute says whether the verdict was wrong.
        </Typography>
      </Box>
      <Panel flush>
        <PagedTable
          label="Disputes"
          columns={columns}
          rows={value?.items}
          rowKey={({ id }) => id}
          empty="Nobody disputes a verdict. “Dispute this” is among the details of each."
          skeletonRows={5}
          page={{
            ...query,
            totalItems: value?.totalItems ?? 0,
            onChange: (offset, limit) =>
              view.update({
                offset: offset || undefined,
                limit: limit === DEFAULT_LIMIT ? undefined : limit,
              }),
          }}
        />
      </Panel>
      {resolving && (
        <ResolveDialog
          dispute={resolving}
          onClose={() => setResolving(undefined)}
        />
      )}
    </>
  );
}

function useColumns(
  onResolve: (dispute: Dispute) => void,
): PagedTableColumn<Dispute>[] {
  const classes = useStyles();
  const links = usePerformanceLinks();
  return [
    {
      id: 'rule',
      title: 'Verdict',
      leading: true,
      render: dispute => (
        <>
          <Link
            className={classes.title}
            to={links.budgets({
              entityRef: dispute.entity.entityRef,
              verdict: dispute.verdictId,
            })}
          >
            {[...Object.values(dispute.labels), dispute.title].join(' · ')}
          </Link>
          <span className={classes.detail}>
            <EntityRefLink
              entityRef={dispute.entity.entityRef}
              hideIcon
              disableTooltip
            />
            {dispute.environment !== '*' && ` in ${dispute.environment}`}
          </span>
        </>
      ),
    },
    {
      id: 'state',
      title: 'Said',
      width: 112,
      render: ({ state }) => <StateLabel state={state} />,
    },
    {
      id: 'reason',
      title: 'Why it is wrong',
      width: '32%',
      render: ({ reason }) => reason,
    },
    {
      id: 'by',
      title: 'Disputed',
      width: 128,
      render: ({ by, at }) => (
        <>
          <RelativeTime instant={at} variant="day" />
          <span className={classes.detail}>
            <EntityRefLink entityRef={by} hideIcon disableTooltip />
          </span>
        </>
      ),
    },
    {
      id: 'status',
      title: 'Outcome',
      width: '18%',
      render: dispute => (
        <>
          {DISPUTE_WORDS[dispute.status]}
          {dispute.resolution && (
            <span className={classes.detail}>{dispute.resolution.note}</span>
          )}
        </>
      ),
    },
    {
      id: 'settle',
      title: '',
      width: 88,
      render: dispute =>
        dispute.may.resolve && (
          <Button
            size="small"
            aria-label={`Settle: ${dispute.title} of ${dispute.entity.name}`}
            onClick={() => onResolve(dispute)}
          >
            Settle
          </Button>
        ),
    },
  ];
}
