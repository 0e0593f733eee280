import {
  ReviewDependency,
  StaleAnswer,
} from '@perf-governance/plugin-performance-common';
import { Review, reviewName } from '../reviews/Review';
import { reviewLink } from './links';
import { NotificationMessage } from './Outbox';
import {
  counted,
  day,
  entityName,
  listed,
  principalName,
  sentences,
  titled,
} from './words';

const DEPENDENCY_WORDS: Record<ReviewDependency, string> = {
  relations: 'relations',
  apis: 'APIs',
  owner: 'the owner',
  slos: 'SLOs',
  budgets: 'budgets',
  lifecycle: 'the lifecycle',
};

/** A review that is handed in is its reviewers' business, one that is published also the owners'. */
export function reviewStatusMessages(
  review: Review,
  { by, note }: { by: string; note?: string },
): NotificationMessage[] {
  const { status, version, nextReviewAt } = review;
  const who = principalName(by);
  if (status === 'in-review') {
    return review.reviewers.length === 0
      ? []
      : [
          {
            ...about(review),
            key: `review-in-review:${review.id}:${version}`,
            to: { refs: review.reviewers },
            except: [by],
            title: titled(`To be reviewed: ${nameOf(review)}`),
            description: sentences([`${who} handed it in`, note]),
            severity: 'normal',
          },
        ];
  }
  return status === 'published'
    ? [
        {
          ...about(review),
          key: `review-published:${review.id}:${version}`,
          to: everybody(review),
          except: [by],
          title: titled(`Review published: ${nameOf(review)}`),
          description: sentences([
            `${who} published it`,
            nextReviewAt && `The next review is due on ${day(nextReviewAt)}`,
            note,
          ]),
          severity: 'normal',
        },
      ]
    : [];
}

/** @param stale - answers that weren't stale before. */
export function reviewStaleMessage(
  review: Review,
  stale: StaleAnswer[],
  at: Date,
): NotificationMessage {
  const changed = new Set(
    stale.flatMap(({ changes }) =>
      changes.map(({ dependency }) => DEPENDENCY_WORDS[dependency]),
    ),
  );
  return {
    ...about(review),
    key: `review-stale:${review.id}:${at.getTime()}`,
    to: everybody(review),
    title: titled(
      `${counted(stale.length, 'answer is', 'answers are')} stale: ${nameOf(
        review,
      )}`,
    ),
    description: sentences([
      `Since then, ${listed([...changed], 6)} changed`,
      'Confirm what is still right, or answer again',
    ]),
    severity: 'normal',
  };
}

/** Once for each date that passes. */
export function reviewOverdueMessage(
  review: Review,
  nextReviewAt: Date,
): NotificationMessage {
  return {
    ...about(review),
    key: `review-overdue:${review.id}:${nextReviewAt.getTime()}`,
    to: everybody(review),
    title: titled(`Review overdue: ${nameOf(review)}`),
    description: sentences([
      `The next review was due on ${day(nextReviewAt)}`,
      'Reopen it, or begin another one',
    ]),
    severity: 'normal',
  };
}

function about({
  id,
}: Review): Pick<NotificationMessage, 'type' | 'topic' | 'link'> {
  return { type: 'notification', topic: 'reviews', link: reviewLink(id) };
}

function everybody({
  reviewers,
  createdBy,
  entityRef,
}: Review): NotificationMessage['to'] {
  return {
    refs: [...new Set([...reviewers, createdBy])],
    ownersOf: [entityRef],
  };
}

function nameOf(review: Review): string {
  const { title, subject } = review;
  const name = subject.title ?? entityName(subject.entityRef);
  return `${reviewName(review)} ${title}${
    title.includes(name) ? '' : ` of ${name}`
  }`;
}
