import {
  Definition,
  EntityFact,
  isCompositeSlo,
  resolveEntityRules,
  SloDefinition,
  sloDurationSeconds,
  SloObjective,
  SloRule,
  SloSpec,
  stepSecondsOf,
  unitSecondsOf,
} from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';
import { renderIndicator } from './renderIndicator';
import {
  PUSHED,
  RenderedIndicator,
  SeriesDeclaration,
  SloDeclaration,
} from './Slo';

const DAY_SECONDS = 24 * 60 * 60;

/** Two rewrites of a day's samples are cheap, and longer blocks make a status read more at its edges. */
const MAX_STEPS_PER_BLOCK = 1440;

/** What definitions say of the SLOs of an entity, apart from those that it is exempt from. */
export function declareSlos(
  definitions: readonly Definition[],
  fact: EntityFact,
): SloDeclaration[] {
  if (!definitions.some(({ kind }) => kind === 'SLO')) {
    return [];
  }
  return resolveEntityRules(definitions, fact)
    .slos.filter(({ members }) =>
      members.some(({ exemption }) => exemption === undefined),
    )
    .map(rule => declareSlo(rule, fact));
}

function declareSlo(rule: SloRule, fact: EntityFact): SloDeclaration {
  const { measured, objective, environment, target } = rule;
  return {
    definitionId: measured.id,
    definitionName: rule.name,
    environment,
    objective,
    ruleId: rule.ruleId,
    title: rule.title,
    composite: objective === undefined && isCompositeSlo(measured.spec),
    target,
    series: objectivesOf(measured, objective).flatMap(one => {
      const series = declareSeries(measured.spec, one, fact);
      return series ? [series] : [];
    }),
  };
}

/** The one that is named, the only one, or all parts of a composite. */
function objectivesOf(
  { spec }: SloDefinition,
  name: string | undefined,
): SloObjective[] {
  return name === undefined
    ? spec.objectives
    : spec.objectives.filter(objective => objective.name === name);
}

function declareSeries(
  spec: SloSpec,
  objective: SloObjective,
  fact: EntityFact,
): SeriesDeclaration | undefined {
  const declared = objective.indicator ?? spec.indicator;
  if (!declared) {
    return undefined;
  }
  const stepSeconds = stepSecondsOf(spec);
  const indicator = renderIndicator(declared, fact.entity, stepSeconds);
  const unitSeconds =
    unitSecondsOf(spec.budgetingMethod, objective, stepSeconds) ?? stepSeconds;
  const { name, threshold, timeSliceTarget, timeSliceSeconds } = objective;
  const counting = {
    method: spec.budgetingMethod,
    ...(indicator.type === 'threshold' && { threshold }),
    ...(spec.budgetingMethod !== 'Occurrences' && {
      timeSliceTarget,
      timeSliceSeconds,
    }),
  };
  return {
    objective: name,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([indicator, counting, stepSeconds]))
      .digest('hex'),
    source: sourceOf(declared, indicator),
    indicator,
    counting: { ...counting, name, target: objective.target },
    stepSeconds,
    blockSeconds: blockSecondsOf(stepSeconds, unitSeconds),
    // The longest month, quarter or year is less than this much longer than sloDurationSeconds says.
    windowSeconds:
      sloDurationSeconds(spec.timeWindow.duration) * 1.04 + 2 * DAY_SECONDS,
  };
}

function sourceOf(
  declared: SeriesDeclaration['indicator'],
  indicator: RenderedIndicator,
): string {
  const found = indicator.type === 'unrenderable' ? declared : indicator;
  switch (found.type) {
    case 'ratio':
      return found.total.source;
    case 'raw-ratio':
      return found.raw.source;
    case 'threshold':
      return found.metric.source;
    default:
      return PUSHED;
  }
}

/** A day, or as much as is whole units and not too many steps. */
function blockSecondsOf(stepSeconds: number, unitSeconds: number): number {
  const seconds = Math.min(DAY_SECONDS, MAX_STEPS_PER_BLOCK * stepSeconds);
  return unitSeconds * Math.max(Math.floor(seconds / unitSeconds), 1);
}
