import { ReactNode, useMemo } from 'react';
import useLatest from 'react-use/esm/useLatest';
import {
  AnalysisProposal,
  AnalysisSummary,
  PagedTable,
  PagedTableColumn,
  PagedTableProps,
  RelativeTime,
  RiskGradeLabel,
  RowDetail,
  RowEntityLink,
  RowTitle,
} from '@perf-governance/plugin-performance-react';

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
            <RowTitle onOpen={() => latestOnOpen.current(proposal)}>
              {proposal.title}
            </RowTitle>
            <RowDetail>{titles.get(proposal.rule)}</RowDetail>
            {proposal.suppression && (
              <RowDetail>Suppressed: {proposal.suppression.reason}</RowDetail>
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
          <>
            <RowEntityLink entityRef={entity.entityRef} />
            {entity.owner && (
              <RowDetail>
                <RowEntityLink entityRef={entity.owner} />
              </RowDetail>
            )}
          </>
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
  }, [latestOnOpen, rules]);

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
