import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Knex } from 'knex';
import { ErrorBudgetGate } from '../errorBudgets/ErrorBudgetGate';
import { EntityFactSource } from '../evaluation/EntityFactSource';
import { loadGovernanceFacts } from '../evaluation/loadGovernanceFacts';
import { appliedDefinition } from './definitionResponses';
import { DefinitionRouteServices } from './DefinitionRouteServices';

/** What the route works with. */
interface EntityDefinitionRouteServices extends DefinitionRouteServices {
  clock: () => Date;
  errorBudgetGate: ErrorBudgetGate;
  factSources: EntityFactSource[];
  knex: Knex;
}

/** The route by which a report is judged offline. */
export function registerEntityDefinitionRoutes(
  router: Router,
  services: EntityDefinitionRouteServices,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/definitions',
    async (request, response) => {
      const access = await services.accessControl.forRequest(
        request,
        performanceReadPermission,
      );
      const entityRef = stringifyEntityRef(request.params);
      const entity = await services.entityStore.getByRef(entityRef);
      if (!entity) {
        throw new NotFoundError(
          `There is no entity ${entityRef} that you may see`,
        );
      }
      await access.assertAllowed(entity);
      const definitions = await services.definitionRegistry.applicableTo(
        entity,
      );
      const now = services.clock();
      const facts = await services.knex.transaction(tx =>
        loadGovernanceFacts(services.factSources, [entity.id], now, tx),
      );
      response.json({
        entity: entity.fact,
        // Nothing is judged by what reviews ask, and it is long.
        definitions: definitions
          .filter(({ kind }) => kind !== 'ReviewTemplate')
          .map(appliedDefinition),
        facts: facts.get(entity.id) ?? {},
        errorBudgetActions: await services.errorBudgetGate.actions(
          entity.id,
          now,
        ),
      });
    },
  );
}
