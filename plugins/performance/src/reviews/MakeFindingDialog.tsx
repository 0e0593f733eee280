import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  findingName,
  performanceApiRef,
  ReviewDetail,
  ReviewRaisedRisk,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import {
  FindingDraft,
  FindingFields,
  isCompleteDraft,
  trimDraft,
} from '../findings/FindingFields';

/** Makes a finding of a risk; the template says most of it already. */
export function MakeFindingDialog(props: {
  review: ReviewDetail;
  risk: ReviewRaisedRisk;
  onClose: () => void;
}) {
  const { review, risk, onClose } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [draft, setDraft] = useState<FindingDraft>({
    title: risk.title,
    description: risk.description ?? '',
    recommendation: risk.recommendation,
    category: risk.category,
    severity: risk.severity,
    likelihood: risk.likelihood,
    effort: risk.effort,
    owner: review.entity.owner,
  });

  return (
    <ActionDialog
      title="Make a finding"
      intro="It becomes work with an owner. What the template says of the risk is filled in; make it fit what you saw."
      action="Make finding"
      ready={isCompleteDraft(draft)}
      onAction={async () => {
        const { findingId } = await api.reviews.makeFinding(
          { reviewId: review.id, question: risk.question, index: risk.index },
          trimDraft(draft),
        );
        alertApi.post({
          message: `${findingName(findingId)} is on the list of findings.`,
          severity: 'success',
          display: 'transient',
        });
      }}
      onClose={onClose}
    >
      <FindingFields draft={draft} onChange={setDraft} />
    </ActionDialog>
  );
}
