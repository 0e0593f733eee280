import { NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Access, AccessControl } from '../access/Access';
import { findVisibleEntity } from '../access/findVisibleEntity';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { getVisibleDefinition } from '../definitions/getVisibleDefinition';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import {
  entityScorecardToApi,
  scorecardStandingToApi,
  scorecardSummaryToApi,
} from './scorecardApi';
import { scorecardRulesToApi } from './scorecardRulesToApi';
import { ScorecardStore } from './ScorecardStore';

const TREND_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Routes below `/scorecards`, and the scorecards of an entity. */
export function registerScorecardRoutes(
  router: Router,
  options: {
    scorecardStore: ScorecardStore;
    definitionStore: DefinitionStore;
    entityStore: EntityStore;
    accessControl: AccessControl;
    clock: () => Date;
  },
): void {
  const { scorecardStore, definitionStore, entityStore } = options;
  const { accessControl, clock } = options;

  /** @throws NotFoundError where there is none, or the caller may not know of it. */
  const findScorecard = async (access: Access, definitionId: string) => {
    const stored = await getVisibleDefinition(options, access, definitionId);
    const { definition, status } = stored;
    if (definition.kind !== 'Scorecard' || status === 'retired') {
      throw new NotFoundError(
        `There is no scorecard ${definitionId} that you may see`,
      );
    }
    return { ...stored, definition };
  };

  router.get<
    PathOf<'getEntityScorecards'>,
    AnswerOf<'getEntityScorecards', 200>
  >('/entities/:kind/:namespace/:name/scorecards', async (req, res) => {
    const { entity } = await findVisibleEntity(req, options);
    const since = new Date(clock().getTime() - TREND_DAYS * DAY_MS);
    const [scorecards, trends] = await Promise.all([
      scorecardStore.ofEntity(entity.id),
      scorecardStore.trends(entity.id, since),
    ]);
    res.json({
      items: scorecards.map(scorecard =>
        entityScorecardToApi(
          scorecard,
          trends.get(scorecard.definitionId) ?? [],
        ),
      ),
    });
  });

  router.get<
    {},
    AnswerOf<'listScorecards', 200>,
    never,
    QueryOf<'listScorecards'>
  >('/scorecards', async (req, res) => {
    const { q, limit = 25, offset = 0, ...filter } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const { items, totalItems } = await definitionStore.list({
      access,
      filter: {
        kind: ['Scorecard'],
        status: ['in-force', 'invalid'],
        text: q,
      },
      order: { field: 'name', direction: 'asc' },
      limit,
      offset,
    });
    const distributions = await scorecardStore.distributions(
      items.map(({ definition }) => definition.id),
      filter,
      access,
    );
    res.json({
      items: items.map(item =>
        scorecardSummaryToApi(item, distributions.get(item.definition.id)),
      ),
      totalItems,
    });
  });

  router.get<PathOf<'getScorecard'>, AnswerOf<'getScorecard', 200>>(
    '/scorecards/:definitionId',
    async (req, res) => {
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { definitionId } = req.params;
      const stored = await findScorecard(access, definitionId);
      const distributions = await scorecardStore.distributions(
        [definitionId],
        {},
        access,
      );
      const standings = await scorecardStore.ruleStandings(
        definitionId,
        access,
      );
      res.json({
        ...scorecardSummaryToApi(stored, distributions.get(definitionId)),
        rules: scorecardRulesToApi(
          stored.definition.spec,
          standings,
          await definitionStore.listInForce(),
        ),
      });
    },
  );

  router.get<
    PathOf<'listScorecardResults'>,
    AnswerOf<'listScorecardResults', 200>,
    never,
    QueryOf<'listScorecardResults'>
  >('/scorecards/:definitionId/results', async (req, res) => {
    const { sort = 'level', limit = 25, offset = 0, ...query } = req.query;
    const access = await accessControl.forRequest(
      req,
      performanceReadPermission,
    );
    const { definition } = await findScorecard(access, req.params.definitionId);
    const { items, totalItems } = await scorecardStore.list(
      definition.id,
      { ...query, sort, limit, offset },
      access,
    );
    const entities = new Map(
      (await entityStore.getByIds(items.map(({ entityId }) => entityId))).map(
        entity => [entity.id, entity],
      ),
    );
    res.json({
      items: items.flatMap(item => {
        const entity = entities.get(item.entityId);
        return entity ? scorecardStandingToApi(item, entity) : [];
      }),
      totalItems,
    });
  });
}
