import { AuditorService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  performanceAdministerPermission,
  performanceReadPermission,
  PolicyDefinition,
} from '@perf-governance/plugin-performance-common';
import { Request, Router } from 'express';
import { Access, AccessControl } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import {
  DefinitionStore,
  StoredDefinition,
} from '../definitions/DefinitionStore';
import { getVisibleDefinition } from '../definitions/getVisibleDefinition';
import { audited } from '../service/audited';
import { readReason } from '../service/readReason';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { overrideToApi, policySummary, ruleTrustToApi } from './policyApi';
import { PolicyCounter } from './PolicyCounter';
import { TrustLimits } from './readEnforcementConfig';
import { TrustAssessor } from './TrustAssessor';
import { TrustStore } from './TrustStore';

type AnyRequest = Request<any, any, any, any, any>;

/** An organisation has tens. */
const MAX_POLICIES = 1000;

/** Routes below `/policies`. */
export function registerPolicyRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    auditor: AuditorService;
    definitionStore: DefinitionStore;
    entityStore: EntityStore;
    policyCounter: PolicyCounter;
    trustStore: TrustStore;
    trustAssessor: TrustAssessor;
    trustLimits: TrustLimits;
    clock: () => Date;
  },
): void {
  const { accessControl, auditor, definitionStore, clock } = options;
  const { entityStore, policyCounter, trustStore } = options;
  const { trustAssessor, trustLimits } = options;

  /** @throws NotFoundError where there is no such policy in force that the caller may see. */
  const findPolicy = async (
    access: Access,
    id: string,
  ): Promise<{ stored: StoredDefinition; policy: PolicyDefinition }> => {
    const stored = await getVisibleDefinition(options, access, id);
    const { definition, status } = stored;
    if (definition.kind !== 'Policy' || status === 'retired') {
      throw new NotFoundError(`There is no policy ${id} in force`);
    }
    return { stored, policy: definition };
  };

  /** Whether the caller may administer everything that the policy may be about. */
  const mayOverride = async (
    administer: Access | undefined,
    { layerEntityId }: StoredDefinition,
  ): Promise<boolean> => {
    if (!administer || layerEntityId === undefined) {
      return administer?.scope === 'all';
    }
    const entity = await entityStore.getById(layerEntityId);
    return entity !== undefined && administer.allows(entity);
  };

  /** @throws NotAllowedError where the caller may see but not administer it. */
  const findToOverride = async (req: AnyRequest, id: string) => {
    const read = await accessControl.forRequest(req, performanceReadPermission);
    const { stored, policy } = await findPolicy(read, id);
    const administer = await accessControl.forRequest(
      req,
      performanceAdministerPermission,
    );
    if (!(await mayOverride(administer, stored))) {
      throw new NotAllowedError(
        `${administer.principal} lacks the permission ${performanceAdministerPermission.name} for all that ${id} may be about`,
      );
    }
    return { policy, by: administer.principal };
  };

  router.get<{}, AnswerOf<'listPolicies', 200>>(
    '/policies',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { items } = await definitionStore.list({
        access,
        filter: { kind: ['Policy'], status: ['in-force', 'invalid'] },
        order: { field: 'layer', direction: 'asc' },
        limit: MAX_POLICIES,
        offset: 0,
      });
      const counts = await policyCounter.count(access);
      const trust = await trustStore.list({});
      const overrides = await trustStore.listOverrides({});
      const now = clock();
      res.json({
        items: items.flatMap(stored => {
          const { definition } = stored;
          const isOf = ({ definitionId }: { definitionId: string }) =>
            definitionId === definition.id;
          return definition.kind === 'Policy'
            ? [
                policySummary(
                  stored,
                  definition,
                  {
                    counts: counts.get(definition.id) ?? [],
                    trust: trust.filter(isOf),
                    overrides: overrides.filter(isOf),
                  },
                  now,
                ),
              ]
            : [];
        }),
      });
    },
  );

  router.get<PathOf<'getPolicy'>, AnswerOf<'getPolicy', 200>>(
    '/policies/:definitionId',
    async (req, res) => {
      const { definitionId } = req.params;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { stored, policy } = await findPolicy(access, definitionId);
      const counts = await policyCounter.count(access);
      const trust = await trustStore.list({ definitionId });
      const overrides = await trustStore.listOverrides({ definitionId });
      const ofAll = overrides.find(({ ruleId }) => ruleId === undefined);
      const administer = await accessControl.optionalForRequest(
        req,
        performanceAdministerPermission,
      );
      const now = clock();
      res.json({
        ...policySummary(
          stored,
          policy,
          { counts: counts.get(definitionId) ?? [], trust, overrides },
          now,
        ),
        trustRules: trust
          .filter(({ verdicts }) => verdicts > 0)
          .map(record => ruleTrustToApi(record, overrides, trustLimits, now)),
        trustLimits,
        override: ofAll && overrideToApi(ofAll),
        may: { override: await mayOverride(administer, stored) },
      });
    },
  );

  router.post<
    PathOf<'overrideTrust'>,
    AnswerOf<'overrideTrust', 201>,
    BodyOf<'overrideTrust'>
  >('/policies/:definitionId/trust-overrides', async (req, res) => {
    const { definitionId } = req.params;
    const { ruleId, reason } = req.body;
    const override = await audited(
      auditor,
      {
        eventId: 'trust-override',
        severityLevel: 'high',
        request: req,
        meta: { definitionId, ruleId, reason },
      },
      async () => {
        const { by } = await findToOverride(req, definitionId);
        await trustAssessor.assess();
        const known = await trustStore.list({ definitionId });
        if (ruleId !== undefined && !known.some(one => one.ruleId === ruleId)) {
          throw new NotFoundError(
            `${definitionId} never blocks by a rule '${ruleId}'`,
          );
        }
        const added = {
          definitionId,
          ruleId,
          reason: readReason(reason),
          by,
          at: clock(),
        };
        if (!(await trustStore.addOverride(added))) {
          throw new ConflictError(
            `The trust in ${
              ruleId ?? 'all rules'
            } of ${definitionId} is overridden already`,
          );
        }
        await trustAssessor.reevaluate(
          known.map(one => one.ruleId).filter(id => (ruleId ?? id) === id),
        );
        return added;
      },
    );
    res.status(201).json(overrideToApi(override));
  });

  router.delete<
    PathOf<'removeTrustOverride'>,
    unknown,
    never,
    QueryOf<'removeTrustOverride'>
  >('/policies/:definitionId/trust-overrides', async (req, res) => {
    const { definitionId } = req.params;
    const { ruleId } = req.query;
    await audited(
      auditor,
      {
        eventId: 'trust-override-remove',
        severityLevel: 'high',
        request: req,
        meta: { definitionId, ruleId },
      },
      async () => {
        const { by } = await findToOverride(req, definitionId);
        const removed = await trustStore.removeOverride(
          { definitionId, ruleId },
          { by, at: clock() },
        );
        if (!removed) {
          throw new NotFoundError(
            `The trust in ${
              ruleId ?? 'all rules'
            } of ${definitionId} isn't overridden`,
          );
        }
        const known = await trustStore.list({ definitionId });
        await trustAssessor.reevaluate(
          known.map(one => one.ruleId).filter(id => (ruleId ?? id) === id),
        );
      },
    );
    res.status(204).end();
  });
}
