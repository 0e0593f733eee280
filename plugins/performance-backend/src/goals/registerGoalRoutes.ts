import {
  components,
  GoalDefinition,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { DefinitionStore } from '../definitions/DefinitionStore';
import { countsToApi, totalOf, withinOf } from '../rollups/counts';
import { dayOf, dayToApi } from '../rollups/days';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import { GoalReader } from './GoalReader';
import { listGoals } from './listGoals';

const DEFAULT_DAYS = 90;

/** `GET /goals`. */
export function registerGoalRoutes(
  router: Router,
  options: {
    goalReader: GoalReader;
    definitionStore: Pick<DefinitionStore, 'list'>;
    accessControl: AccessControl;
    clock: () => Date;
  },
): void {
  const { goalReader, definitionStore, accessControl, clock } = options;

  router.get<{}, AnswerOf<'listGoals', 200>, never, QueryOf<'listGoals'>>(
    '/goals',
    async (req, res) => {
      const { days = DEFAULT_DAYS, ...filter } = req.query;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const today = dayOf(clock());
      const goals: components['schemas']['Goal'][] = [];
      for (const goal of await listGoals(definitionStore, access)) {
        const trend = await goalReader.trend(
          goal,
          filter,
          { from: today - days, today },
          access,
        );
        goals.push(goalToApi(goal, trend));
      }
      res.json({ items: goals });
    },
  );
}

function goalToApi(
  { id, metadata, layer, spec }: GoalDefinition,
  trend: Awaited<ReturnType<GoalReader['trend']>>,
): components['schemas']['Goal'] {
  const [then] = trend;
  const { counts } = trend[trend.length - 1];
  const now = countsToApi(counts);
  return {
    definitionId: id,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    layer,
    target: spec.target,
    by: spec.by,
    label: spec.label,
    met: now.share !== undefined && now.share >= spec.target,
    now,
    then: { day: dayToApi(then.day), counts: countsToApi(then.counts) },
    trend: trend.map(point => ({
      day: dayToApi(point.day),
      total: totalOf(point.counts),
      within: withinOf(point.counts),
      noData: point.counts.no_data,
    })),
  };
}
