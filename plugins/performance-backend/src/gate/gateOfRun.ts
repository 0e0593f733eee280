import {
  foldGate,
  GateErrorBudgetAction,
  GateResult,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { RunRecord } from '../runs/RunStore';
import { lapseOf } from '../verdicts/lapseOf';
import { BreakGlass } from './BreakGlassStore';

/**
 * Folds what a run was judged, and what else closes the gate of its entity, into an exit code. A run
 * tells of its own time, but opens no gate with a report that was too old already when it was uploaded.
 *
 * @param verdicts - the run's own, with what comes of them now.
 */
export function gateOfRun(
  run: RunRecord,
  verdicts: Verdict[],
  elsewhere: {
    /** The entity's that the run says nothing about. */
    current: Verdict[];
    /** In force at the entity. */
    errorBudgetActions: GateErrorBudgetAction[];
    override: BreakGlass | undefined;
  },
): GateResult {
  const { current, errorBudgetActions, override } = elsewhere;
  return foldGate(
    [
      ...verdicts.map(verdict => asOfUpload(verdict, run.createdAt)),
      ...current,
    ],
    {
      notJudged: run.notJudged.map(({ ruleId, count }) => ({
        ruleId,
        message: `${count} more subjects than are judged for one rule.`,
      })),
      errorBudgetActions,
      changeLabels: run.changeLabels,
      override: override && {
        reason: override.reason,
        by: override.by,
        until: override.until.toISOString(),
      },
    },
  );
}

function asOfUpload(verdict: Verdict, uploadedAt: Date): Verdict {
  const lapse = lapseOf(verdict);
  if (verdict.state === 'no-data' || !lapse || lapse >= uploadedAt) {
    return verdict;
  }
  return {
    ...verdict,
    state: 'no-data',
    reason: {
      code: 'too-old',
      message: `The run ended at ${
        verdict.evidence?.endedAt
      }, too long before it was uploaded at ${uploadedAt.toISOString()}.`,
    },
  };
}
