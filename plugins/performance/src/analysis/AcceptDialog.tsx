import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  AnalysisProposalDetail,
  performanceApiRef,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { ActionDialog } from '../actions/ActionDialog';
import {
  FindingDraft,
  FindingFields,
  isCompleteDraft,
  trimDraft,
} from '../findings/FindingFields';

/** Makes a finding of a proposal, with whatever somebody knows better than the rule. */
export function AcceptDialog(props: {
  proposal: AnalysisProposalDetail;
  onClose: () => void;
}) {
  const { proposal, onClose } = props;
  const api = useApi(performanceApiRef);
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<FindingDraft>({
    title: proposal.title,
    description: proposal.explanation,
    recommendation: proposal.recommendation,
    category: proposal.category,
    severity: proposal.severity,
    likelihood: proposal.likelihood,
    owner: proposal.entity.owner,
  });

  return (
    <ActionDialog
      title="Make a finding"
      intro="It becomes work with an owner. What the analysis found is filled in; change what you know better."
      action="Make finding"
      ready={isCompleteDraft(draft)}
      onAction={async () => {
        const findingId = await api.analysis.accept(
          proposal.id,
          trimDraft(draft),
        );
        navigate(links.finding(findingId));
      }}
      onClose={onClose}
    >
      <FindingFields draft={draft} onChange={setDraft} />
    </ActionDialog>
  );
}
