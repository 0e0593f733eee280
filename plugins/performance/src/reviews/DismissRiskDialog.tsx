import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  performanceApiRef,
  ReviewDetail,
  ReviewRaisedRisk,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';

/** What the backend asks of a reason. */
const MIN_REASON = 10;

/** Says why nothing has to be made of a risk. */
export function DismissRiskDialog(props: {
  review: ReviewDetail;
  risk: ReviewRaisedRisk;
  onClose: () => void;
}) {
  const { review, risk, onClose } = props;
  const api = useApi(performanceApiRef);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title="Dismiss this risk"
      intro={`Nothing is made of ‘${risk.title}’. Your name and reason stay with the review, and it can be taken back.`}
      action="Dismiss"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() =>
        api.reviews.dismissRisk(
          { reviewId: review.id, question: risk.question, index: risk.index },
          reason.trim(),
        )
      }
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText={`Why it is none here, in ${MIN_REASON} characters or more.`}
      />
    </ActionDialog>
  );
}
