import { AuditorService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  checkAdjustmentTimes,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { getVisibleDefinition } from '../definitions/getVisibleDefinition';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { readReason } from '../service/readReason';
import { AdjustmentAuthority } from './AdjustmentAuthority';
import { AdjustmentBounds } from './AdjustmentBounds';
import { AdjustmentDesk } from './AdjustmentDesk';
import { AdjustmentPresenter } from './AdjustmentPresenter';
import { AdjustmentScope, AdjustmentStore } from './AdjustmentStore';
import { findSlo, FindSloOptions } from './findSlo';

type AnyRequest = Request<any, any, any, any, any>;

const ID = /^\d{1,9}$/;

/** Routes below `/slo-adjustments`. */
export function registerSloAdjustmentRoutes(
  router: Router,
  options: FindSloOptions & {
    adjustmentAuthority: AdjustmentAuthority;
    adjustmentBounds: AdjustmentBounds;
    adjustmentDesk: AdjustmentDesk;
    adjustmentPresenter: AdjustmentPresenter;
    adjustmentStore: AdjustmentStore;
    auditor: AuditorService;
    definitionStore: Pick<DefinitionStore, 'get'>;
    clock: () => Date;
  },
): void {
  const { accessControl, auditor, entityStore, clock } = options;
  const { adjustmentAuthority, adjustmentBounds, adjustmentDesk } = options;
  const { adjustmentPresenter, adjustmentStore } = options;

  /** @throws NotFoundError where there is no such entity, or the caller may not know of it. */
  const findEntity = async (
    req: AnyRequest,
    entityRef: string,
    environment?: string,
  ) => {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const entity = await entityStore.getByRef(entityRef);
    if (
      !entity ||
      entity.retired ||
      !(await access.allows(entity, environment))
    ) {
      throw new NotFoundError(
        `There is no entity '${entityRef}' that you may see`,
      );
    }
    return entity;
  };

  const readScope = async (
    req: AnyRequest,
    scope: BodyOf<'createSloAdjustment'>['scope'],
  ): Promise<AdjustmentScope> => {
    switch (scope.type) {
      case 'slo': {
        const { slo } = await findSlo(req, scope.sloId, options);
        const { entityId, environment } = slo;
        return { type: 'slo', sloId: slo.id, entityId, environment };
      }
      case 'entity': {
        const { entityRef, environment } = scope;
        const { id } = await findEntity(req, entityRef, environment);
        return { type: 'entity', entityId: id, environment };
      }
      default: {
        const { definitionId } = scope;
        const access = await accessControl.forRequest(
          req,
          performanceReadPermission,
        );
        const { definition } = await getVisibleDefinition(
          options,
          access,
          definitionId,
        );
        if (definition.kind !== 'SLO') {
          throw new InputError(
            `${definitionId} is no SLO, but a ${definition.kind}`,
          );
        }
        return { type: 'definition', definitionId };
      }
    }
  };

  router.get<
    {},
    AnswerOf<'listSloAdjustments', 200>,
    never,
    QueryOf<'listSloAdjustments'>
  >('/slo-adjustments', async (req, res) => {
    const { sloId, entityRef, status, limit = 25, offset = 0 } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const all = await adjustmentStore.list(
      {
        slo:
          sloId === undefined
            ? undefined
            : (
                await findSlo(req, sloId, options)
              ).slo,
        entityId:
          entityRef === undefined
            ? undefined
            : (
                await findEntity(req, entityRef)
              ).id,
      },
      access,
    );
    const wanted = status
      ? all.filter(one => status.includes(adjustmentPresenter.statusOf(one)))
      : all;
    res.json({
      items: await adjustmentPresenter.present(
        req,
        wanted.slice(offset, offset + limit),
      ),
      totalItems: wanted.length,
    });
  });

  router.post<
    {},
    AnswerOf<'createSloAdjustment', 201>,
    BodyOf<'createSloAdjustment'>
  >('/slo-adjustments', async (req, res) => {
    const { scope: asked, times } = req.body;
    const reason = readReason(req.body.reason);
    const adjustment = await audited(
      auditor,
      {
        eventId: 'slo-adjustment-create',
        request: req,
        meta: { scope: asked, times, reason },
      },
      async () => {
        const scope = await readScope(req, asked);
        const abilities = await adjustmentAuthority.assertMayAdjust(req, scope);
        const problem = checkAdjustmentTimes(times);
        if (problem) {
          throw new InputError(problem);
        }
        await adjustmentBounds.assertWithin(scope, times, abilities);
        const { principal } = await accessControl.forRequest(
          req,
          performanceReadPermission,
        );
        return adjustmentDesk.adjust({
          scope,
          times,
          reason,
          createdBy: principal,
          createdAt: clock(),
        });
      },
      ({ id }) => ({ adjustmentId: id }),
    );
    const [body] = await adjustmentPresenter.present(req, [adjustment]);
    res.status(201).json(body);
  });

  router.post<
    PathOf<'revokeSloAdjustment'>,
    AnswerOf<'revokeSloAdjustment', 200>,
    BodyOf<'revokeSloAdjustment'>
  >('/slo-adjustments/:adjustmentId/revoke', async (req, res) => {
    const { adjustmentId } = req.params;
    const reason = readReason(req.body.reason);
    const revoked = await audited(
      auditor,
      {
        eventId: 'slo-adjustment-revoke',
        request: req,
        meta: { adjustmentId, reason },
      },
      async () => {
        const access = await accessControl.forRequest(
          req,
          performanceReadPermission,
        );
        const adjustment = ID.test(adjustmentId)
          ? await adjustmentStore.get(Number(adjustmentId))
          : undefined;
        const scope = adjustment?.scope;
        const entity =
          scope && scope.type !== 'definition'
            ? await entityStore.getById(scope.entityId)
            : undefined;
        const isVisible =
          scope?.type === 'definition'
            ? access.scope !== 'none'
            : entity !== undefined &&
              (await access.allows(entity, scope?.environment));
        if (!adjustment || !isVisible) {
          throw new NotFoundError(`There is no adjustment '${adjustmentId}'`);
        }
        await adjustmentAuthority.assertMayAdjust(req, adjustment.scope);
        return adjustmentDesk.revoke(adjustment, {
          by: access.principal,
          at: clock(),
          reason,
        });
      },
    );
    const [body] = await adjustmentPresenter.present(req, [revoked]);
    res.json(body);
  });
}
