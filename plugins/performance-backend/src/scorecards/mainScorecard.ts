import { Entity } from '@backstage/catalog-model';
import { ScorecardResult } from '@perf-governance/plugin-performance-common';

/** Names the scorecard that is shown as an entity's own. */
export const SCORECARD_ANNOTATION = 'performance-governance.io/scorecard';

/**
 * The scorecard that is shown as the entity's own: the one its annotation names, else the one with
 * the most rules, else the first by name. One it is exempt from never is.
 */
export function mainScorecard(
  entity: Entity,
  results: ScorecardResult[],
): ScorecardResult | undefined {
  const named = entity.metadata.annotations?.[SCORECARD_ANNOTATION];
  const [main] = results
    .filter(({ exempt }) => exempt === undefined)
    .sort(
      (a, b) =>
        Number(b.name === named) - Number(a.name === named) ||
        b.rules.length - a.rules.length ||
        compare(a.name, b.name) ||
        compare(a.definitionId, b.definitionId),
    );
  return main;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
