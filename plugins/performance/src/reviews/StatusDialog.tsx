import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  performanceApiRef,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { StatusStep } from './statusSteps';

/** Puts a review to another status. */
export function StatusDialog(props: {
  review: ReviewDetail;
  step: StatusStep;
  onFailure: () => void;
  onClose: () => void;
}) {
  const { review, step, onFailure, onClose } = props;
  const api = useApi(performanceApiRef);
  const id = useId();
  const [note, setNote] = useState('');
  const [next, setNext] = useState(review.nextReviewAt?.slice(0, 10) ?? '');
  const publishes = step.to === 'published';

  return (
    <ActionDialog
      title={step.title}
      intro={step.intro}
      action={step.action}
      ready={!step.needsNote || note.trim() !== ''}
      onAction={async () => {
        try {
          await api.reviews.setStatus(review.id, {
            version: review.version,
            status: step.to,
            ...(note.trim() && { note: note.trim() }),
            ...(publishes &&
              next && { nextReviewAt: new Date(next).toISOString() }),
          });
        } catch (error) {
          onFailure();
          throw error;
        }
      }}
      onClose={onClose}
    >
      {publishes && (
        <TextField
          id={id}
          label="Next review"
          type="date"
          variant="outlined"
          value={next}
          onChange={event => setNext(event.target.value)}
          InputLabelProps={{ shrink: true }}
          helperText="What the template says, unless given"
        />
      )}
      <LongText
        label="Note"
        required={step.needsNote}
        value={note}
        onChange={setNote}
        helperText="Kept in the history"
      />
    </ActionDialog>
  );
}
