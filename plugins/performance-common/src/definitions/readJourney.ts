import { JourneySpec, Labels } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readSelector, WrittenSelector } from './readSelector';

/** A Journey's spec as users write it, conforming to the schema. */
export interface WrittenJourney {
  appliesTo?: WrittenSelector;
  match: Labels | Labels[];
}

export function readJourney(
  written: WrittenJourney,
  reporter: ProblemReporter,
): JourneySpec {
  return {
    ...(written.appliesTo && {
      appliesTo: readSelector(
        written.appliesTo,
        ['spec', 'appliesTo'],
        reporter,
      ),
    }),
    match: [written.match].flat(),
  };
}
