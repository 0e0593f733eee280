import { VerdictState } from '../api';

/**
 * The word for each state, as people read it.
 *
 * @public
 */
export const STATE_WORDS: Record<VerdictState, string> = {
  fail: 'Fail',
  warn: 'Warn',
  'no-data': 'No data',
  pass: 'Pass',
  'not-applicable': 'N/A',
};

/**
 * Worst first.
 *
 * @public
 */
export const STATES_WORST_FIRST: VerdictState[] = [
  'fail',
  'warn',
  'no-data',
  'pass',
  'not-applicable',
];
