import {
  DefinitionProblem,
  GateExitCode,
  GateReason,
  GateResult,
  Verdict,
} from '../model';
import { formatLayer } from '../evaluation/formatLayer';
import { formatLabels } from '../evaluation/labels';
import { formatBound, formatQuantityPair } from '../units';

/** @public */
export interface GateOptions {
  /** Whether a budget without a value closes the gate; true unless given. */
  requireEvidence?: boolean;
  /** What is wrong with the definitions; an error is bad input. */
  problems?: readonly DefinitionProblem[];
  /** Rules that can't be judged here, e.g. offline. Listed, never counted as passed. */
  notJudged?: readonly { ruleId: string; message: string }[];
}

/**
 * Folds verdicts into a gate. Without a policy every budget's stage is `block`: a failed one gives
 * exit code 1, one without evidence 3. Precedence of exit codes: 2, 1, 3, 0.
 *
 * @public
 */
export function foldGate(
  verdicts: readonly Verdict[],
  options: GateOptions = {},
): GateResult {
  const { requireEvidence = true, problems = [], notJudged = [] } = options;
  const reasons: GateReason[] = [];
  for (const problem of problems) {
    if (problem.severity === 'error') {
      reasons.push({
        code: 'bad-input',
        message: `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`,
      });
    }
  }
  const bad = reasons.length > 0;
  let failed = false;
  let missing = false;
  let warned = false;
  for (const verdict of verdicts) {
    if (verdict.state === 'fail') {
      failed = true;
      reasons.push({
        code: 'budget-failed',
        ruleId: verdict.ruleId,
        message: describeFailure(verdict),
      });
    } else if (verdict.state === 'no-data') {
      missing ||= requireEvidence;
      reasons.push({
        code: 'evidence-missing',
        ruleId: verdict.ruleId,
        message: `${nameOf(verdict)} has no data: ${
          verdict.reason?.message ?? 'the reason is unknown.'
        }`,
      });
    } else if (verdict.state === 'warn') {
      warned = true;
    }
  }
  for (const { ruleId, message } of notJudged) {
    reasons.push({ code: 'not-judged', ruleId, message });
  }
  const exitCode = exitCodeOf(bad, failed, missing);
  return {
    outcome: outcomeOf(exitCode, warned),
    verdicts: [...verdicts],
    gate: { exitCode, reasons },
  };
}

function exitCodeOf(
  bad: boolean,
  failed: boolean,
  missing: boolean,
): GateExitCode {
  if (bad) {
    return 2;
  }
  if (failed) {
    return 1;
  }
  return missing ? 3 : 0;
}

function outcomeOf(
  exitCode: GateExitCode,
  warned: boolean,
): GateResult['outcome'] {
  switch (exitCode) {
    case 2:
      return 'error';
    case 1:
      return 'fail';
    case 3:
      return 'no-data';
    default:
      return warned ? 'warn' : 'pass';
  }
}

function describeFailure(verdict: Verdict): string {
  const { fail } = verdict.limit;
  if (verdict.kind !== 'budget' || verdict.value === undefined || !fail) {
    return `${nameOf(verdict)} failed.`;
  }
  const [value] = formatQuantityPair(verdict.value, fail.value, verdict.unit);
  return `${nameOf(verdict)} is ${value}; the limit is ${formatBound(
    fail,
  )}, set by ${formatLayer(fail.layer)}.`;
}

function nameOf(verdict: Verdict): string {
  const { environment, labels } = verdict.subject;
  const where = [formatLabels(labels), environment === '*' ? '' : environment]
    .filter(part => part !== '')
    .join(', ');
  if (verdict.kind === 'check') {
    return verdict.title;
  }
  return `${verdict.title} (${verdict.statistic} of ${verdict.metric}${
    where ? `, ${where}` : ''
  })`;
}
