import { AuditorService } from '@backstage/backend-plugin-api';
import {
  performanceAdministerPermission,
  performanceFindingCreatePermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { FindingAccess, FoundFinding } from './FindingAccess';
import { FindingDesk } from './FindingDesk';
import { FindingPresenter } from './FindingPresenter';
import { FindingRights } from './FindingRights';
import { readFindingContent } from './readFinding';
import { readFindingChange } from './readFindingChange';

type AnyRequest = Request<any, any, any, any, any>;

/** Recording findings, and what becomes of one. */
export function registerFindingRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    findingAccess: FindingAccess;
    findingDesk: FindingDesk;
    findingPresenter: FindingPresenter;
  },
): void {
  const { auditor, findingAccess, findingDesk, findingPresenter } = options;
  const rights = new FindingRights(findingAccess);

  const detail = async (req: AnyRequest, findingId: string) =>
    findingPresenter.detail(req, await findingAccess.find(req, findingId));

  router.post<{}, AnswerOf<'createFinding', 201>, BodyOf<'createFinding'>>(
    '/findings',
    async (req, res) => {
      const { entityRef, affected = [], externalId, ...input } = req.body;
      const finding = await audited(
        auditor,
        {
          eventId: 'finding-create',
          request: req,
          meta: { entityRef, title: input.title },
        },
        async () => {
          const { entity, by } = await findingAccess.findEntity(
            req,
            entityRef,
            performanceFindingCreatePermission,
          );
          const content = readFindingContent({ ...input, entityRef });
          const others = await affectedIds(req, affected);
          return findingDesk.create(content, [entity.id, ...others], {
            by,
            origin: { externalId },
          });
        },
        ({ id }) => ({ findingId: id }),
      );
      res.status(201).json(await detail(req, String(finding.id)));
    },
  );

  router.get<PathOf<'getFinding'>, AnswerOf<'getFinding', 200>>(
    '/findings/:findingId',
    async (req, res) => {
      res.json(await detail(req, req.params.findingId));
    },
  );

  router.patch<
    PathOf<'updateFinding'>,
    AnswerOf<'updateFinding', 200>,
    BodyOf<'updateFinding'>
  >('/findings/:findingId', async (req, res) => {
    const { findingId } = req.params;
    const { version, affected, ...input } = req.body;
    await audited(
      auditor,
      {
        eventId: 'finding-update',
        request: req,
        meta: { findingId, fields: Object.keys(req.body) },
      },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const by = await rights.assertMayChange(
          req,
          found,
          Object.keys(req.body),
        );
        const change = readFindingChange(input);
        if (affected) {
          change.entityIds = await affectedAfter(req, found, affected);
        }
        await findingDesk.change(found.finding.id, version, change, by);
      },
    );
    res.json(await detail(req, findingId));
  });

  router.delete<PathOf<'deleteFinding'>>(
    '/findings/:findingId',
    async (req, res) => {
      const { findingId } = req.params;
      await audited(
        auditor,
        {
          eventId: 'finding-delete',
          severityLevel: 'high',
          request: req,
          meta: { findingId },
        },
        async () => {
          const found = await findingAccess.find(req, findingId);
          const by = await findingAccess.assertMay(
            req,
            performanceAdministerPermission,
            found,
          );
          await findingDesk.delete(found.finding.id, by);
          return found.finding;
        },
        ({ title, entityRef, status }) => ({ title, entityRef, status }),
      );
      res.status(204).end();
    },
  );

  router.post<
    PathOf<'changeFindingStatus'>,
    AnswerOf<'changeFindingStatus', 200>,
    BodyOf<'changeFindingStatus'>
  >('/findings/:findingId/status', async (req, res) => {
    const { findingId } = req.params;
    const { version, status, note, duplicateOf } = req.body;
    await audited(
      auditor,
      {
        eventId: 'finding-status',
        request: req,
        meta: { findingId, status, note },
      },
      async () => {
        const found = await findingAccess.find(req, findingId);
        const step = {
          status,
          note,
          duplicateOf: await rights.originalOf(req, duplicateOf),
        };
        const by = await rights.assertMayStep(req, found, status);
        await findingDesk.step(found.finding.id, version, step, by);
      },
    );
    res.json(await detail(req, findingId));
  });

  async function affectedIds(
    req: AnyRequest,
    refs: string[],
  ): Promise<number[]> {
    const ids: number[] = [];
    for (const ref of refs) {
      ids.push((await findingAccess.findEntity(req, ref)).entity.id);
    }
    return ids;
  }

  /** Those that the caller may not see stay as they are. */
  async function affectedAfter(
    req: AnyRequest,
    { finding }: FoundFinding,
    refs: string[],
  ): Promise<number[]> {
    const [summary] = await findingPresenter.list(req, [finding]);
    const shown = await affectedIds(
      req,
      summary.affected.map(({ entityRef }) => entityRef),
    );
    const [home, ...others] = finding.entityIds;
    return [
      home,
      ...(await affectedIds(req, refs)),
      ...others.filter(id => !shown.includes(id)),
    ].filter((id, index, all) => all.indexOf(id) === index);
  }
}
