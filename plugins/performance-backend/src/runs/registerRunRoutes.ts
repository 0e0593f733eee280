import { AuditorService } from '@backstage/backend-plugin-api';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import { Router } from 'express';
import { AccessControl } from '../access/Access';
import { audited } from '../service/audited';
import { AnswerOf, BodyOf, PathOf, QueryOf } from '../service/operationTypes';
import { VerdictReader } from '../verdicts/VerdictReader';
import { RunAccess } from './RunAccess';
import { RunCorrection } from './RunCorrection';
import { runDetailToApi, runToApi } from './runApi';
import { RunStore } from './RunStore';

/** Routes below `/runs` that read and correct runs. */
export function registerRunRoutes(
  router: Router,
  options: {
    runStore: RunStore;
    runAccess: RunAccess;
    accessControl: AccessControl;
    verdictReader: VerdictReader;
    runCorrection: RunCorrection;
    auditor: AuditorService;
  },
): void {
  const { runStore, runAccess, accessControl, verdictReader } = options;
  const { runCorrection, auditor } = options;

  router.get<{}, AnswerOf<'listRuns', 200>, never, QueryOf<'listRuns'>>(
    '/runs',
    async (req, res) => {
      const { startedAfter, startedBefore, ...query } = req.query;
      const access = await accessControl.forRequest(
        req,
        performanceReadPermission,
      );
      const { items, totalItems } = await runStore.list(
        {
          ...query,
          startedAfter: startedAfter ? new Date(startedAfter) : undefined,
          startedBefore: startedBefore ? new Date(startedBefore) : undefined,
          sort: query.sort ?? 'startedAt',
          order: query.order ?? 'desc',
          limit: query.limit ?? 25,
          offset: query.offset ?? 0,
        },
        access,
      );
      res.json({ items: items.map(runToApi), totalItems });
    },
  );

  router.get<PathOf<'getRun'>, AnswerOf<'getRun', 200>>(
    '/runs/:runId',
    async (req, res) => {
      const { run, entity } = await runAccess.read(req, req.params.runId);
      const administer = await runAccess.mayAdminister(req, run, entity);
      res.json(runDetailToApi(run, { administer }));
    },
  );

  router.get<
    PathOf<'listRunSeries'>,
    AnswerOf<'listRunSeries', 200>,
    never,
    QueryOf<'listRunSeries'>
  >('/runs/:runId/series', async (req, res) => {
    const { run } = await runAccess.read(req, req.params.runId);
    res.json(
      await runStore.listSeries(run.id, {
        metric: req.query.metric,
        limit: req.query.limit ?? 25,
        offset: req.query.offset ?? 0,
      }),
    );
  });

  router.get<PathOf<'listRunVerdicts'>, AnswerOf<'listRunVerdicts', 200>>(
    '/runs/:runId/verdicts',
    async (req, res) => {
      const { run } = await runAccess.read(req, req.params.runId);
      res.json({
        items: await verdictReader.ofRun(run),
        notJudged: run.notJudged,
      });
    },
  );

  router.put<
    PathOf<'invalidateRun'>,
    AnswerOf<'invalidateRun', 200>,
    BodyOf<'invalidateRun'>
  >('/runs/:runId/invalidation', async (req, res) => {
    const { runId } = req.params;
    const { reason } = req.body;
    const run = await audited(
      auditor,
      { eventId: 'run-invalidate', request: req, meta: { runId, reason } },
      async () => {
        const found = await runAccess.administer(req, runId);
        return runCorrection.invalidate(found.run, found.entity, {
          reason,
          by: found.principal,
        });
      },
    );
    res.json(runToApi(run));
  });

  router.delete<PathOf<'reinstateRun'>, AnswerOf<'reinstateRun', 200>>(
    '/runs/:runId/invalidation',
    async (req, res) => {
      const { runId } = req.params;
      const run = await audited(
        auditor,
        { eventId: 'run-reinstate', request: req, meta: { runId } },
        async () => {
          const found = await runAccess.administer(req, runId);
          return runCorrection.reinstate(found.run, found.entity);
        },
      );
      res.json(runToApi(run));
    },
  );

  router.delete<PathOf<'deleteRun'>>('/runs/:runId', async (req, res) => {
    const { runId } = req.params;
    await audited(
      auditor,
      {
        eventId: 'run-delete',
        severityLevel: 'high',
        request: req,
        meta: { runId },
      },
      async () => {
        const found = await runAccess.administer(req, runId);
        await runCorrection.delete(found.run, found.entity);
      },
    );
    res.status(204).end();
  });
}
