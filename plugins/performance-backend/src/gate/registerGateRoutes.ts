import { Router } from 'express';
import { RunAccess } from '../runs/RunAccess';
import { AnswerOf, PathOf } from '../service/operationTypes';
import { VerdictReader } from '../verdicts/VerdictReader';
import { RunGate } from './RunGate';

/** `GET /runs/{runId}/gate`. */
export function registerGateRoutes(
  router: Router,
  options: {
    runAccess: RunAccess;
    verdictReader: VerdictReader;
    runGate: RunGate;
  },
): void {
  const { runAccess, verdictReader, runGate } = options;

  router.get<PathOf<'getRunGate'>, AnswerOf<'getRunGate', 200>>(
    '/runs/:runId/gate',
    async (req, res) => {
      const { run, entity } = await runAccess.read(req, req.params.runId);
      const verdicts = await verdictReader.ofRun(run);
      res.json(await runGate.judge(run, entity, verdicts));
    },
  );
}
