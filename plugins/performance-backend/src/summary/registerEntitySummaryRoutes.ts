import { NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { RunStore } from '../runs/RunStore';
import { Knex } from 'knex';
import { breakGlassToApi } from '../gate/breakGlassApi';
import { BreakGlassStore } from '../gate/BreakGlassStore';
import { selectEntityEnforcement } from '../policies/selectEntityEnforcement';
import { entityScorecardSummaryToApi } from '../scorecards/scorecardApi';
import { ScorecardStore } from '../scorecards/ScorecardStore';
import { AnswerOf, PathOf } from '../service/operationTypes';
import { VerdictReader } from '../verdicts/VerdictReader';
import { VerdictStore } from '../verdicts/VerdictStore';

/** `GET /entities/{kind}/{namespace}/{name}`. */
export function registerEntitySummaryRoutes(
  router: Router,
  options: {
    knex: Knex;
    entityStore: EntityStore;
    runStore: RunStore;
    verdictStore: VerdictStore;
    verdictReader: VerdictReader;
    accessControl: AccessControl;
    definitionStore: Pick<DefinitionStore, 'listSources'>;
    breakGlassStore: BreakGlassStore;
    scorecardStore: Pick<ScorecardStore, 'ofEntity'>;
    clock: () => Date;
  },
): void {
  const { entityStore, runStore, verdictStore, verdictReader } = options;
  const { accessControl, definitionStore, breakGlassStore } = options;
  const { knex, scorecardStore, clock } = options;

  router.get<PathOf<'getEntitySummary'>, AnswerOf<'getEntitySummary', 200>>(
    '/entities/:kind/:namespace/:name',
    async (req, res) => {
      const { kind, namespace, name } = req.params;
      const entityRef = `${kind}:${namespace}/${name}`;
      const entity = await entityStore.getByRef(entityRef);
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      if (!entity || entity.retired || !(await access.allows(entity))) {
        throw new NotFoundError(
          `There is no entity '${entityRef}' that you may see`,
        );
      }
      const { runCount, lastRunAt, environments } = await runStore.summary(
        entity.id,
        access,
      );
      const { read: _, ...may } = await accessControl.abilities(req, entity);
      const now = clock();
      const breakGlass = await breakGlassStore.active(entity.id, now);
      const scorecards = await scorecardStore.ofEntity(entity.id);
      const { system, domains } = entity.fact;
      const sources = await definitionStore.listSources(access, [
        entityRef.toLocaleLowerCase('en-US'),
        ...(system ? [system] : []),
        ...domains,
      ]);
      res.json({
        entity: entityProjectionToApi(entity),
        counts: await verdictReader.countsOf(entity.id, access),
        environments,
        runCount,
        lastRunAt: lastRunAt?.toISOString(),
        scorecards: scorecards.map(entityScorecardSummaryToApi),
        notJudged: await verdictStore.listNotJudged(entity.id),
        definitionProblems: sources.flatMap(source => source.problems),
        enforcement: {
          ...(await selectEntityEnforcement(knex, entity.id, access)),
          breakGlass: breakGlass && breakGlassToApi(breakGlass, now),
        },
        may,
      });
    },
  );
}
