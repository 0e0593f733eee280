import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  performanceReviewAnswerPermission,
  questionsOf,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { parseRowId } from '../waivers/waiverRow';
import { lockReview } from './lockReview';
import { reviewName } from './Review';
import { ReviewAccess } from './ReviewAccess';
import { commentToApi } from './reviewApi';
import { ReviewComment, ReviewCommentStore } from './ReviewCommentStore';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewStore } from './ReviewStore';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes below `/reviews/{reviewId}/comments`. */
export function registerReviewCommentRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    knex: Knex;
    reviewAccess: ReviewAccess;
    reviewCommentStore: ReviewCommentStore;
    reviewEventStore: ReviewEventStore;
    reviewStore: ReviewStore;
    clock: () => Date;
  },
): void {
  const { auditor, knex, clock, reviewAccess, reviewStore } = options;
  const { reviewCommentStore: comments, reviewEventStore: events } = options;

  const findToComment = (req: AnyRequest, reviewId: string) =>
    reviewAccess.findFor(req, reviewId, performanceReviewAnswerPermission);

  /** @throws NotFoundError where there is none, NotAllowedError where somebody else wrote it. */
  const findOwn = async (req: AnyRequest) => {
    const { reviewId, commentId } = req.params;
    const { review, by } = await findToComment(req, reviewId);
    const id = parseRowId(commentId);
    const comment =
      id === undefined ? undefined : await comments.get(review.id, id);
    if (!comment) {
      throw new NotFoundError(
        `${reviewName(review)} has no comment '${commentId}'`,
      );
    }
    if (!isSamePrincipal(comment.by, by)) {
      throw new NotAllowedError(`Only ${comment.by} changes this comment`);
    }
    return { review, comment, by };
  };

  const record = (
    type: 'comment-added' | 'comment-edited' | 'comment-deleted',
    { id, reviewId, question }: ReviewComment,
    by: string,
    tx: Knex.Transaction,
  ) =>
    events.add(
      [
        {
          reviewId,
          at: clock(),
          by,
          type,
          question,
          detail: { commentId: String(id) },
        },
      ],
      tx,
    );

  router.get<
    PathOf<'listReviewComments'>,
    AnswerOf<'listReviewComments', 200>,
    never,
    QueryOf<'listReviewComments'>
  >('/reviews/:reviewId/comments', async (req, res) => {
    const found = await reviewAccess.find(req, req.params.reviewId);
    const { question, limit = 25, offset = 0 } = req.query;
    const { items, totalItems } = await comments.list(found.review.id, {
      question,
      limit,
      offset,
    });
    const viewer = await reviewAccess.principalToEdit(req, found);
    res.json({
      items: items.map(comment =>
        commentToApi(
          comment,
          viewer !== undefined && isSamePrincipal(comment.by, viewer),
        ),
      ),
      totalItems,
    });
  });

  router.post<
    PathOf<'addReviewComment'>,
    AnswerOf<'addReviewComment', 201>,
    BodyOf<'addReviewComment'>
  >('/reviews/:reviewId/comments', async (req, res) => {
    const { reviewId } = req.params;
    const { question } = req.body;
    const added = await audited(
      auditor,
      {
        eventId: 'review-comment',
        request: req,
        meta: { reviewId, question },
      },
      async () => {
        const { review, by } = await findToComment(req, reviewId);
        const body = readBody(req.body.body);
        return knex.transaction(async tx => {
          const { template } = await lockReview(reviewStore, review.id, tx);
          const isAsked = questionsOf(template.spec).some(
            ({ name }) => name === question,
          );
          if (question !== undefined && !isAsked) {
            throw new NotFoundError(
              `${reviewName(review)} doesn't ask '${question}'`,
            );
          }
          const comment = await comments.add(
            { reviewId: review.id, question, body, by, at: clock() },
            tx,
          );
          await record('comment-added', comment, by, tx);
          return comment;
        });
      },
    );
    res.status(201).json(commentToApi(added, true));
  });

  router.patch<
    PathOf<'editReviewComment'>,
    AnswerOf<'editReviewComment', 200>,
    BodyOf<'editReviewComment'>
  >('/reviews/:reviewId/comments/:commentId', async (req, res) => {
    const { reviewId, commentId } = req.params;
    const { version } = req.body;
    const edited = await audited(
      auditor,
      {
        eventId: 'review-comment-edit',
        request: req,
        meta: { reviewId, commentId },
      },
      async () => {
        const { review, comment, by } = await findOwn(req);
        const body = readBody(req.body.body);
        return knex.transaction(async tx => {
          await lockReview(reviewStore, review.id, tx);
          const changed = await comments.edit(
            { id: comment.id, version, body },
            clock(),
            tx,
          );
          if (!changed) {
            throw new ConflictError(
              'You have changed this comment meanwhile, elsewhere: read it again',
            );
          }
          await record('comment-edited', comment, by, tx);
          return changed;
        });
      },
    );
    res.json(commentToApi(edited, true));
  });

  router.delete<PathOf<'deleteReviewComment'>>(
    '/reviews/:reviewId/comments/:commentId',
    async (req, res) => {
      const { reviewId, commentId } = req.params;
      await audited(
        auditor,
        {
          eventId: 'review-comment-delete',
          request: req,
          meta: { reviewId, commentId },
        },
        async () => {
          const { review, comment, by } = await findOwn(req);
          await knex.transaction(async tx => {
            await lockReview(reviewStore, review.id, tx);
            await comments.remove(comment.id, tx);
            await record('comment-deleted', comment, by, tx);
          });
        },
      );
      res.status(204).end();
    },
  );
}

function readBody(text: string): string {
  if (text.trim() === '') {
    throw new InputError('A comment says something');
  }
  return text;
}
