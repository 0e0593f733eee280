import { components } from '@perf-governance/plugin-performance-common';
import { entityProjectionToApi } from '../catalog/entityProjectionToApi';
import { ProjectedEntity } from '../catalog/EntityStore';
import { StoredDefinition } from '../definitions/DefinitionStore';
import {
  ScorecardDistribution,
  ScorecardPoint,
  StoredScorecard,
} from './ScorecardStore';

type Schemas = components['schemas'];

/** How many of the next steps are shown where an entity is one of many things. */
const NEXT_STEPS = 3;

export function entityScorecardToApi(
  scorecard: StoredScorecard,
  trend: ScorecardPoint[],
): Schemas['EntityScorecard'] {
  const { entityId: _, since, ...rest } = scorecard;
  return {
    ...rest,
    since: since.toISOString(),
    trend: trend.map(point => ({ ...point, at: point.at.toISOString() })),
  };
}

export function entityScorecardSummaryToApi(
  scorecard: StoredScorecard,
): Schemas['EntityScorecardSummary'] {
  const { definitionId, name, title, main, exempt, levels } = scorecard;
  const { level, nextLevel, score, nextSteps } = scorecard;
  return {
    definitionId,
    name,
    title,
    main,
    exempt,
    level,
    nextLevel,
    levels,
    score,
    missing: nextSteps.length,
    nextSteps: nextSteps.slice(0, NEXT_STEPS),
  };
}

export function scorecardStandingToApi(
  scorecard: StoredScorecard,
  entity: ProjectedEntity,
): Schemas['ScorecardStanding'] {
  const { exempt, level, nextLevel, score, since, nextSteps } = scorecard;
  return {
    entity: entityProjectionToApi(entity),
    exempt,
    level,
    nextLevel,
    score,
    since: since.toISOString(),
    missing: nextSteps.length,
    nextSteps: nextSteps.slice(0, NEXT_STEPS),
  };
}

export function scorecardSummaryToApi(
  { definition }: StoredDefinition,
  distribution: ScorecardDistribution | undefined,
): Schemas['ScorecardSummary'] {
  const { id, metadata, layer } = definition;
  const { reached, none, exempt, averageScore } = distribution ?? {
    reached: new Map<number, number>(),
    none: 0,
    exempt: 0,
  };
  const levels = definition.kind === 'Scorecard' ? definition.spec.levels : [];
  let entities = none;
  for (const count of reached.values()) {
    entities += count;
  }
  return {
    definitionId: id,
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    layer,
    levels: levels.map(({ name, title }, rank) => ({
      name,
      title,
      entities: reached.get(rank) ?? 0,
    })),
    none,
    exempt,
    entities,
    averageScore:
      averageScore === undefined ? undefined : toOneDecimal(averageScore),
  };
}

/** As exact as the scores that an average is of. */
function toOneDecimal(score: number): number {
  return Math.round(score * 10) / 10;
}
