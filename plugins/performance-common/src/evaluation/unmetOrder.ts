import { VerdictState } from '../model';

/** What holds least, first: what isn't known doesn't hold, and a warning does. */
const UNMET_ORDER: readonly VerdictState[] = [
  'fail',
  'no-data',
  'warn',
  'pass',
  'not-applicable',
];

/** Orders states by how far they are from holding, furthest first. */
export function compareUnmet(a: VerdictState, b: VerdictState): number {
  return UNMET_ORDER.indexOf(a) - UNMET_ORDER.indexOf(b);
}
