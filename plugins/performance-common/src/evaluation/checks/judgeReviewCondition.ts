import { ReviewCondition, ReviewFact } from '../../model';
import { formatAge } from '../formatAge';
import { compareUnmet } from '../unmetOrder';
import { CheckOutcome, outcomeOf } from './CheckOutcome';
import { dayOf } from './dayOf';

/**
 * Judges a check on reviews: one of those looked at has to hold.
 *
 * @param maxAgeSeconds - How long ago it may have been published.
 * @param reviews - Published ones; absent where nothing is known of them.
 * @param now - Milliseconds.
 */
export function judgeReviewCondition(
  condition: ReviewCondition,
  maxAgeSeconds: number | undefined,
  reviews: readonly ReviewFact[] | undefined,
  now: number,
): CheckOutcome {
  if (!reviews) {
    return outcomeOf(
      'no-data',
      'not-known',
      'Which reviews there are isn’t known here.',
    );
  }
  const { templates } = condition;
  const newestFirst = reviews
    .filter(({ template }) => !templates || templates.includes(template))
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
  if (newestFirst.length === 0) {
    return outcomeOf(
      'fail',
      'no-review',
      `No review${
        templates ? ` by ${templates.join(' or ')}` : ''
      } has been published yet.`,
    );
  }
  const outcomes = newestFirst.map(review =>
    judgeReview(condition, maxAgeSeconds, review, now),
  );
  // Of several that don't hold, the newest is told of: sorting is stable.
  return outcomes.sort((a, b) => compareUnmet(b.state, a.state))[0];
}

/** Dates and not ages: what it says stays true however long the verdict stands. */
function judgeReview(
  { maxStaleAnswers = Infinity }: ReviewCondition,
  maxAgeSeconds: number | undefined,
  { title, publishedAt, nextReviewAt, staleAnswers }: ReviewFact,
  now: number,
): CheckOutcome {
  const published = Date.parse(publishedAt);
  if (maxAgeSeconds !== undefined && now - published > maxAgeSeconds * 1000) {
    return outcomeOf(
      'fail',
      'review-expired',
      `${title} was published on ${dayOf(published)}, more than ${formatAge(
        maxAgeSeconds,
      )} ago.`,
    );
  }
  if (nextReviewAt !== undefined && Date.parse(nextReviewAt) <= now) {
    return outcomeOf(
      'fail',
      'review-overdue',
      `The review after ${title} was due on ${dayOf(
        Date.parse(nextReviewAt),
      )}.`,
    );
  }
  return staleAnswers > maxStaleAnswers
    ? outcomeOf(
        'fail',
        'answers-stale',
        `${staleAnswers} ${
          staleAnswers === 1 ? 'answer' : 'answers'
        } of ${title} ${
          staleAnswers === 1 ? 'is' : 'are'
        } stale; at most ${maxStaleAnswers} may be.`,
      )
    : { state: 'pass' };
}
