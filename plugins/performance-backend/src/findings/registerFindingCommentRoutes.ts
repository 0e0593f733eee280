import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  components,
  performanceFindingUpdatePermission,
  performanceFindingVerifyPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { FindingComment } from './Finding';
import { FindingAccess, FoundFinding } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingStore } from './FindingStore';

type AnyRequest = Request<any, any, any, any, any>;

/** What people say of a finding, and its history. */
export function registerFindingCommentRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    findingAccess: FindingAccess;
    findingDesk: FindingDesk;
    findingStore: FindingStore;
    knex: Knex;
  },
): void {
  const { auditor, findingAccess, findingDesk, findingStore, knex } = options;

  /** Who asks; undefined where they may not comment. */
  const commentator = async (req: AnyRequest, found: FoundFinding) => {
    for (const permission of [
      performanceFindingUpdatePermission,
      performanceFindingVerifyPermission,
    ]) {
      const access = await findingAccess.optional(req, permission);
      if (access && (await access.holds(found))) {
        return access.principal;
      }
    }
    return undefined;
  };

  router.get<
    PathOf<'listFindingComments'>,
    AnswerOf<'listFindingComments', 200>
  >('/findings/:findingId/comments', async (req, res) => {
    const found = await findingAccess.find(req, req.params.findingId);
    const viewer = await commentator(req, found);
    const comments = await findingStore.comments(found.finding.id);
    res.json({ items: comments.map(comment => commentToApi(comment, viewer)) });
  });

  router.post<
    PathOf<'addFindingComment'>,
    AnswerOf<'addFindingComment', 201>,
    BodyOf<'addFindingComment'>
  >('/findings/:findingId/comments', async (req, res) => {
    const { findingId } = req.params;
    const comment = await audited(
      auditor,
      { eventId: 'finding-comment', request: req, meta: { findingId } },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by =
          (await commentator(req, found)) ??
          (await findingAccess.assertMay(
            req,
            performanceFindingUpdatePermission,
            found,
          ));
        const body = req.body.body.trim();
        if (!body) {
          throw new InputError('A comment needs words');
        }
        return findingDesk.comment(found.finding, body, by);
      },
    );
    res.status(201).json(commentToApi(comment, comment.by));
  });

  router.delete<PathOf<'deleteFindingComment'>>(
    '/findings/:findingId/comments/:commentId',
    async (req, res) => {
      const { findingId, commentId } = req.params;
      await audited(
        auditor,
        {
          eventId: 'finding-comment-delete',
          request: req,
          meta: { findingId, commentId },
        },
        async () => {
          const found = await findingAccess.find(req, findingId);
          const comments = await findingStore.comments(found.finding.id);
          const comment = comments.find(({ id }) => String(id) === commentId);
          if (!comment) {
            throw new NotFoundError(`There is no comment '${commentId}'`);
          }
          const by = await commentator(req, found);
          if (by === undefined || !isSamePrincipal(by, comment.by)) {
            throw new NotAllowedError(
              `Only ${comment.by} may take back what they said`,
            );
          }
          await knex.transaction(tx =>
            findingStore.deleteComment(comment.id, tx),
          );
        },
      );
      res.status(204).end();
    },
  );

  router.get<PathOf<'listFindingEvents'>, AnswerOf<'listFindingEvents', 200>>(
    '/findings/:findingId/history',
    async (req, res) => {
      const { finding } = await findingAccess.find(req, req.params.findingId);
      const events = await findingStore.events(finding.id);
      res.json({
        items: events.map(event => ({ ...event, at: event.at.toISOString() })),
      });
    },
  );
}

/** @param viewer - who looks at it, where they may comment. */
function commentToApi(
  { id, body, by, at }: FindingComment,
  viewer: string | undefined,
): components['schemas']['FindingComment'] {
  return {
    id: String(id),
    body,
    by,
    at: at.toISOString(),
    may: { delete: viewer !== undefined && isSamePrincipal(viewer, by) },
  };
}
