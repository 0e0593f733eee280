import { InputError } from '@backstage/errors';
import { Router } from 'express';
import { RunAccess } from '../runs/RunAccess';
import { RunRecord, RunStore } from '../runs/RunStore';
import { AnswerOf, PathOf, QueryOf } from '../service/operationTypes';
import { compareRuns, MeasuredRun } from './compareRuns';

/** As many as noise needs. */
const HISTORY_RUNS = 5;

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
    const comparable = await runStore.listComparable(run, {
      limit: HISTORY_RUNS,
    });
    let baseline: RunRecord | undefined = comparable[0];
    if (run.outcome === 'fail' || run.outcome === 'warn') {
      // What got worse bit by bit shows beside the last run that passed, not beside yesterday's.
      const [passed] = await runStore.listComparable(run, {
        limit: 1,
        outcome: 'pass',
      });
      baseline = passed ?? baseline;
    }
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
        history: await Promise.all(comparable.map(load)),
        metric,
      }),
    );
  });
}
