import {
  GateReason,
  GateResult,
} from '@perf-governance/plugin-performance-common';

const CLOSING = ['frozen', 'approval-required'];
const PASSING = ['error-budget-low', 'excepted', 'approved'];

/** What error-budget policies say to a gate, and whether that closes it. */
export function errorBudgetReasons({
  gate,
}: GateResult): { reason: GateReason; closes: boolean }[] {
  return gate.reasons
    .filter(({ code }) => CLOSING.includes(code) || PASSING.includes(code))
    .map(reason => ({ reason, closes: CLOSING.includes(reason.code) }));
}
