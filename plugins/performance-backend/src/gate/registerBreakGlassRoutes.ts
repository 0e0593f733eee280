import { AuditorService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  performanceContributePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { lockEntity } from '../evaluation/lockEntity';
import { audited } from '../service/audited';
import { readReason } from '../service/readReason';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { breakGlassToApi } from './breakGlassApi';
import { BreakGlassListener } from './BreakGlassListener';
import { BreakGlassStore } from './BreakGlassStore';

type AnyRequest = Request<any, any, any, any, any>;

const HOUR_MS = 60 * 60 * 1000;
const MAX_LISTED = 50;

/** Routes at `/entities/{kind}/{namespace}/{name}/break-glass`. */
export function registerBreakGlassRoutes(
  router: Router,
  options: {
    knex: Knex;
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    breakGlassStore: BreakGlassStore;
    breakGlassListeners: BreakGlassListener[];
    breakGlassMaxHours: number;
    clock: () => Date;
  },
): void {
  const { knex, accessControl, auditor, entityStore, clock } = options;
  const { breakGlassStore, breakGlassListeners } = options;
  const { breakGlassMaxHours: maxHours } = options;
  const path = '/entities/:kind/:namespace/:name/break-glass';

  const refOf = (req: AnyRequest) => {
    const { kind, namespace, name } = req.params;
    return `${kind}:${namespace}/${name}`;
  };

  /** @throws NotFoundError where there is no such entity or the caller may not know of it. */
  const find = async (
    req: AnyRequest,
    permission: typeof performanceReadPermission,
  ): Promise<{ entity: ProjectedEntity; principal: string }> => {
    const access = await accessControl.forRequest(req, permission);
    const entity = await entityStore.getByRef(refOf(req));
    if (!entity || entity.retired) {
      throw new NotFoundError(
        `There is no entity '${refOf(req)}' that you may see`,
      );
    }
    await access.assertAllowed(entity);
    return { entity, principal: access.principal };
  };

  router.get<PathOf<'listBreakGlass'>, AnswerOf<'listBreakGlass', 200>>(
    path,
    async (req, res) => {
      const { entity } = await find(req, performanceReadPermission);
      const overrides = await breakGlassStore.list(entity.id, MAX_LISTED);
      res.json({
        items: overrides.map(one => breakGlassToApi(one, clock())),
        maxHours,
      });
    },
  );

  router.post<
    PathOf<'breakGlass'>,
    AnswerOf<'breakGlass', 201>,
    BodyOf<'breakGlass'>
  >(path, async (req, res) => {
    const { reason, hours } = req.body;
    const override = await audited(
      auditor,
      {
        eventId: 'break-glass',
        severityLevel: 'high',
        request: req,
        meta: { entityRef: refOf(req), reason, hours },
      },
      async () => {
        const { entity, principal } = await find(
          req,
          performanceContributePermission,
        );
        if (hours > maxHours) {
          throw new InputError(
            `A gate may be overridden for ${maxHours} hours at most (performance.breakGlass.maxHours), not for ${hours}`,
          );
        }
        const at = clock();
        const until = new Date(at.getTime() + hours * HOUR_MS);
        return knex.transaction(async tx => {
          await lockEntity(entity.id, tx);
          const added = await breakGlassStore.add(
            {
              entityId: entity.id,
              reason: readReason(reason),
              by: principal,
              at,
              until,
            },
            tx,
          );
          if (!added) {
            throw new ConflictError(
              `The gate of ${entity.entityRef} is overridden already`,
            );
          }
          for (const listener of breakGlassListeners) {
            await listener.onBreakGlass(added, tx);
          }
          return added;
        });
      },
      ({ id, until }) => ({ breakGlassId: id, until: until.toISOString() }),
    );
    res.status(201).json(breakGlassToApi(override, clock()));
  });

  router.delete<PathOf<'endBreakGlass'>>(path, async (req, res) => {
    await audited(
      auditor,
      {
        eventId: 'break-glass-end',
        request: req,
        meta: { entityRef: refOf(req) },
      },
      async () => {
        const { entity, principal } = await find(
          req,
          performanceContributePermission,
        );
        const ended = await knex.transaction(async tx => {
          await lockEntity(entity.id, tx);
          return breakGlassStore.end(
            entity.id,
            { by: principal, at: clock() },
            tx,
          );
        });
        if (!ended) {
          throw new NotFoundError(
            `The gate of ${entity.entityRef} isn't overridden`,
          );
        }
      },
    );
    res.status(204).end();
  });
}
