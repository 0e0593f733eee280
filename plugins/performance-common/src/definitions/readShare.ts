import { parseQuantity } from '../units';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/**
 * Reads a share such as `95 %` or `0.95`.
 *
 * @returns More than 0 and at most 1, or `undefined` if it is something else.
 */
export function readShare(
  written: string | number,
  path: DocumentPath,
  reporter: ProblemReporter,
): number | undefined {
  let share: number;
  try {
    share = parseQuantity(String(written), 'ratio').value;
  } catch (error) {
    reporter.error(
      'invalid-share',
      path,
      `${error instanceof Error ? error.message : error}.`,
    );
    return undefined;
  }
  if (share === 0) {
    reporter.error('invalid-share', path, 'It must be more than 0.');
    return undefined;
  }
  return share;
}
