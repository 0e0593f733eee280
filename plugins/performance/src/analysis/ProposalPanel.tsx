import {
  AnalysisSummary,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { Loaded } from '../page/Loaded';
import { SidePanel } from '../page/SidePanel';
import { ProposalDetails } from './ProposalDetails';

const HEIGHT = 420;

/** One proposal, beside the list it was opened from. */
export function ProposalPanel(props: {
  /** Open while given. */
  proposalId: string | undefined;
  rules?: AnalysisSummary['rules'];
  onClose: () => void;
}) {
  const { proposalId, rules, onClose } = props;
  return (
    <SidePanel
      label="Proposal details"
      wide
      open={proposalId !== undefined}
      onClose={onClose}
    >
      {proposalId !== undefined && (
        <Contents key={proposalId} proposalId={proposalId} rules={rules} />
      )}
    </SidePanel>
  );
}

function Contents(props: {
  proposalId: string;
  rules?: AnalysisSummary['rules'];
}) {
  const { proposalId, rules } = props;
  const proposal = usePerformanceData(
    api => api.analysis.getProposal(proposalId),
    [proposalId],
  );
  return (
    <Loaded data={proposal} height={HEIGHT}>
      {value => (
        <ProposalDetails
          proposal={value}
          rule={rules?.find(({ rule }) => rule === value.rule)}
        />
      )}
    </Loaded>
  );
}
