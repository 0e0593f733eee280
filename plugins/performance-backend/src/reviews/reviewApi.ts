import { components } from '@perf-governance/plugin-performance-common';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { ProjectedEntity } from '../catalog/EntityStore';
import {
  Review,
  ReviewContents,
  RiskDecision,
  StoredAnswer,
  StoredStaleAnswer,
} from './Review';
import { ReviewAttachment } from './ReviewAttachmentStore';
import { ReviewComment } from './ReviewCommentStore';
import { ReviewEvent } from './ReviewEventStore';
import { ReviewMilestoneSummary, ReviewSnapshot } from './ReviewMilestoneStore';
import { DecidedRisk, ReviewStanding } from './reviewStanding';

type Schemas = components['schemas'];

/** A review as lists show it. */
export function reviewToApi(
  { review, template, stale }: ReviewContents,
  { progress, risks }: ReviewStanding,
  entity: ProjectedEntity,
  now: Date,
): Schemas['Review'] {
  const { published, nextReviewAt } = review;
  return {
    id: String(review.id),
    title: review.title,
    status: review.status,
    version: review.version,
    subject: review.subject,
    entity: entityProjectionToApi(entity),
    template: {
      definitionId: template.definitionId,
      name: template.name,
      title: template.title,
      version: template.spec.version,
    },
    reviewers: review.reviewers,
    createdBy: review.createdBy,
    createdAt: review.createdAt.toISOString(),
    changedBy: review.changedBy,
    changedAt: review.changedAt.toISOString(),
    published: published && { ...published, at: published.at.toISOString() },
    nextReviewAt: nextReviewAt?.toISOString(),
    overdue: isOverdue(review, now),
    progress,
    staleAnswers: stale.length,
    risks: {
      raised: risks.length,
      undecided: risks.filter(({ decision }) => !decision).length,
    },
  };
}

function isOverdue({ status, nextReviewAt }: Review, now: Date): boolean {
  return (
    status === 'published' && nextReviewAt !== undefined && nextReviewAt <= now
  );
}

export function answerToApi(answer: StoredAnswer): Schemas['ReviewAnswer'] {
  const { at, confirmed, surroundings: _, ...given } = answer;
  return {
    ...given,
    at: at.toISOString(),
    confirmed: confirmed && { ...confirmed, at: confirmed.at.toISOString() },
  };
}

export function staleToApi(stale: StoredStaleAnswer): Schemas['StaleAnswer'] {
  return { ...stale, since: stale.since.toISOString() };
}

export function riskToApi({
  decision,
  ...risk
}: DecidedRisk): ReviewSnapshot['raisedRisks'][number] {
  return { ...risk, decision: decision && decisionToApi(decision) };
}

function decisionToApi({
  question: _question,
  index: _index,
  at,
  ...decision
}: RiskDecision): Schemas['ReviewRaisedRisk']['decision'] {
  return { ...decision, at: at.toISOString() };
}

export function commentToApi(
  comment: ReviewComment,
  mayEdit: boolean,
): Schemas['ReviewComment'] {
  const { id, reviewId: _, at, editedAt, ...rest } = comment;
  return {
    ...rest,
    id: String(id),
    at: at.toISOString(),
    editedAt: editedAt?.toISOString(),
    may: { edit: mayEdit },
  };
}

export function attachmentToApi({
  id,
  reviewId: _,
  at,
  ...rest
}: ReviewAttachment): Schemas['ReviewAttachment'] {
  return { ...rest, id: String(id), at: at.toISOString() };
}

export function milestoneToApi(
  milestone: ReviewMilestoneSummary,
): Schemas['ReviewMilestoneSummary'] {
  return { ...milestone, at: milestone.at.toISOString() };
}

export function eventToApi({
  reviewId: _,
  at,
  ...rest
}: ReviewEvent): Schemas['ReviewEvent'] {
  return { ...rest, at: at.toISOString() };
}
