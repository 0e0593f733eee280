import { parseDuration } from '../units';
import { DocumentPath, ProblemReporter } from './ProblemReporter';

/** @returns Seconds, or `undefined` if it can't be read or nothing is written. */
export function readDuration(
  text: string | undefined,
  path: DocumentPath,
  reporter: ProblemReporter,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return parseDuration(text);
  } catch (error) {
    reporter.error(
      'invalid-duration',
      path,
      `${error instanceof Error ? error.message : error}.`,
    );
    return undefined;
  }
}
