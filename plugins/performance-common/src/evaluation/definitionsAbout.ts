import { Definition, DefinitionKind } from '../model';

/** What only current state is judged by. */
const NOT_OF_RUNS: readonly DefinitionKind[] = [
  'Check',
  'Goal',
  'SLO',
  'ErrorBudgetPolicy',
  'ReviewTemplate',
];

/**
 * The definitions that reports with these metrics are to be judged by: budgets on metrics of a family
 * the reports hold any of (the first part of the name), with all journeys and policies, and the
 * scorecards that policies may name. A load test isn't blamed for lacking Web Vitals, but for
 * lacking error rates.
 *
 * Reports that no budget is about are judged by all budgets: no evidence is not a pass. Checks are of
 * the entity, not of a report.
 *
 * @param definitions - Those that are about the entity; see `applicableDefinitions`.
 * @public
 */
export function definitionsAbout(
  definitions: readonly Definition[],
  metrics: Iterable<string>,
): Definition[] {
  const families = new Set(Array.from(metrics, familyOf));
  const ofRuns = definitions.filter(({ kind }) => !NOT_OF_RUNS.includes(kind));
  const about = ofRuns.filter(
    definition =>
      definition.kind !== 'Budget' ||
      families.has(familyOf(definition.spec.metric)),
  );
  return about.some(({ kind }) => kind === 'Budget') ? about : ofRuns;
}

function familyOf(metric: string): string {
  return metric.split('.', 1)[0];
}
