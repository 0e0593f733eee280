import {
  GateResult,
  isWaived,
  Verdict,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { Palette } from '../terminal/Palette';

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

/** `✖ fail`, in the colour of the state. */
export function formatState(state: VerdictState, palette: Palette): string {
  const words = `${STATE_SIGNS[state]} ${STATE_WORDS[state]}`;
  switch (state) {
    case 'fail':
      return palette.bad(words);
    case 'warn':
    case 'no-data':
      return palette.caution(words);
    case 'pass':
      return palette.good(words);
    default:
      return palette.faint(words);
  }
}

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
