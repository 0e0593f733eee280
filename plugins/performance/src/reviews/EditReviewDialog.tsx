import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  performanceApiRef,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { EntitiesPicker } from './EntityPicker';

/** Changes a review's title, reviewers and next date. */
export function EditReviewDialog(props: {
  review: ReviewDetail;
  onFailure: () => void;
  onClose: () => void;
}) {
  const { review, onFailure, onClose } = props;
  const api = useApi(performanceApiRef);
  const ids = { title: useId(), next: useId() };
  const [title, setTitle] = useState(review.title);
  const [reviewers, setReviewers] = useState(review.reviewers);
  const [next, setNext] = useState(review.nextReviewAt?.slice(0, 10) ?? '');

  return (
    <ActionDialog
      title="Change the review"
      intro="Reviewers are told when it is handed in, and may answer, comment and attach files."
      action="Save"
      ready={title.trim() !== ''}
      onAction={async () => {
        try {
          await api.reviews.update(review.id, {
            version: review.version,
            title: title.trim(),
            reviewers,
            nextReviewAt: next ? new Date(next).toISOString() : null,
          });
        } catch (error) {
          onFailure();
          throw error;
        }
      }}
      onClose={onClose}
    >
      <TextField
        id={ids.title}
        label="Title"
        required
        variant="outlined"
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <EntitiesPicker
        label="Reviewers"
        kinds={['user', 'group']}
        entityRefs={reviewers}
        onChange={setReviewers}
        helperText="People and groups"
      />
      <TextField
        id={ids.next}
        label="Next review"
        type="date"
        variant="outlined"
        value={next}
        onChange={event => setNext(event.target.value)}
        InputLabelProps={{ shrink: true }}
        helperText={
          review.published
            ? 'Empty for none'
            : 'Empty for what the template says from publication on'
        }
      />
    </ActionDialog>
  );
}
