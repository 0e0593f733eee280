import { AuditorService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { performanceContributePermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { findVisibleEntity } from '../access/findVisibleEntity';
import { EntityStore } from '../catalog/EntityStore';
import { audited } from '../service/audited';
import { AnswerOf, PathOf } from '../service/operationTypes';
import { checkResultToApi } from './checkResultApi';
import { ExtensionChecks } from './ExtensionChecks';

/** `POST /entities/{kind}/{namespace}/{name}/check-evaluations`. */
export function registerCheckEvaluationRoutes(
  router: Router,
  options: {
    accessControl: AccessControl;
    auditor: AuditorService;
    entityStore: EntityStore;
    extensionChecks: ExtensionChecks;
  },
): void {
  const { accessControl, auditor, extensionChecks } = options;

  router.post<PathOf<'evaluateChecks'>, AnswerOf<'evaluateChecks', 200>>(
    '/entities/:kind/:namespace/:name/check-evaluations',
    async (req, res) => {
      const results = await audited(
        auditor,
        {
          eventId: 'check-evaluate',
          request: req,
          meta: { entityRef: stringifyEntityRef(req.params) },
        },
        async () => {
          const { entity } = await findVisibleEntity(req, options);
          const access = await accessControl.forRequest(
            req,
            performanceContributePermission,
          );
          await access.assertAllowed(entity);
          return extensionChecks.evaluateEntity(entity);
        },
      );
      res.json({ items: results.map(checkResultToApi) });
    },
  );
}
