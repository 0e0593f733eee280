import { Theme } from '@material-ui/core/styles';
import {
  RiskLevel,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import { StateColours, stateColours } from './statePalette';

/** High and critical share a colour; bars, word and ground tell them apart. */
const LIKE_STATE: Record<RiskLevel, VerdictState> = {
  low: 'not-applicable',
  medium: 'warn',
  high: 'fail',
  critical: 'fail',
};

/**
 * The colours of a risk in a theme, taken from those of the states. Never the only sign of it.
 *
 * @public
 */
export function riskColours(theme: Theme, risk: RiskLevel): StateColours {
  return stateColours(theme, LIKE_STATE[risk]);
}
