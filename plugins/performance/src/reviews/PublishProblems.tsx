import { Link } from '@backstage/core-components';
import {
  ReviewProblem,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

/** Lists what keeps a review from being published, each with the way to its question. */
export function PublishProblems(props: {
  reviewId: string;
  problems: ReviewProblem[];
}) {
  const { reviewId, problems } = props;
  const links = usePerformanceLinks();
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {problems.map(({ question, problem, message }) => (
        <li key={`${question} ${problem}`}>
          {question ? (
            <Link
              underline="always"
              to={links.review(reviewId, { view: 'questions', question })}
            >
              {message}
            </Link>
          ) : (
            message
          )}
        </li>
      ))}
    </ul>
  );
}
