import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { performanceUploadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { writeAndEvaluate } from '../evaluation/writeAndEvaluate';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf } from '../service/operationTypes';
import { checkResultToApi } from './checkResultApi';
import { CheckResultStore, ExternalResultRecord } from './CheckResultStore';
import { findChecks } from './findChecks';

/** Clocks of machines that push results differ by less. */
const CLOCK_DIFFERENCE_MS = 60_000;

/** `PUT /entities/{kind}/{namespace}/{name}/check-results/{check}`. */
export function registerCheckResultRoutes(
  router: Router,
  options: {
    knex: Knex;
    accessControl: AccessControl;
    auditor: AuditorService;
    catalogProjection: Pick<CatalogProjection, 'ensure'>;
    definitionRegistry: DefinitionRegistry;
    evaluation: EvaluationService;
    externalResultStore: CheckResultStore<ExternalResultRecord>;
    clock: () => Date;
  },
): void {
  const { accessControl, auditor, definitionRegistry } = options;
  const { catalogProjection, externalResultStore, clock } = options;

  router.put<
    PathOf<'putCheckResult'>,
    AnswerOf<'putCheckResult', 200>,
    BodyOf<'putCheckResult'>
  >(
    '/entities/:kind/:namespace/:name/check-results/:check',
    async (req, res) => {
      const { check } = req.params;
      const { state, message, url, at } = req.body;
      const entityRef = stringifyEntityRef(req.params);
      const answer = await audited(
        auditor,
        {
          eventId: 'check-result-put',
          request: req,
          meta: { entityRef, check, state },
        },
        async () => {
          const access = await accessControl.forRequest(
            req,
            performanceUploadPermission,
          );
          // A service may be in the catalog for a shorter time than this plugin looked at it.
          const entity = await catalogProjection.ensure(entityRef);
          if (!entity || entity.retired) {
            throw new NotFoundError(
              `There is no entity ${entityRef} that you may see`,
            );
          }
          await access.assertAllowed(entity);
          findChecks(
            await definitionRegistry.applicableTo(entity),
            check,
            'external',
            entity.entityRef,
          );
          const result: ExternalResultRecord = {
            check,
            state,
            message,
            url,
            at: timeOf(at, clock()),
            by: access.principal,
          };
          let outcome = { result, accepted: true };
          await writeAndEvaluate(options, entity, async tx => {
            const put = await externalResultStore.put(entity.id, result, tx);
            outcome = put;
            return put.changed ? put : undefined;
          });
          return outcome;
        },
        ({ accepted }) => ({ accepted }),
      );
      res.json({
        accepted: answer.accepted,
        result: { ...checkResultToApi(answer.result), by: answer.result.by },
      });
    },
  );
}

function timeOf(at: string | undefined, now: Date): Date {
  const time = at === undefined ? now : new Date(at);
  if (time.getTime() > now.getTime() + CLOCK_DIFFERENCE_MS) {
    throw new InputError(
      `The result is from ${time.toISOString()}, which is yet to come: check the clock of the machine that sends it, or leave out \`at\``,
    );
  }
  return time;
}
