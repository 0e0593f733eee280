import { useState } from 'react';
import Button from '@material-ui/core/Button';
import AttachFileIcon from '@material-ui/icons/AttachFile';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import { ReviewDetail } from '@perf-governance/plugin-performance-react';
import { EvidenceDialog } from './EvidenceDialog';
import { EvidenceList } from './EvidenceList';

/** The evidence of an answer while it is being given. */
export function QuestionEvidence(props: {
  review: ReviewDetail;
  answer: ReviewAnswer;
  onChange: (answer: ReviewAnswer) => void;
}) {
  const { review, answer, onChange } = props;
  const [adding, setAdding] = useState(false);
  const evidence = answer.evidence ?? [];
  return (
    <div>
      {evidence.length > 0 && (
        <EvidenceList
          reviewId={review.id}
          entityRef={review.subject.entityRef}
          evidence={evidence}
          onChange={next => onChange({ ...answer, evidence: next })}
        />
      )}
      <Button
        size="small"
        startIcon={<AttachFileIcon />}
        onClick={() => setAdding(true)}
      >
        Add evidence
      </Button>
      {adding && (
        <EvidenceDialog
          review={review}
          onAdd={item => onChange({ ...answer, evidence: [...evidence, item] })}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
