import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import MuiLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  ReviewDetail,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { listQuestions } from './listQuestions';
import { PublishProblems } from './PublishProblems';
import { TemplateUpdateDialog } from './TemplateUpdateDialog';
import { Answers } from './useAnswers';

const useStyles = makeStyles(theme => ({
  notice: {
    marginBottom: theme.spacing(2),
    '& .MuiAlert-message': { minWidth: 0 },
  },
}));

/** What somebody has to know of a review before anything else. */
export function ReviewNotices(props: {
  review: ReviewDetail;
  answers: Answers;
  onFailure: () => void;
}) {
  const { review, answers, onFailure } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const [updating, setUpdating] = useState(false);
  const { templateUpdate, may, status, stale } = review;
  const working = status === 'draft' || status === 'in-review';
  const unsaved = listQuestions(review.templateSpec).filter(({ question }) =>
    ['failed', 'conflict'].includes(answers.autosave.get(question.name).phase),
  );

  return (
    <>
      {working && !may.answer && !may.conduct && (
        <Alert severity="info" className={classes.notice}>
          You may read this review. Its reviewers and the owners of{' '}
          <EntityRefLink entityRef={review.entity.entityRef} hideIcon /> answer
          it, and architects publish it.
        </Alert>
      )}
      {unsaved.length > 0 && (
        <Alert severity="error" className={classes.notice}>
          {unsaved.length === 1
            ? 'One answer isn’t saved: '
            : `${unsaved.length} answers aren’t saved: `}
          {unsaved.map(({ question }, index) => (
            <span key={question.name}>
              {index > 0 && ', '}
              <Link
                underline="always"
                to={links.review(review.id, {
                  view: 'questions',
                  question: question.name,
                })}
              >
                {question.title}
              </Link>
            </span>
          ))}
          . Keep this page open.
        </Alert>
      )}
      {status === 'published' && stale.length > 0 && (
        <Alert severity="warning" className={classes.notice}>
          {stale.length === 1
            ? 'One answer is stale, since what it is about has changed:'
            : `${stale.length} answers are stale, since what they are about has changed:`}{' '}
          <PublishProblems
            reviewId={review.id}
            problems={stale.map(({ question }) => ({
              question,
              problem: 'stale',
              message:
                listQuestions(review.templateSpec).find(
                  placed => placed.question.name === question,
                )?.question.title ?? question,
            }))}
          />
        </Alert>
      )}
      {status === 'in-review' && answers.problems.length > 0 && (
        <Alert severity="info" className={classes.notice}>
          What keeps it from being published:
          <PublishProblems reviewId={review.id} problems={answers.problems} />
        </Alert>
      )}
      {templateUpdate && status !== 'archived' && (
        <Alert severity="info" className={classes.notice}>
          {templateUpdate.version === review.template.version
            ? 'The template has changed since the review took it up.'
            : `The template is at version ${templateUpdate.version}; this review is by version ${review.template.version}.`}
          {!working && ' Reopen the review to move it there.'}{' '}
          {working && may.conduct && (
            <MuiLink
              component="button"
              variant="body2"
              color="inherit"
              underline="always"
              onClick={() => setUpdating(true)}
            >
              See what is new
            </MuiLink>
          )}
        </Alert>
      )}
      {updating && (
        <TemplateUpdateDialog
          review={review}
          onFailure={onFailure}
          onClose={() => setUpdating(false)}
        />
      )}
    </>
  );
}
