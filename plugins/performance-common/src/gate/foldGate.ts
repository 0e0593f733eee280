import {
  DefinitionProblem,
  GateErrorBudgetAction,
  GateExitCode,
  GateReason,
  GateResult,
  Verdict,
} from '../model';
import { formatInstant } from '../evaluation/formatInstant';
import { errorBudgetFindingOf } from './errorBudgetFindingOf';
import { gateFindingOf } from './gateFindingOf';

/** @public */
export interface GateOptions {
  /** Whether a verdict without a value may close the gate at all; true unless given. */
  requireEvidence?: boolean;
  /** What is wrong with the definitions; an error is bad input. */
  problems?: readonly DefinitionProblem[];
  /** Rules that can't be judged here, e.g. offline. Listed, never counted as passed. */
  notJudged?: readonly { ruleId: string; message: string }[];
  /** What error-budget policies ask for at the entity. */
  errorBudgetActions?: readonly GateErrorBudgetAction[];
  /** Of what is to go through the gate, e.g. `security`: error-budget policies may let them pass. */
  changeLabels?: readonly string[];
  /** A break-glass override in force: it opens the gate and hides nothing. */
  override?: GateResult['gate']['override'];
}

/**
 * Folds verdicts into a gate by what comes of each: a failure at stage `block` gives exit code 1,
 * missing evidence at stage `block` 3. What is waived, or at a weaker stage, is listed and closes
 * nothing. An error-budget policy that freezes changes gives 1, too. Precedence of exit codes: 2, 1, 3, 0; an override makes 0 of 1 and 3.
 *
 * @public
 */
export function foldGate(
  verdicts: readonly Verdict[],
  options: GateOptions = {},
): GateResult {
  const {
    requireEvidence = true,
    problems = [],
    notJudged = [],
    errorBudgetActions = [],
    changeLabels = [],
    override,
  } = options;
  const reasons = problems
    .filter(({ severity }) => severity === 'error')
    .map(inputReason);
  const bad = reasons.length > 0;
  let failed = false;
  let missing = false;
  let warned = false;
  for (const verdict of verdicts) {
    const finding = gateFindingOf(verdict, requireEvidence);
    if (finding) {
      reasons.push(finding.reason);
    }
    failed ||= finding?.closes === 'failed';
    missing ||= finding?.closes === 'missing';
    warned ||= verdict.state === 'warn' || verdict.state === 'fail';
  }
  for (const action of errorBudgetActions) {
    const finding = errorBudgetFindingOf(action, changeLabels);
    if (finding) {
      reasons.push(finding.reason);
    }
    failed ||= finding?.closes === 'failed';
    warned ||= finding !== undefined;
  }
  for (const { ruleId, message } of notJudged) {
    reasons.push({ code: 'not-judged', ruleId, message });
  }
  let exitCode = exitCodeOf(bad, failed, missing);
  if (override && (exitCode === 1 || exitCode === 3)) {
    exitCode = 0;
    warned = true;
    reasons.push({
      code: 'overridden',
      message: `The gate is held open until ${formatInstant(
        override.until,
      )} by ${override.by}: ${override.reason}`,
    });
  }
  return {
    outcome: outcomeOf(exitCode, warned),
    verdicts: [...verdicts],
    gate: {
      exitCode,
      reasons,
      ...(errorBudgetActions.length > 0 && {
        errorBudgetActions: [...errorBudgetActions],
      }),
      ...(override && { override }),
    },
  };
}

function inputReason({
  file,
  line,
  column,
  message,
}: DefinitionProblem): GateReason {
  return {
    code: 'bad-input',
    message: `${file}:${line}:${column}: ${message}`,
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
