import { InputError } from '@backstage/errors';
import { Router } from 'express';
import { RunAccess } from '../runs/RunAccess';
import { RunRecord, RunStore } from '../runs/RunStore';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { compareRuns, MeasuredRun } from './compareRuns';

/** As many as noise needs. */
const HISTORY_RUNS = 5;

/**
 * The newest comparable run before this one; if this one failed or warned, the newest that passed:
 * what got worse bit by bit hardly differs from the run before.
 */
async function findBaseline(
  runStore: RunStore,
  run: RunRecord,
): Promise<RunRecord | undefined> {
  if (run.outcome === 'fail' || run.outcome === 'warn') {
    const [passed] = await runStore.listComparable(run, {
      limit: 1,
      outcome: 'pass',
    });
    if (passed) {
      return passed;
    }
  }
  const [previous] = await runStore.listComparable(run, { limit: 1 });
  return previous;
}

/** `GET /runs/{runId}/comparison`. */
export function registerComparisonRoutes(
  router: Router,
  options: { runStore: RunStore; runAccess: RunAccess },
): void {
  const { runStore, runAccess } = options;

  router.get<
    PathOf<'compareRun'>,
    AnswerOf<'compareRun', 200>,
    never,
    QueryOf<'compareRun'>
  >('/runs/:runId/comparison', async (req, res) => {
    const { baselineRunId, metric } = req.query;
    const { run } = await runAccess.read(req, req.params.runId);
    let baseline = await findBaseline(runStore, run);
    // Noise is measured around the baseline: after it, values may have moved for good.
    const history = baseline && [
      baseline,
      ...(await runStore.listComparable(baseline, { limit: HISTORY_RUNS - 1 })),
    ];
    if (baselineRunId !== undefined) {
      baseline = (await runAccess.read(req, baselineRunId)).run;
      if (baseline.entityId !== run.entityId) {
        throw new InputError(
          `The run ${baselineRunId} is one of ${baseline.entityRef}, not of ${run.entityRef}: name a run of the same entity`,
        );
      }
    }
    const load = async (record: RunRecord): Promise<MeasuredRun> => ({
      run: record,
      series: await runStore.loadSeries(record.id, {
        metrics: metric === undefined ? undefined : [metric],
      }),
    });
    if (!baseline) {
      res.json({
        rows: [],
        baselineRuns: 0,
        reason: `There is no earlier valid run of a tracked branch with the same tool and configuration in ${run.environment} to compare with.`,
      });
      return;
    }
    res.json(
      compareRuns({
        measured: await load(run),
        baseline: await load(baseline),
        history: await Promise.all((history ?? []).map(load)),
        metric,
      }),
    );
  });
}
