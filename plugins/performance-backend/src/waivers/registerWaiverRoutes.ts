import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import {
  performanceApprovePermission,
  performanceContributePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { eventToApi, waiverToApi } from './waiverApi';
import { WaivedVerdicts } from './WaivedVerdicts';
import { WaiverDesk } from './WaiverDesk';
import { Waiver, WaiverStore } from './WaiverStore';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes below `/waivers`, and `/waiver-debt`. */
export function registerWaiverRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    waiverStore: WaiverStore;
    waiverDesk: WaiverDesk;
    waivedVerdicts: WaivedVerdicts;
    clock: () => Date;
  },
): void {
  const { accessControl, auditor, entityStore, clock } = options;
  const { waiverStore, waiverDesk, waivedVerdicts } = options;

  const toApi = async (req: AnyRequest, waivers: Waiver[]) => {
    const read = await accessControl.forRequest(req, performanceReadPermission);
    const viewer = {
      principal: read.principal,
      approve: await accessControl.optionalForRequest(
        req,
        performanceApprovePermission,
      ),
      now: clock(),
    };
    const ids = [...new Set(waivers.map(({ entityId }) => entityId))];
    const entities = new Map(
      (await entityStore.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    const verdicts = await waivedVerdicts.findAll(waivers);
    const items = await Promise.all(
      waivers.map(async (waiver, index) => {
        const entity = entities.get(waiver.entityId);
        return entity
          ? [await waiverToApi(waiver, entity, verdicts[index], viewer)]
          : [];
      }),
    );
    return items.flat();
  };

  /** @throws NotFoundError where there is no such waiver or the caller may not know of it. */
  const find = async (
    req: AnyRequest,
    id: string,
  ): Promise<{ waiver: Waiver; entity: ProjectedEntity }> => {
    const read = await accessControl.forRequest(req, performanceReadPermission);
    const waiver = await waiverStore.get(id);
    const entity = waiver && (await entityStore.getById(waiver.entityId));
    if (
      !waiver ||
      !entity ||
      !(await read.allows(entity, waiver.environment))
    ) {
      throw new NotFoundError(`There is no waiver '${id}'`);
    }
    return { waiver, entity };
  };

  /** @throws NotAllowedError where the caller may see but not approve it. */
  const findToApprove = async (req: AnyRequest, id: string) => {
    const { waiver, entity } = await find(req, id);
    const access = await accessControl.forRequest(
      req,
      performanceApprovePermission,
    );
    await access.assertAllowed(entity, waiver.environment);
    return { waiver, by: access.principal };
  };

  router.get<{}, AnswerOf<'listWaivers', 200>, never, QueryOf<'listWaivers'>>(
    '/waivers',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { query } = req;
      const { items, ...totals } = await waiverStore.list(
        {
          ...query,
          sort: query.sort ?? 'requestedAt',
          limit: query.limit ?? 25,
          offset: query.offset ?? 0,
        },
        access,
        clock(),
      );
      res.json({ items: await toApi(req, items), ...totals });
    },
  );

  router.post<{}, AnswerOf<'requestWaiver', 201>, BodyOf<'requestWaiver'>>(
    '/waivers',
    async (req, res) => {
      const { entityRef, labels = {}, ...request } = req.body;
      const { ruleId, environment, reason } = request;
      const waiver = await audited(
        auditor,
        {
          eventId: 'waiver-request',
          request: req,
          meta: { entityRef, ruleId, environment, reason },
        },
        async () => {
          const access = await accessControl.forRequest(
            req,
            performanceContributePermission,
          );
          const entity = await entityStore.getByRef(entityRef);
          if (!entity || entity.retired) {
            throw new NotFoundError(
              `There is no entity '${entityRef}' that you may see`,
            );
          }
          await access.assertAllowed(entity, environment);
          return waiverDesk.request(
            entity,
            { ...request, labels },
            access.principal,
          );
        },
        ({ id }) => ({ waiverId: id }),
      );
      const [body] = await toApi(req, [waiver]);
      res.status(201).json(body);
    },
  );

  router.post<{}, AnswerOf<'decideWaivers', 200>, BodyOf<'decideWaivers'>>(
    '/waivers/decisions',
    async (req, res) => {
      const { ids, decision, note } = req.body;
      if (decision === 'reject' && !note?.trim()) {
        throw new InputError(
          'Say in `note` why it is rejected: whoever asked has to understand what to do instead',
        );
      }
      const decide = (id: string) =>
        audited(
          auditor,
          {
            eventId: `waiver-${decision}`,
            request: req,
            meta: { waiverId: id, note },
          },
          async () => {
            const { waiver, by } = await findToApprove(req, id);
            return waiverDesk.decide(waiver, {
              status: decision === 'approve' ? 'approved' : 'rejected',
              by,
              note,
            });
          },
        );
      if (ids.length === 1) {
        const { id, status } = await decide(ids[0]);
        res.json({ items: [{ id, outcome: 'decided', status }] });
        return;
      }
      const items: AnswerOf<'decideWaivers', 200>['items'] = [];
      for (const id of ids) {
        try {
          const { status } = await decide(id);
          items.push({ id, outcome: 'decided', status });
        } catch (error) {
          if (!isRefusal(error)) {
            throw error;
          }
          items.push({ id, outcome: 'refused', message: error.message });
        }
      }
      res.json({ items });
    },
  );

  router.get<PathOf<'getWaiver'>, AnswerOf<'getWaiver', 200>>(
    '/waivers/:waiverId',
    async (req, res) => {
      const { waiver } = await find(req, req.params.waiverId);
      const [body] = await toApi(req, [waiver]);
      const events = await waiverStore.events(waiver.id);
      res.json({ ...body, history: events.map(eventToApi) });
    },
  );

  router.post<
    PathOf<'revokeWaiver'>,
    AnswerOf<'revokeWaiver', 200>,
    BodyOf<'revokeWaiver'>
  >('/waivers/:waiverId/revocation', async (req, res) => {
    const { waiverId } = req.params;
    const { reason } = req.body;
    const revoked = await audited(
      auditor,
      {
        eventId: 'waiver-revoke',
        request: req,
        meta: { waiverId, reason },
      },
      async () => {
        const { waiver, by } = await findToApprove(req, waiverId);
        return waiverDesk.revoke(waiver, { by, reason });
      },
    );
    const [body] = await toApi(req, [revoked]);
    res.json(body);
  });

  router.post<PathOf<'withdrawWaiver'>, AnswerOf<'withdrawWaiver', 200>>(
    '/waivers/:waiverId/withdrawal',
    async (req, res) => {
      const { waiverId } = req.params;
      const withdrawn = await audited(
        auditor,
        { eventId: 'waiver-withdraw', request: req, meta: { waiverId } },
        async () => {
          const { waiver, entity } = await find(req, waiverId);
          const access = await accessControl.forRequest(
            req,
            performanceContributePermission,
          );
          await access.assertAllowed(entity, waiver.environment);
          return waiverDesk.withdraw(waiver, access.principal);
        },
      );
      const [body] = await toApi(req, [withdrawn]);
      res.json(body);
    },
  );

  router.get<
    {},
    AnswerOf<'getWaiverDebt', 200>,
    never,
    QueryOf<'getWaiverDebt'>
  >('/waiver-debt', async (req, res) => {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    res.json({
      items: await waiverStore.debt(req.query, access, clock()),
    });
  });
}

/** Whether an error says why one of many was refused, rather than that something broke. */
function isRefusal(error: unknown): error is Error {
  return (
    isError(error) &&
    ['NotFoundError', 'NotAllowedError', 'ConflictError'].includes(error.name)
  );
}
