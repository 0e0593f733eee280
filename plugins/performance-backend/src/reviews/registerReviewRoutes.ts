import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  performanceAdministerPermission,
  performanceReviewAnswerPermission,
  performanceReviewConductPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { readReviewers } from './readReviewers';
import { ReviewAccess } from './ReviewAccess';
import { ReviewDeletion } from './ReviewDeletion';
import { ReviewDesk } from './ReviewDesk';
import { ReviewPresenter } from './ReviewPresenter';
import { ReviewStore } from './ReviewStore';
import { ReviewSubjects } from './ReviewSubjects';
import { templateTitle } from './ReviewTemplates';
import { permissionToPut } from './reviewTransitions';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes of `/reviews`, and of a review itself. */
export function registerReviewRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    reviewAccess: ReviewAccess;
    reviewDeletion: ReviewDeletion;
    reviewDesk: ReviewDesk;
    reviewPresenter: ReviewPresenter;
    reviewStore: ReviewStore;
    reviewSubjects: ReviewSubjects;
    clock: () => Date;
  },
): void {
  const { auditor, clock } = options;
  const { reviewAccess, reviewDesk, reviewPresenter } = options;
  const { reviewStore, reviewSubjects } = options;

  const detail = async (req: AnyRequest, reviewId: string) =>
    reviewPresenter.detail(req, await reviewAccess.find(req, reviewId));

  router.get<{}, AnswerOf<'listReviews', 200>, never, QueryOf<'listReviews'>>(
    '/reviews',
    async (req, res) => {
      const { mine, ...query } = req.query;
      const { items, ...totals } = await reviewStore.list(
        {
          ...query,
          claims: mine ? await reviewAccess.claimsOf(req) : undefined,
          sort: query.sort ?? 'changedAt',
          limit: query.limit ?? 25,
          offset: query.offset ?? 0,
        },
        await reviewAccess.restriction(req),
        clock(),
      );
      res.json({
        items: await reviewPresenter.list(items),
        ...totals,
        may: { begin: await reviewAccess.mayBegin(req) },
      });
    },
  );

  router.post<{}, AnswerOf<'createReview', 201>, BodyOf<'createReview'>>(
    '/reviews',
    async (req, res) => {
      const { subject, template: name, title, nextReviewAt } = req.body;
      const review = await audited(
        auditor,
        {
          eventId: 'review-create',
          request: req,
          meta: { entityRef: subject.entityRef, template: name },
        },
        async () => {
          const found = await reviewSubjects.find(req, subject);
          // The innermost layer's, where several have one of that name.
          const template = found.templates
            .reverse()
            .find(({ metadata }) => metadata.name === name);
          if (!template) {
            throw new NotFoundError(
              `There is no template '${name}' that this can be reviewed by`,
            );
          }
          return reviewDesk.begin(
            {
              plannedRef: found.plannedRef,
              subjectTitle: found.plannedRef && found.title,
              title: title ?? `${templateTitle(template)}: ${found.title}`,
              reviewers: readReviewers(req.body.reviewers ?? []),
              nextReviewAt: readFuture(nextReviewAt, clock()),
              by: found.by,
            },
            found.entity,
            template,
          );
        },
        ({ id }) => ({ reviewId: id }),
      );
      res.status(201).json(await detail(req, String(review.id)));
    },
  );

  router.get<PathOf<'getReview'>, AnswerOf<'getReview', 200>>(
    '/reviews/:reviewId',
    async (req, res) => {
      res.json(await detail(req, req.params.reviewId));
    },
  );

  router.patch<
    PathOf<'updateReview'>,
    AnswerOf<'updateReview', 200>,
    BodyOf<'updateReview'>
  >('/reviews/:reviewId', async (req, res) => {
    const { reviewId } = req.params;
    const { version, title, reviewers, nextReviewAt } = req.body;
    await audited(
      auditor,
      {
        eventId: 'review-update',
        request: req,
        meta: { ...req.body, reviewId },
      },
      async () => {
        const found = await reviewAccess.findFor(
          req,
          reviewId,
          performanceReviewConductPermission,
        );
        await reviewDesk.update(
          found,
          {
            version,
            title,
            reviewers: reviewers && readReviewers(reviewers),
            nextReviewAt:
              nextReviewAt === null
                ? 'none'
                : readFuture(nextReviewAt, clock()),
          },
          found.by,
        );
      },
    );
    res.json(await detail(req, reviewId));
  });

  router.delete<PathOf<'deleteReview'>>(
    '/reviews/:reviewId',
    async (req, res) => {
      const { reviewId } = req.params;
      await audited(
        auditor,
        {
          eventId: 'review-delete',
          severityLevel: 'high',
          request: req,
          meta: { reviewId },
        },
        async () => {
          const found = await reviewAccess.findFor(
            req,
            reviewId,
            performanceAdministerPermission,
          );
          await options.reviewDeletion.delete(found, found.by);
          return found.review;
        },
        ({ title, subject, status }) => ({
          title,
          entityRef: subject.entityRef,
          status,
        }),
      );
      res.status(204).end();
    },
  );

  router.post<
    PathOf<'changeReviewStatus'>,
    AnswerOf<'changeReviewStatus', 200>,
    BodyOf<'changeReviewStatus'>
  >('/reviews/:reviewId/status', async (req, res) => {
    const { reviewId } = req.params;
    const { version, status, note, nextReviewAt } = req.body;
    await audited(
      auditor,
      {
        eventId: 'review-status',
        request: req,
        meta: { reviewId, status, note },
      },
      async () => {
        const found = await reviewAccess.find(req, reviewId);
        const by = await reviewAccess.assertMay(
          req,
          // What can't be done at all is refused to those who may do something.
          permissionToPut(found.review.status, status) ??
            performanceReviewAnswerPermission,
          found,
        );
        await reviewDesk.putTo(
          found,
          {
            version,
            status,
            note: note?.trim() || undefined,
            nextReviewAt: readFuture(nextReviewAt, clock()),
          },
          by,
        );
      },
    );
    res.json(await detail(req, reviewId));
  });
}

/** @throws InputError for a time that has passed. */
function readFuture(text: string | undefined, now: Date): Date | undefined {
  const date = text === undefined ? undefined : new Date(text);
  if (date && date <= now) {
    throw new InputError('The next review date lies in the future');
  }
  return date;
}
