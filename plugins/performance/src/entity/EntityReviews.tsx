import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  mutedColour,
  Panel,
  RelativeTime,
  Review,
  RowTitle,
  StateLabel,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { countWords } from '../reviews/countWords';
import { FirstReview } from '../reviews/FirstReview';
import { NewReviewDialog } from '../reviews/NewReviewDialog';
import { reviewName } from '../reviews/reviewName';
import { ReviewStatusLabel } from '../reviews/ReviewStatusLabel';

/** More than an entity has templates and reviews that aren't archived. */
const LIMIT = 100;

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li': {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 3),
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& > li:last-child': { borderBottom: 0 },
  },
  detail: { color: mutedColour(theme) },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
}));

/** The newest review by each template, and of each thing planned here. */
function latestOf(reviews: Review[]): Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) {
    const key = `${review.subject.entityRef} ${review.template.definitionId}`;
    const other = latest.get(key);
    if (!other || other.createdAt < review.createdAt) {
      latest.set(key, review);
    }
  }
  return [...latest.values()].sort((one, other) =>
    one.template.title.localeCompare(other.template.title),
  );
}

/** An entity's reviews: the latest by each template, with what asks for attention. */
export function EntityReviews(props: { entityRef: string; mayBegin: boolean }) {
  const { entityRef, mayBegin } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const [adding, setAdding] = useState(false);
  const { value, error } = usePerformanceData(
    api => api.reviews.list({ entityRef, limit: LIMIT }),
    [entityRef],
  );

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Skeleton variant="rect" height={240} />;
  }
  const dialog = adding && (
    <NewReviewDialog entityRef={entityRef} onClose={() => setAdding(false)} />
  );
  if (value.totalItems === 0) {
    return (
      <>
        <FirstReview
          entityRef={entityRef}
          onBegin={mayBegin ? () => setAdding(true) : undefined}
        />
        {dialog}
      </>
    );
  }
  return (
    <Panel
      title="Reviews"
      actions={
        mayBegin && (
          <Button
            variant="outlined"
            size="small"
            onClick={() => setAdding(true)}
          >
            New review
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {latestOf(value.items).map(review => (
          <EntityReview key={review.id} review={review} />
        ))}
      </ul>
      <Typography variant="body2">
        <Link to={links.reviews({ entityRef })} underline="always">
          All reviews of this entity
        </Link>
      </Typography>
      {dialog}
    </Panel>
  );
}

function EntityReview(props: { review: Review }) {
  const { review } = props;
  const { subject, progress, risks, nextReviewAt } = review;
  const classes = useStyles();
  const links = usePerformanceLinks();
  return (
    <li>
      <div>
        <RowTitle to={links.review(review.id)}>
          {review.template.title}
        </RowTitle>
        <div className={classes.detail}>
          {reviewName(review.id)}
          {subject.planned &&
            `, of ${subject.title ?? subject.entityRef}, which is planned`}
          , {progress.answered} of {progress.questions} answered
          {risks.undecided > 0 &&
            `, ${countWords(risks.undecided, 'risk')} to decide on`}
        </div>
      </div>
      <div className={classes.marks}>
        {review.overdue && <StateLabel state="warn" word="Overdue" />}
        {review.staleAnswers > 0 && (
          <StateLabel state="warn" word={`${review.staleAnswers} stale`} />
        )}
        <ReviewStatusLabel status={review.status} />
        {review.published && (
          <span className={classes.detail}>
            <RelativeTime instant={review.published.at} variant="day" />
          </span>
        )}
        {nextReviewAt && (
          <span className={classes.detail}>
            next <RelativeTime instant={nextReviewAt} variant="day" />
          </span>
        )}
      </div>
    </li>
  );
}
