import {
  GateResult,
  isWaived,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';

/** The sign of a state; never the only thing that tells it. */
const STATE_SIGNS: Record<VerdictState, string> = {
  fail: '✖',
  warn: '▲',
  'no-data': '◌',
  pass: '✔',
  'not-applicable': '–',
};

export const STATE_WORDS: Record<VerdictState, string> = {
  fail: 'fail',
  warn: 'warn',
  'no-data': 'no data',
  pass: 'pass',
  'not-applicable': 'not applicable',
};

/** `✖ fail`, or `✖ fail, waived`. */
export function stateWords(verdict: Verdict): string {
  const words = `${STATE_SIGNS[verdict.state]} ${STATE_WORDS[verdict.state]}`;
  return isWaived(verdict) ? `${words}, waived` : words;
}

/** What a gate's outcome means, as a headline. */
export const OUTCOME_WORDS: Record<GateResult['outcome'], string> = {
  pass: 'Passed',
  warn: 'Passed with warnings',
  fail: 'Failed',
  'no-data': 'Evidence is missing',
  error: 'Could not be judged',
};

export const OUTCOME_SIGNS: Record<GateResult['outcome'], string> = {
  pass: '✔',
  warn: '▲',
  fail: '✖',
  'no-data': '◌',
  error: '✖',
};
