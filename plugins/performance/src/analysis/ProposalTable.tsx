import { ReactNode, useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import {
  AnalysisProposal,
  AnalysisSummary,
  mutedColour,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  RiskGradeLabel,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  title: {
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** Proposals in rows. */
export function ProposalTable(
  props: {
    rows?: AnalysisProposal[];
    /** What the rules are called. */
    rules?: AnalysisSummary['rules'];
    onOpen: (proposal: AnalysisProposal) => void;
    empty: ReactNode;
  } & Pick<
    PagedTableProps<AnalysisProposal>,
    'selectedKey' | 'sort' | 'onSort' | 'page' | 'skeletonRows'
  >,
) {
  const { rules, onOpen, ...table } = props;
  const classes = useStyles();
  const latestOnOpen = useLatest(onOpen);

  const columns = useMemo((): PagedTableColumn<AnalysisProposal>[] => {
    const titles = new Map(rules?.map(({ rule, title }) => [rule, title]));
    return [
      {
        id: 'title',
        title: 'Proposal',
        sort: 'title',
        leading: true,
        render: proposal => (
          <>
            <Link
              component="button"
              className={classes.title}
              onClick={event => {
                event.stopPropagation();
                latestOnOpen.current(proposal);
              }}
            >
              {proposal.title}
            </Link>
            <span className={classes.detail}>{titles.get(proposal.rule)}</span>
            {proposal.suppression && (
              <span className={classes.detail}>
                Suppressed: {proposal.suppression.reason}
              </span>
            )}
          </>
        ),
      },
      {
        id: 'severity',
        title: 'Severity',
        sort: 'risk',
        width: 120,
        render: ({ severity }) => <RiskGradeLabel grade={severity} />,
      },
      {
        id: 'likelihood',
        title: 'Likelihood',
        width: 120,
        render: ({ likelihood }) => <RiskGradeLabel grade={likelihood} />,
      },
      {
        id: 'entity',
        title: 'Entity',
        sort: 'entity',
        width: 200,
        render: ({ entity }) => (
          <span onClick={event => event.stopPropagation()} role="presentation">
            <EntityRefLink
              entityRef={entity.entityRef}
              hideIcon
              disableTooltip
            />
            {entity.owner && (
              <span className={classes.detail}>
                <EntityRefLink
                  entityRef={entity.owner}
                  hideIcon
                  disableTooltip
                />
              </span>
            )}
          </span>
        ),
      },
      {
        id: 'firstSeenAt',
        title: 'Since',
        sort: 'firstSeenAt',
        width: 96,
        render: ({ firstSeenAt }) => (
          <RelativeTime instant={firstSeenAt} variant="day" />
        ),
      },
    ];
  }, [classes, latestOnOpen, rules]);

  return (
    <PagedTable
      {...table}
      label="Proposals"
      columns={columns}
      rowKey={({ id }) => id}
      onRowClick={onOpen}
    />
  );
}
