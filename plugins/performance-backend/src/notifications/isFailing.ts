import { VerdictState } from '@perf-governance/plugin-performance-common';

/** Whether a state says how something is; the others say that nobody knows, or needs to. */
export function isJudged(state: VerdictState): boolean {
  return state === 'fail' || state === 'warn' || state === 'pass';
}

export function isFailing(state: VerdictState): boolean {
  return state === 'fail';
}
