import { Definition } from '../model';

/**
 * The definitions that reports with these metrics are to be judged by: journeys, and budgets on
 * metrics of a family the reports hold any of (the first part of the name). A load test isn't
 * blamed for lacking Web Vitals, but for lacking error rates.
 *
 * Reports that no budget is about are judged by all of them: no evidence is not a pass.
 *
 * @param definitions - Those that are about the entity; see `applicableDefinitions`.
 * @public
 */
export function definitionsAbout(
  definitions: readonly Definition[],
  metrics: Iterable<string>,
): Definition[] {
  const families = new Set(Array.from(metrics, familyOf));
  const about = definitions.filter(
    definition =>
      definition.kind !== 'Budget' ||
      families.has(familyOf(definition.spec.metric)),
  );
  return about.some(({ kind }) => kind === 'Budget') ? about : [...definitions];
}

function familyOf(metric: string): string {
  return metric.split('.', 1)[0];
}
