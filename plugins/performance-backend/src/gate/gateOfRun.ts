import {
  foldGate,
  GateResult,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { RunRecord } from '../runs/RunStore';
import { lapseOf } from '../verdicts/lapseOf';

/**
 * Folds what a run was judged into an exit code. A run tells of its own time, but opens no gate with
 * a report that was too old already when it was uploaded.
 */
export function gateOfRun(run: RunRecord, verdicts: Verdict[]): GateResult {
  return foldGate(
    verdicts.map(verdict => asOfUpload(verdict, run.createdAt)),
    {
      notJudged: run.notJudged.map(({ ruleId, count }) => ({
        ruleId,
        message: `${count} more subjects than are judged for one rule.`,
      })),
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
