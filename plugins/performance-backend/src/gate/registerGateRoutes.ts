import { Router } from 'express';
import { RunAccess } from '../runs/RunAccess';
import { AnswerOf, PathOf } from '../service/operationTypes';
import { VerdictReader } from '../verdicts/VerdictReader';
import { gateOfRun } from './gateOfRun';

/** `GET /runs/{runId}/gate`. */
export function registerGateRoutes(
  router: Router,
  options: { runAccess: RunAccess; verdictReader: VerdictReader },
): void {
  const { runAccess, verdictReader } = options;

  router.get<PathOf<'getRunGate'>, AnswerOf<'getRunGate', 200>>(
    '/runs/:runId/gate',
    async (req, res) => {
      const { run } = await runAccess.read(req, req.params.runId);
      res.json(gateOfRun(run, await verdictReader.ofRun(run)));
    },
  );
}
