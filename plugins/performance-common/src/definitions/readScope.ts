import { EntitySelector, Exemption } from '../model';
import { ProblemReporter } from './ProblemReporter';
import { readSelector, WrittenSelector } from './readSelector';

/** The entities that a definition's `appliesTo` and `exempt` name, without what the schema refuses. */
export interface WrittenScope {
  appliesTo?: WrittenSelector;
  exempt?: { when?: WrittenSelector; reason?: string }[];
}

/** Reads which entities a definition is about, and for which of them it doesn't hold. */
export function readScope(
  written: WrittenScope,
  reporter: ProblemReporter,
): { appliesTo?: EntitySelector; exempt?: Exemption[] } {
  return {
    ...(written.appliesTo && {
      appliesTo: readSelector(
        written.appliesTo,
        ['spec', 'appliesTo'],
        reporter,
      ),
    }),
    ...(written.exempt && {
      exempt: written.exempt.map(({ when = {}, reason = '' }, index) => ({
        when: readSelector(when, ['spec', 'exempt', index, 'when'], reporter),
        reason,
      })),
    }),
  };
}
