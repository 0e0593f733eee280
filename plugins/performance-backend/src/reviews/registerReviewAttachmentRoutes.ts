import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { performanceReviewAnswerPermission } from '@perf-governance/plugin-performance-common';
import express, { Handler, Request, Router } from 'express';
import { Knex } from 'knex';
import { basename } from 'node:path';
import { audited } from '../service/audited';
import { explainTooLarge } from '../service/explainTooLarge';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { parseRowId } from '../waivers/waiverRow';
import { lockReview } from './lockReview';
import { recogniseAttachment } from './recogniseAttachment';
import { ReviewContents, reviewName } from './Review';
import { ReviewAccess } from './ReviewAccess';
import { attachmentToApi } from './reviewApi';
import { ReviewAttachmentStore } from './ReviewAttachmentStore';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewMilestoneStore } from './ReviewMilestoneStore';
import { ReviewStore } from './ReviewStore';

type AnyRequest = Request<any, any, any, any, any>;

const MAX_BYTES = 2 * 1024 * 1024;

/** Attachments are small and few: 100 MB per review at most. */
const MAX_ATTACHMENTS = 50;

const readFile = express.raw({ type: () => true, limit: MAX_BYTES });

const parseFile: Handler = (req, res, next) =>
  readFile(req, res, error => next(explainTooLarge(error)));

/** Routes below `/reviews/{reviewId}/attachments`. */
export function registerReviewAttachmentRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    knex: Knex;
    reviewAccess: ReviewAccess;
    reviewAttachmentStore: ReviewAttachmentStore;
    reviewEventStore: ReviewEventStore;
    reviewMilestoneStore: ReviewMilestoneStore;
    reviewStore: ReviewStore;
    clock: () => Date;
  },
): void {
  const { auditor, knex, clock, reviewAccess, reviewStore } = options;
  const { reviewAttachmentStore: attachments } = options;
  const { reviewEventStore: events, reviewMilestoneStore } = options;

  const findToAttach = (req: AnyRequest, reviewId: string) =>
    reviewAccess.findFor(req, reviewId, performanceReviewAnswerPermission);

  router.post<
    PathOf<'addReviewAttachment'>,
    AnswerOf<'addReviewAttachment', 201>,
    Buffer,
    QueryOf<'addReviewAttachment'>
  >('/reviews/:reviewId/attachments', parseFile, async (req, res) => {
    const { reviewId } = req.params;
    const name = basename(req.query.name);
    const added = await audited(
      auditor,
      { eventId: 'review-attach', request: req, meta: { reviewId, name } },
      async () => {
        const { review, by } = await findToAttach(req, reviewId);
        // Without a body, there is none to parse.
        const content = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
        const contentType = recogniseAttachment(name, content);
        const at = clock();
        return knex.transaction(async tx => {
          await lockReview(reviewStore, review.id, tx);
          const others = await attachments.list(review.id, tx);
          if (others.length >= MAX_ATTACHMENTS) {
            throw new ConflictError(
              `${reviewName(
                review,
              )} has ${MAX_ATTACHMENTS} attachments, which is all it can have`,
            );
          }
          const attachment = await attachments.add(
            {
              reviewId: review.id,
              name,
              contentType,
              size: content.length,
              content,
              by,
              at,
            },
            tx,
          );
          const detail = { attachmentId: String(attachment.id), name };
          await events.add(
            [{ reviewId: review.id, at, by, type: 'attached', detail }],
            tx,
          );
          return attachment;
        });
      },
      ({ id, size }) => ({ attachmentId: id, size }),
    );
    res.status(201).json(attachmentToApi(added));
  });

  router.get<PathOf<'getReviewAttachment'>>(
    '/reviews/:reviewId/attachments/:attachmentId',
    async (req, res) => {
      const { reviewId, attachmentId } = req.params;
      const { review } = await reviewAccess.find(req, reviewId);
      const id = parseRowId(attachmentId);
      const attachment =
        id === undefined ? undefined : await attachments.read(review.id, id);
      if (!attachment) {
        throw new NotFoundError(
          `${reviewName(review)} has no attachment '${attachmentId}'`,
        );
      }
      res.attachment(attachment.name);
      res.set({
        'Content-Type': attachment.contentType,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      });
      res.end(attachment.content);
    },
  );

  router.delete<PathOf<'deleteReviewAttachment'>>(
    '/reviews/:reviewId/attachments/:attachmentId',
    async (req, res) => {
      const { reviewId, attachmentId } = req.params;
      await audited(
        auditor,
        {
          eventId: 'review-detach',
          request: req,
          meta: { reviewId, attachmentId },
        },
        async () => {
          const { review, by } = await findToAttach(req, reviewId);
          await knex.transaction(async tx => {
            const contents = await lockReview(reviewStore, review.id, tx);
            const attachment = (await attachments.list(review.id, tx)).find(
              ({ id }) => String(id) === attachmentId,
            );
            if (!attachment) {
              throw new NotFoundError(
                `${reviewName(review)} has no attachment '${attachmentId}'`,
              );
            }
            if (
              isEvidence(contents, attachmentId) ||
              (await reviewMilestoneStore.hasAttachment(
                review.id,
                attachment.id,
                tx,
              ))
            ) {
              throw new ConflictError(
                `An answer or a milestone refers to ${attachment.name}`,
              );
            }
            await attachments.remove(attachment.id, tx);
            const detail = { attachmentId, name: attachment.name };
            await events.add(
              [
                {
                  reviewId: review.id,
                  at: clock(),
                  by,
                  type: 'detached',
                  detail,
                },
              ],
              tx,
            );
          });
        },
      );
      res.status(204).end();
    },
  );
}

function isEvidence({ answers }: ReviewContents, attachmentId: string) {
  return answers.some(({ evidence = [] }) =>
    evidence.some(
      ({ type, ref }) => type === 'attachment' && ref === attachmentId,
    ),
  );
}
