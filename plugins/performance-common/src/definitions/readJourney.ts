import { JourneySpec, Labels } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readScope, WrittenScope } from './readScope';

/** A Journey's spec as users write it, conforming to the schema. */
export interface WrittenJourney extends Pick<WrittenScope, 'appliesTo'> {
  match: Labels | Labels[];
}

export function readJourney(
  written: WrittenJourney,
  reporter: ProblemReporter,
): JourneySpec {
  return {
    ...readScope(written, reporter),
    match: [written.match].flat(),
  };
}
