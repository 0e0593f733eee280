import {
  LevelCount,
  PerformanceLinks,
  ScorecardSummary,
} from '@perf-governance/plugin-performance-react';

/** How the API names those below the first level. */
export const NO_LEVEL = 'none';

/** A scorecard's levels with their numbers, highest first, each leading to its entities. */
export function levelCounts(
  scorecard: ScorecardSummary,
  links: PerformanceLinks,
): LevelCount[] {
  const { definitionId, levels, none } = scorecard;
  const to = (level: string) => links.scorecard(definitionId, { level });
  return [
    ...levels
      .map(({ name, title, entities }, index) => ({
        name,
        title,
        rank: index + 1,
        count: entities,
        to: to(name),
      }))
      .reverse(),
    { title: 'No level', rank: 0, count: none, to: to(NO_LEVEL) },
  ];
}
