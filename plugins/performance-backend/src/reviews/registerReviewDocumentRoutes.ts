import { NotFoundError } from '@backstage/errors';
import {
  draftDefinitions,
  ReviewDocument,
  reviewToMarkdown,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { Review, reviewName } from './Review';
import { ReviewAccess } from './ReviewAccess';
import { eventToApi } from './reviewApi';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewMilestoneStore, ReviewSnapshot } from './ReviewMilestoneStore';
import { ReviewStore } from './ReviewStore';
import { snapshotReview } from './snapshotReview';

/** Routes of what follows from a review: its history, drafts of definitions, and the document. */
export function registerReviewDocumentRoutes(
  router: Router,
  options: {
    reviewAccess: ReviewAccess;
    reviewEventStore: ReviewEventStore;
    reviewMilestoneStore: ReviewMilestoneStore;
    reviewStore: ReviewStore;
  },
): void {
  const { reviewAccess, reviewStore } = options;

  router.get<PathOf<'getReviewDrafts'>, AnswerOf<'getReviewDrafts', 200>>(
    '/reviews/:reviewId/drafts',
    async (req, res) => {
      const { review } = await reviewAccess.find(req, req.params.reviewId);
      const [{ template, answers }] = await reviewStore.contents([review]);
      const { entityRef, title } = review.subject;
      res.json(draftDefinitions(template.spec, answers, { entityRef, title }));
    },
  );

  router.get<PathOf<'exportReview'>, string, never, QueryOf<'exportReview'>>(
    '/reviews/:reviewId/export',
    async (req, res) => {
      const { review } = await reviewAccess.find(req, req.params.reviewId);
      const name = reviewName(review);
      const { milestone: number } = req.query;
      res.attachment(
        `${name}${number === undefined ? '' : `-milestone-${number}`}.md`,
      );
      res.type('text/markdown');
      if (number === undefined) {
        const [contents] = await reviewStore.contents([review]);
        res.send(
          reviewToMarkdown({
            ...documentOf(snapshotReview(contents, 0), review),
            status: review.status,
            stale: contents.stale,
            published: review.published && {
              by: review.published.by,
              at: review.published.at.toISOString(),
            },
            nextReviewAt: review.nextReviewAt?.toISOString(),
          }),
        );
        return;
      }
      const milestone = await options.reviewMilestoneStore.get(
        review.id,
        number,
      );
      if (!milestone) {
        throw new NotFoundError(`${name} has no milestone ${number}`);
      }
      const { snapshot, status } = milestone;
      res.send(
        reviewToMarkdown({
          ...documentOf(snapshot, review),
          status,
          milestone: { ...milestone, at: milestone.at.toISOString() },
        }),
      );
    },
  );

  router.get<
    PathOf<'getReviewHistory'>,
    AnswerOf<'getReviewHistory', 200>,
    never,
    QueryOf<'getReviewHistory'>
  >('/reviews/:reviewId/history', async (req, res) => {
    const { review } = await reviewAccess.find(req, req.params.reviewId);
    const { question, limit = 25, offset = 0 } = req.query;
    const { items, totalItems } = await options.reviewEventStore.list(
      review.id,
      { question, limit, offset },
    );
    res.json({ items: items.map(eventToApi), totalItems });
  });
}

function documentOf(
  snapshot: ReviewSnapshot,
  review: Review,
): Omit<ReviewDocument, 'status'> {
  const { title, subject, template, reviewers } = snapshot;
  const { templateSpec, answers, raisedRisks } = snapshot;
  return {
    id: String(review.id),
    title,
    subject: {
      entityRef: subject.entityRef,
      title: subject.title,
      within: subject.planned ? review.entityRef : undefined,
    },
    templateTitle: template.title,
    templateSpec,
    answers,
    raisedRisks,
    reviewers,
  };
}
