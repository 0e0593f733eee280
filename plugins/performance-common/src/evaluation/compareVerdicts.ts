import { Verdict, VERDICT_STATES } from '../model';
import { boundDirection } from './boundOrder';
import { labelsKey } from './labels';

/**
 * Orders verdicts worst first: by state, then by how far the value is beyond its limit, then by
 * title, environment and labels.
 *
 * @public
 */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return (
    VERDICT_STATES.indexOf(a.state) - VERDICT_STATES.indexOf(b.state) ||
    excess(b) - excess(a) ||
    compareText(a.title, b.title) ||
    compareText(a.subject.environment, b.subject.environment) ||
    compareText(labelsKey(a.subject.labels), labelsKey(b.subject.labels))
  );
}

/** How many times as bad as its limit a value is: 1 at the limit, 0 where unknown. */
function excess({ value, limit }: Verdict): number {
  const bound = limit.fail ?? limit.warn;
  if (value === undefined || !bound) {
    return 0;
  }
  const [worse, better] =
    boundDirection(bound) === 'lower'
      ? [value, bound.value]
      : [bound.value, value];
  if (better === 0) {
    return worse > 0 ? Number.MAX_VALUE : 1;
  }
  return worse / better;
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
