import { InputError, NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Access, AccessControl } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import { DisputeStore } from '../disputes/DisputeStore';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { getVisibleDefinition } from '../definitions/getVisibleDefinition';
import { listGoals } from '../goals/listGoals';
import {
  MeasurementRecord,
  MeasurementStore,
} from '../measurements/MeasurementStore';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { changeToApi, currentVerdictToApi, parseVerdictId } from './verdictApi';
import { keyText } from './planChanges';
import { CurrentVerdict, TrendPoint, VerdictReader } from './VerdictReader';

const TREND_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Routes below `/verdicts`, and `/facets`. */
export function registerVerdictRoutes(
  router: Router,
  options: {
    verdictReader: VerdictReader;
    entityStore: EntityStore;
    disputeStore: DisputeStore;
    measurementStore: Pick<MeasurementStore, 'current'>;
    accessControl: AccessControl;
    definitionStore: Pick<DefinitionStore, 'get' | 'list'>;
    clock: () => Date;
  },
): void {
  const { verdictReader, entityStore, accessControl } = options;
  const { definitionStore, clock } = options;
  const { disputeStore, measurementStore } = options;

  /** When what was measured for a verdict was. */
  const measuredTimes = async (verdicts: CurrentVerdict[]) => {
    const measured = verdicts.filter(
      verdict => verdict.kind === 'budget' && verdict.measured,
    );
    const records =
      measured.length === 0
        ? new Map<number, MeasurementRecord[]>()
        : await measurementStore.current([
            ...new Set(measured.map(({ entityId }) => entityId)),
          ]);
    return (verdict: CurrentVerdict) =>
      verdict.kind === 'budget'
        ? records
            .get(verdict.entityId)
            ?.find(
              ({ definitionId, environment }) =>
                definitionId === verdict.measured?.definitionId &&
                environment === verdict.subject.environment,
            )?.measuredAt
        : undefined;
  };

  const getGoal = async (access: Access, goalId: string) => {
    const { definition } = await getVisibleDefinition(options, access, goalId);
    if (definition.kind !== 'Goal') {
      throw new InputError(`${goalId} is no goal, but a ${definition.kind}`);
    }
    return definition;
  };

  /** @throws InputError unless it is a policy, NotFoundError where the caller may not see it. */
  const assertPolicy = async (access: Access, policyId: string) => {
    const { definition } = await getVisibleDefinition(
      options,
      access,
      policyId,
    );
    if (definition.kind !== 'Policy') {
      throw new InputError(
        `${policyId} is no policy, but a ${definition.kind}`,
      );
    }
  };

  const toApi = async (
    verdicts: CurrentVerdict[],
    trends?: Map<CurrentVerdict, TrendPoint[]>,
  ) => {
    const ids = [...new Set(verdicts.map(({ entityId }) => entityId))];
    const byId = new Map(
      (await entityStore.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    const disputes = await disputeStore.countOpen(
      verdicts.map(({ key }) => key),
    );
    const measuredAtOf = await measuredTimes(verdicts);
    return verdicts.flatMap(verdict => {
      const entity = byId.get(verdict.entityId);
      return entity
        ? currentVerdictToApi(verdict, entity, {
            trend: trends?.get(verdict),
            openDisputes: disputes.get(keyText(verdict.key)),
            measuredAt: measuredAtOf(verdict),
          })
        : [];
    });
  };
  const trendsOf = (verdicts: CurrentVerdict[]) =>
    verdictReader.trends(
      verdicts,
      new Date(clock().getTime() - TREND_DAYS * DAY_MS),
    );

  router.get<{}, AnswerOf<'listVerdicts', 200>, never, QueryOf<'listVerdicts'>>(
    '/verdicts',
    async (req, res) => {
      const { trend, goal, ...query } = req.query;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      if (query.policy !== undefined) {
        await assertPolicy(access, query.policy);
      }
      const { items, ...rest } = await verdictReader.list(
        {
          ...query,
          goal: goal === undefined ? undefined : await getGoal(access, goal),
          sort: query.sort ?? 'state',
          limit: query.limit ?? 25,
          offset: query.offset ?? 0,
        },
        access,
      );
      res.json({
        items: await toApi(items, trend ? await trendsOf(items) : undefined),
        ...rest,
      });
    },
  );

  router.get<PathOf<'getVerdict'>, AnswerOf<'getVerdict', 200>>(
    '/verdicts/:verdictId',
    async (req, res) => {
      const { verdictId } = req.params;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const key = parseVerdictId(verdictId);
      const verdict = key && (await verdictReader.get(key, access));
      const [detail] = verdict
        ? await toApi([verdict], await trendsOf([verdict]))
        : [];
      if (!verdict || !detail) {
        throw new NotFoundError(`There is no current verdict '${verdictId}'`);
      }
      const history = await verdictReader.history(verdict.key);
      const [entity] = await entityStore.getByIds([verdict.entityId]);
      const { contribute, approve } = await accessControl.abilities(
        req,
        entity,
        verdict.subject.environment,
      );
      res.json({
        ...detail,
        history: history.map(changeToApi),
        may: { contribute, approve },
      });
    },
  );

  router.get<{}, AnswerOf<'listFacets', 200>>('/facets', async (req, res) => {
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    res.json(
      await verdictReader.facets(
        access,
        await listGoals(definitionStore, access),
      ),
    );
  });
}
