import { Evidence, VerdictReason, VerdictState } from '../../model';

/** What a check comes to. */
export interface CheckOutcome {
  state: VerdictState;
  /** There unless it passes. */
  reason?: VerdictReason;
  evidence?: Evidence;
}

export function outcomeOf(
  state: Exclude<VerdictState, 'pass'>,
  code: string,
  message: string,
): CheckOutcome {
  return { state, reason: { code, message } };
}
