import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import MuiLink from '@material-ui/core/Link';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import {
  RelativeTime,
  ReviewDetail,
  StateLabel,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { reviewName } from './reviewName';
import { ReviewStatusLabel } from './ReviewStatusLabel';

/** A review's line of facts; on a narrow screen it begins with the most important ones. */
export function ReviewFacts(props: { review: ReviewDetail }) {
  const { review } = props;
  const { subject, nextReviewAt } = review;
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'));
  const [opened, setOpened] = useState(false);
  return (
    <>
      <span>{reviewName(review.id)}</span>
      <ReviewStatusLabel status={review.status} />
      <span>
        {subject.planned ? (
          <>
            {subject.title ?? subject.entityRef}, planned within{' '}
            <EntityRefLink entityRef={review.entity.entityRef} hideIcon />
          </>
        ) : (
          <EntityRefLink entityRef={subject.entityRef} hideIcon />
        )}
      </span>
      {nextReviewAt && review.overdue && (
        <span>
          <StateLabel state="warn" word="Overdue" /> since{' '}
          <RelativeTime instant={nextReviewAt} variant="day" />
        </span>
      )}
      {narrow && !opened ? (
        <MuiLink
          component="button"
          variant="body2"
          underline="always"
          onClick={() => setOpened(true)}
        >
          More
        </MuiLink>
      ) : (
        <MoreFacts review={review} />
      )}
    </>
  );
}

function MoreFacts(props: { review: ReviewDetail }) {
  const { review } = props;
  const { published, nextReviewAt, overdue, reviewers, template } = review;
  const links = usePerformanceLinks();
  return (
    <>
      <span>
        by{' '}
        <Link to={links.definition(template.definitionId)}>
          {template.title}
        </Link>{' '}
        {template.version}
      </span>
      <span>
        {reviewers.length === 0
          ? 'no reviewers'
          : reviewers.map((reviewer, index) => (
              <span key={reviewer}>
                {index === 0 ? 'reviewed by ' : ', '}
                <EntityRefLink entityRef={reviewer} hideIcon />
              </span>
            ))}
      </span>
      {published && (
        <span>
          {review.status === 'published' ? 'published' : 'last published'}{' '}
          <RelativeTime instant={published.at} variant="day" />
        </span>
      )}
      {nextReviewAt && !overdue && (
        <span>
          next review <RelativeTime instant={nextReviewAt} variant="day" />
        </span>
      )}
    </>
  );
}
