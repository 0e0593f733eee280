import { CheckResultFact } from '../../model';
import { formatAge } from '../formatAge';
import { dayOf } from './dayOf';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

const DEFAULT_CODE = 'reported';

/**
 * Judges a check by what another system, or a module of the backend, said.
 *
 * @param absent - What to say where nothing was said.
 * @param maxAgeSeconds - How old it may be.
 * @param now - Milliseconds.
 */
export function judgeResult(
  result: CheckResultFact | undefined,
  absent: string,
  maxAgeSeconds: number | undefined,
  now: number,
): CheckOutcome {
  if (!result) {
    return outcomeOf('no-data', 'no-result', absent);
  }
  const { state, code = DEFAULT_CODE, message, url } = result;
  const ageSeconds = (now - Date.parse(result.at)) / 1000;
  if (maxAgeSeconds !== undefined && ageSeconds > maxAgeSeconds) {
    return outcomeOf(
      'no-data',
      'too-old',
      // A date stays true however long the verdict stands.
      `The newest result is of ${dayOf(
        Date.parse(result.at),
      )}, more than ${formatAge(maxAgeSeconds)} ago.`,
    );
  }
  if (state === 'pass') {
    return { state };
  }
  return {
    state,
    reason: {
      code,
      message: message ?? `It was reported as ${state}.`,
      ...(url !== undefined && { url }),
    },
  };
}
