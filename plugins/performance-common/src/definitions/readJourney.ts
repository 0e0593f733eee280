import { JourneySpec, Labels } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readScope, WrittenScope } from './readScope';

/** A Journey's spec as users write it, without what the schema refuses. */
export interface WrittenJourney extends Pick<WrittenScope, 'appliesTo'> {
  match?: Labels | Labels[];
}

/** @returns `undefined` if it matches nothing. */
export function readJourney(
  written: WrittenJourney,
  reporter: ProblemReporter,
): JourneySpec | undefined {
  const scope = readScope(written, reporter);
  return written.match && { ...scope, match: [written.match].flat() };
}
