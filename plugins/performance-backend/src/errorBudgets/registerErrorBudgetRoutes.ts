import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { AnswerOf, QueryOf } from '../service/operationTypes';
import {
  ErrorBudgetActionRecord,
  ErrorBudgetActionStore,
} from './ErrorBudgetActionStore';

/** `GET /error-budget-actions`. */
export function registerErrorBudgetRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    entityStore: EntityStore;
    errorBudgetActionStore: ErrorBudgetActionStore;
  },
): void {
  const { accessControl, entityStore, errorBudgetActionStore } = options;

  router.get<
    {},
    AnswerOf<'listErrorBudgetActions', 200>,
    never,
    QueryOf<'listErrorBudgetActions'>
  >('/error-budget-actions', async (req, res) => {
    const { limit = 25, offset = 0, ...query } = req.query;
    const { items, totalItems } = await errorBudgetActionStore.list(
      { ...query, limit, offset },
      await accessControl.forRequest(req, performanceReadPermission),
    );
    const ids = [...new Set(items.map(({ entityId }) => entityId))];
    const entities = new Map(
      (await entityStore.getByIds(ids)).map(entity => [entity.id, entity]),
    );
    res.json({
      items: items.flatMap(action => {
        const entity = entities.get(action.entityId);
        return entity ? actionToApi(action, entity) : [];
      }),
      totalItems,
    });
  });
}

function actionToApi(
  action: ErrorBudgetActionRecord,
  entity: ProjectedEntity,
): AnswerOf<'listErrorBudgetActions', 200>['items'][number] {
  const { entityId: _, entityRef: __, startedAt, ended, ...others } = action;
  const { recoveringSince, ...rest } = others;
  return {
    ...rest,
    entity: entityProjectionToApi(entity),
    startedAt: startedAt.toISOString(),
    recoveringSince: ended ? undefined : recoveringSince?.toISOString(),
    ended: ended && { ...ended, at: ended.at.toISOString() },
  };
}
