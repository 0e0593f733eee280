import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { AnswerOf } from '../service/operationTypes';
import { Reevaluations } from './Reevaluations';

/** `GET /operations/reevaluations`. */
export function registerReevaluationRoutes(
  router: Router,
  options: { reevaluations: Reevaluations; accessControl: AccessControl },
): void {
  const { reevaluations, accessControl } = options;

  router.get<{}, AnswerOf<'getReevaluations', 200>>(
    '/operations/reevaluations',
    async (req, res) => {
      await accessControl.forRequest(req, performanceReadPermission);
      const { since, ...progress } = await reevaluations.progress();
      res.json({ ...progress, since: since?.toISOString() });
    },
  );
}
