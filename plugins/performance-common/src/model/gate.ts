import { Stage } from './policy';
import { GateErrorBudgetAction } from './slo';
import { Verdict } from './verdict';

/**
 * 0 pass, 1 a blocking verdict fails, 2 bad usage or input, 3 required evidence is missing.
 * Precedence: 2, 1, 3, 0.
 *
 * @public
 */
export type GateExitCode = 0 | 1 | 2 | 3;

/** @public */
export interface GateReason {
  /**
   * `budget-failed`, `check-failed`, `slo-failed`, `finding-failed`, `evidence-missing`: what closes the gate. `not-enforced` (a
   * failure at a weaker stage than `block`), `waived`, `not-judged`, `overridden`: what doesn't.
   * Of error-budget policies, `frozen` and `approval-required` close it, and `error-budget-low`, `excepted` (by a
   * label of the change) and `approved` don't.
   * `cap-exceeded`: a failure beyond its waiver's cap. `bad-input`.
   */
  code: string;
  message: string;
  ruleId?: string;
  /** What comes of the verdict, where it is about one. */
  stage?: Stage;
}

/**
 * `perf-gate check --json` prints this.
 *
 * @public
 */
export interface GateResult {
  outcome: 'pass' | 'warn' | 'fail' | 'no-data' | 'error';
  verdicts: Verdict[];
  gate: {
    exitCode: GateExitCode;
    reasons: GateReason[];
    /** What error-budget policies ask for at the entity; absent where they ask for nothing. */
    errorBudgetActions?: GateErrorBudgetAction[];
    /** A break-glass override in force: the gate stays open whatever fails. */
    override?: { reason: string; by: string; until: string };
  };
}
