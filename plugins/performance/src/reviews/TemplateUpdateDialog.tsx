import { ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  mutedColour,
  performanceApiRef,
  ReviewDetail,
  ReviewTemplateUpdate,
  stateColours,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';

type QuestionUpdate = NonNullable<ReviewTemplateUpdate['questions']>[number];

const WORDS: Record<QuestionUpdate['change'], string> = {
  added: 'New',
  removed: 'Gone',
  changed: 'Changed',
  moved: 'In another area',
};

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  change: { fontWeight: 600 },
  lost: { color: stateColours(theme, 'fail').strong, fontWeight: 600 },
  details: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    color: mutedColour(theme),
  },
}));

function fateOf(update: QuestionUpdate): string | undefined {
  if (!update.answered) {
    return undefined;
  }
  if (update.change === 'removed') {
    return 'Its answer stays in milestones and history.';
  }
  return update.answerLost ? undefined : 'Its answer stays.';
}

/** Shows what is new in a review's template, and moves the review there. */
export function TemplateUpdateDialog(props: {
  review: ReviewDetail;
  onFailure: () => void;
  onClose: () => void;
}) {
  const { review, onFailure, onClose } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const { value, error } = usePerformanceData(
    requests => requests.reviews.getTemplateUpdate(review.id),
    [review.id],
  );
  const id = value?.id;
  return (
    <ActionDialog
      title={
        value?.available
          ? `From version ${value.from} to ${value.to} of the template`
          : 'What is new in the template'
      }
      intro="Answers to questions that stay are kept. A milestone beforehand keeps everything as it is now."
      action="Move the review"
      ready={id !== undefined}
      onAction={async () => {
        try {
          if (id !== undefined) {
            await api.reviews.updateTemplate(review.id, review.version, id);
          }
        } catch (failure) {
          onFailure();
          throw failure;
        }
      }}
      onClose={onClose}
    >
      {error && <ResponseErrorPanel error={error} />}
      {!error && !value && <Skeleton variant="rect" height={160} />}
      {value &&
        !value.available &&
        'Nothing: the review is by its newest version.'}
      <ul className={classes.list}>
        {value?.questions?.map(update => (
          <li key={update.question}>
            <span className={classes.change}>{WORDS[update.change]}</span>:{' '}
            {update.title}
            <ul className={classes.details}>
              {update.details.map(detail => (
                <li key={detail}>{detail}</li>
              ))}
              {fateOf(update) && <li>{fateOf(update)}</li>}
            </ul>
            {update.answerLost && update.change !== 'removed' && (
              <span className={classes.lost}>
                Its answer doesn’t fit any more and has to be given again.
              </span>
            )}
          </li>
        ))}
      </ul>
    </ActionDialog>
  );
}
