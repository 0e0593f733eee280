import {
  VERDICT_STATES,
  VerdictState,
} from '@perf-governance/plugin-performance-common';

/** States are stored as their place in `VERDICT_STATES`, so that ascending order is worst first. */
export function stateToColumn(state: VerdictState): number {
  return VERDICT_STATES.indexOf(state);
}

export function stateFromColumn(column: number): VerdictState {
  return VERDICT_STATES[column];
}
