import {
  BudgetDefinition,
  Definition,
  EntityFact,
  Labels,
  Layer,
  Metric,
  Statistic,
  Unit,
} from '../model';
import {
  customMetric,
  getMetric,
  isCustomMetric,
  statisticUnit,
} from '../metrics';
import { applicableDefinitions } from './applicableDefinitions';
import { boundDirection } from './boundOrder';
import { compileJourney, JourneyMatcher } from './journeys';
import { exempts } from './selectEntities';

/**
 * One budget in the rule it contributes to.
 *
 * @public
 */
export interface RuleMember {
  definition: BudgetDefinition;
  /** Names of its fixed and `per` labels, sorted and joined: only equal ones share subjects. */
  shape: string;
  /** Why the entity is exempt, if it is. */
  exemption?: string;
}

/**
 * The budgets on the same statistic of the same metric: one limit for each subject.
 *
 * @public
 */
export interface BudgetRule {
  ruleId: string;
  metric: Metric;
  statistic: Statistic;
  /** Of the statistic and its limits. */
  unit: Unit;
  /** Outermost layer first. */
  members: RuleMember[];
}

/**
 * What holds for one entity, ready to be judged by any number of facts. Depends on the definitions
 * and the entity only, so it may be kept while neither changes.
 *
 * @public
 */
export interface EntityRules {
  entityRef: string;
  budgets: BudgetRule[];
  /** By name. */
  journeys: Map<string, JourneyMatcher>;
}

/**
 * Resolves which definitions hold for an entity, and groups them into rules.
 *
 * @throws InputError if a definition's filter predicate is not one.
 * @public
 */
export function resolveEntityRules(
  definitions: readonly Definition[],
  fact: EntityFact,
): EntityRules {
  const rules = new Map<string, BudgetRule>();
  const journeys = new Map<string, JourneyMatcher>();
  const applicable = applicableDefinitions(definitions, fact).sort(
    (a, b) =>
      layerRank(a.layer, fact) - layerRank(b.layer, fact) ||
      compareText(a.metadata.name, b.metadata.name) ||
      compareText(a.id, b.id),
  );
  for (const definition of applicable) {
    if (definition.kind === 'Journey') {
      const { name } = definition.metadata;
      journeys.set(
        name,
        compileJourney([
          ...(journeys.get(name)?.patterns ?? []),
          ...definition.spec.match,
        ]),
      );
    } else if (definition.kind === 'Budget') {
      addBudget(definition, fact, rules);
    }
  }
  return { entityRef: fact.entityRef, budgets: [...rules.values()], journeys };
}

function addBudget(
  definition: BudgetDefinition,
  fact: EntityFact,
  rules: Map<string, BudgetRule>,
): void {
  const { spec } = definition;
  const bound = spec.fail ?? spec.warn;
  const metric =
    getMetric(spec.metric, bound?.unit) ?? customMetric(spec.metric);
  const ruleId = ruleIdOf(metric, spec.statistic, bound);
  let rule = rules.get(ruleId);
  if (!rule) {
    rule = {
      ruleId,
      metric,
      statistic: spec.statistic,
      unit: bound?.unit ?? statisticUnit(metric, spec.statistic),
      members: [],
    };
    rules.set(ruleId, rule);
  }
  rule.members.push({
    definition,
    shape: shapeOf(spec.labels, spec.per),
    exemption: spec.exempt?.find(({ when }) => exempts(when, fact))?.reason,
  });
}

/** See `Verdict.ruleId`. */
function ruleIdOf(
  metric: Metric,
  statistic: Statistic,
  bound: BudgetDefinition['spec']['fail'],
): string {
  const parts = ['budget', metric.name, statistic];
  const custom = isCustomMetric(metric.name);
  if (bound && custom && bound.unit !== '1') {
    parts.push(bound.unit);
  }
  if (
    bound &&
    (custom || statistic === 'count') &&
    boundDirection(bound) === 'higher'
  ) {
    parts.push('at-least');
  }
  return parts.join(':');
}

function shapeOf(labels: Labels = {}, per: string[] = []): string {
  return [...Object.keys(labels), ...per].sort().join('\0');
}

/** 0 is the outermost. Of nested domains, the parent is further out. */
function layerRank(layer: Layer, fact: EntityFact): number {
  switch (layer.kind) {
    case 'org':
      return 0;
    case 'domain':
      return fact.domains.length - fact.domains.indexOf(layer.entityRef ?? '');
    case 'system':
      return fact.domains.length + 1;
    default:
      // Of nested components, the entity's own layer is the innermost.
      return fact.domains.length + (layer.entityRef === fact.entityRef ? 3 : 2);
  }
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
