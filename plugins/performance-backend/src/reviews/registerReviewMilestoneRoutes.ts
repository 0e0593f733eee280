import { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  compareMilestones,
  performanceReviewConductPermission,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Knex } from 'knex';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { lockReview } from './lockReview';
import { Review, reviewName } from './Review';
import { ReviewAccess } from './ReviewAccess';
import { milestoneToApi } from './reviewApi';
import { ReviewMilestones } from './ReviewMilestones';
import { ReviewMilestone, ReviewMilestoneStore } from './ReviewMilestoneStore';
import { ReviewStore } from './ReviewStore';
import { snapshotReview } from './snapshotReview';

/** Routes below `/reviews/{reviewId}/milestones`, and their comparison. */
export function registerReviewMilestoneRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    knex: Knex;
    reviewAccess: ReviewAccess;
    reviewMilestones: ReviewMilestones;
    reviewMilestoneStore: ReviewMilestoneStore;
    reviewStore: ReviewStore;
    clock: () => Date;
  },
): void {
  const { auditor, knex, clock } = options;
  const { reviewAccess, reviewMilestones, reviewStore } = options;

  /** @throws NotFoundError */
  const get = async (
    review: Review,
    number: number,
  ): Promise<ReviewMilestone> => {
    const found = await options.reviewMilestoneStore.get(review.id, number);
    if (!found) {
      throw new NotFoundError(
        `${reviewName(review)} has no milestone ${number}`,
      );
    }
    return found;
  };

  router.post<
    PathOf<'addReviewMilestone'>,
    AnswerOf<'addReviewMilestone', 201>,
    BodyOf<'addReviewMilestone'>
  >('/reviews/:reviewId/milestones', async (req, res) => {
    const { reviewId } = req.params;
    const { name } = req.body;
    const made = await audited(
      auditor,
      { eventId: 'review-milestone', request: req, meta: { reviewId, name } },
      async () => {
        const { review, by } = await reviewAccess.findFor(
          req,
          reviewId,
          performanceReviewConductPermission,
        );
        return knex.transaction(async tx =>
          reviewMilestones.make(
            await lockReview(reviewStore, review.id, tx),
            { name, by, at: clock() },
            tx,
          ),
        );
      },
      ({ number }) => ({ number }),
    );
    res.status(201).json(milestoneToApi(made));
  });

  router.get<
    { reviewId: string; number: string },
    AnswerOf<'getReviewMilestone', 200>
  >('/reviews/:reviewId/milestones/:number', async (req, res) => {
    const { reviewId, number } = req.params;
    const { review } = await reviewAccess.find(req, reviewId);
    const { snapshot, ...about } = await get(review, Number(number));
    const { templateSpec, answers, raisedRisks, comments } = snapshot;
    res.json({
      ...milestoneToApi(about),
      templateSpec,
      answers,
      raisedRisks,
      comments,
    });
  });

  router.get<
    PathOf<'compareReviewMilestones'>,
    AnswerOf<'compareReviewMilestones', 200>,
    never,
    QueryOf<'compareReviewMilestones'>
  >('/reviews/:reviewId/comparison', async (req, res) => {
    const { review } = await reviewAccess.find(req, req.params.reviewId);
    const from = await get(review, req.query.from);
    const fromPoint = pointOf(from);
    if (req.query.to !== undefined) {
      const to = await get(review, req.query.to);
      res.json({
        from: fromPoint,
        to: pointOf(to),
        ...compareMilestones(from.snapshot, to.snapshot),
      });
      return;
    }
    const [contents] = await reviewStore.contents([review]);
    const present = snapshotReview(contents, 0);
    res.json({
      from: fromPoint,
      to: {
        at: clock().toISOString(),
        status: review.status,
        templateVersion: present.template.version,
      },
      ...compareMilestones(from.snapshot, present),
    });
  });
}

function pointOf(milestone: ReviewMilestone) {
  const { number, name, by, at, status, templateVersion } = milestone;
  return { number, name, by, at: at.toISOString(), status, templateVersion };
}
