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
  /** `budget-failed`, `evidence-missing`, `not-judged`, `bad-input`. */
  code: string;
  message: string;
  ruleId?: string;
}

/**
 * `perf-gate check --json` prints this.
 *
 * @public
 */
export interface GateResult {
  outcome: 'pass' | 'warn' | 'fail' | 'no-data' | 'error';
  verdicts: Verdict[];
  gate: { exitCode: GateExitCode; reasons: GateReason[] };
}
