import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  components,
  performanceApprovePermission,
  performanceContributePermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { lockEntity } from '../evaluation/lockEntity';
import { audited } from '../service/audited';
import { readReason } from '../service/readReason';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { parseVerdictId, verdictIdOf } from '../verdicts/verdictApi';
import { VerdictReader } from '../verdicts/VerdictReader';
import { isSamePrincipal } from '../waivers/WaiverDesk';
import { DisputeListener } from './DisputeListener';
import { Dispute, DisputeStore } from './DisputeStore';

type AnyRequest = Request<any, any, any, any, any>;

const MAX_OF_VERDICT = 200;

/** Routes at `/verdicts/{verdictId}/disputes` and below `/disputes`. */
export function registerDisputeRoutes(
  router: Router,
  options: {
    knex: Knex;
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    verdictReader: VerdictReader;
    disputeStore: DisputeStore;
    disputeListeners: DisputeListener[];
    clock: () => Date;
  },
): void {
  const { knex, accessControl, auditor, entityStore, clock } = options;
  const { verdictReader, disputeStore, disputeListeners } = options;

  const toApi = async (
    req: AnyRequest,
    disputes: Dispute[],
  ): Promise<components['schemas']['Dispute'][]> => {
    const approve = await accessControl.optionalForRequest(
      req,
      performanceApprovePermission,
    );
    const ids = [...new Set(disputes.map(({ entityId }) => entityId))];
    const entities = new Map(
      (await entityStore.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    const items = disputes.map(async dispute => {
      const { entityId, key, at, resolution, ...rest } = dispute;
      const entity = entities.get(entityId);
      if (!entity) {
        return [];
      }
      const mayApprove = await approve?.allows(entity, dispute.environment);
      return [
        {
          ...rest,
          verdictId: verdictIdOf(key),
          entity: entityProjectionToApi(entity),
          at: at.toISOString(),
          resolution: resolution && {
            ...resolution,
            at: resolution.at.toISOString(),
          },
          may: {
            resolve:
              dispute.status === 'open' &&
              mayApprove === true &&
              !isSamePrincipal(dispute.by, approve?.principal ?? ''),
          },
        },
      ];
    });
    return (await Promise.all(items)).flat();
  };

  const tell = async (
    dispute: Dispute,
    entity: ProjectedEntity,
    tx: Knex.Transaction,
  ) => {
    for (const listener of disputeListeners) {
      await listener.onDispute(dispute, entity, tx);
    }
  };

  /** @throws NotFoundError where there is no such verdict or the caller may not know of it. */
  const findVerdict = async (req: AnyRequest, verdictId: string) => {
    const read = await accessControl.forRequest(req, performanceReadPermission);
    const key = parseVerdictId(verdictId);
    const verdict = key && (await verdictReader.get(key, read));
    if (!verdict) {
      throw new NotFoundError(`There is no current verdict '${verdictId}'`);
    }
    return { verdict, read };
  };

  router.get<
    PathOf<'listVerdictDisputes'>,
    AnswerOf<'listVerdictDisputes', 200>
  >('/verdicts/:verdictId/disputes', async (req, res) => {
    const { verdict, read } = await findVerdict(req, req.params.verdictId);
    const { items } = await disputeStore.list(
      { key: verdict.key, limit: MAX_OF_VERDICT, offset: 0 },
      read,
    );
    res.json({ items: await toApi(req, items) });
  });

  router.post<
    PathOf<'disputeVerdict'>,
    AnswerOf<'disputeVerdict', 201>,
    BodyOf<'disputeVerdict'>
  >('/verdicts/:verdictId/disputes', async (req, res) => {
    const { verdictId } = req.params;
    const { reason } = req.body;
    const dispute = await audited(
      auditor,
      {
        eventId: 'dispute-open',
        request: req,
        meta: { verdictId, reason },
      },
      async () => {
        const { verdict } = await findVerdict(req, verdictId);
        const access = await accessControl.forRequest(
          req,
          performanceContributePermission,
        );
        const [entity] = await entityStore.getByIds([verdict.entityId]);
        await access.assertAllowed(entity, verdict.subject.environment);
        const added = await knex.transaction(async tx => {
          await lockEntity(verdict.entityId, tx);
          const stored = await disputeStore.add(
            {
              verdict,
              reason: readReason(reason),
              by: access.principal,
              at: clock(),
            },
            tx,
          );
          if (stored) {
            await tell(stored, entity, tx);
          }
          return stored;
        });
        if (!added) {
          throw new ConflictError(
            'You dispute this verdict already; that has to be settled first',
          );
        }
        return added;
      },
      ({ id }) => ({ disputeId: id }),
    );
    const [body] = await toApi(req, [dispute]);
    res.status(201).json(body);
  });

  router.get<{}, AnswerOf<'listDisputes', 200>, never, QueryOf<'listDisputes'>>(
    '/disputes',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { limit = 25, offset = 0, ...query } = req.query;
      const { items, totalItems } = await disputeStore.list(
        { ...query, limit, offset },
        access,
      );
      res.json({ items: await toApi(req, items), totalItems });
    },
  );

  router.post<
    PathOf<'resolveDispute'>,
    AnswerOf<'resolveDispute', 200>,
    BodyOf<'resolveDispute'>
  >('/disputes/:disputeId/resolution', async (req, res) => {
    const { disputeId } = req.params;
    const { outcome, note } = req.body;
    const resolved = await audited(
      auditor,
      {
        eventId: 'dispute-resolve',
        request: req,
        meta: { disputeId, outcome, note },
      },
      async () => {
        const read = await accessControl.forRequest(
          req,
          performanceReadPermission,
        );
        const dispute = await disputeStore.get(disputeId);
        const [entity] = dispute
          ? await entityStore.getByIds([dispute.entityId])
          : [];
        if (
          !dispute ||
          !entity ||
          !(await read.allows(entity, dispute.environment))
        ) {
          throw new NotFoundError(`There is no dispute '${disputeId}'`);
        }
        const access = await accessControl.forRequest(
          req,
          performanceApprovePermission,
        );
        await access.assertAllowed(entity, dispute.environment);
        if (isSamePrincipal(dispute.by, access.principal)) {
          throw new NotAllowedError(
            `Nobody settles their own dispute: somebody other than ${dispute.by} has to`,
          );
        }
        const settled = await knex.transaction(async tx => {
          const stored = await disputeStore.resolve(
            disputeId,
            { outcome, note, by: access.principal, at: clock() },
            tx,
          );
          if (stored) {
            await tell(stored, entity, tx);
          }
          return stored;
        });
        if (!settled) {
          throw new ConflictError(`Dispute ${disputeId} is settled already`);
        }
        return settled;
      },
    );
    const [body] = await toApi(req, [resolved]);
    res.json(body);
  });
}
