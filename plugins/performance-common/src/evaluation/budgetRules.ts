import {
  BudgetDefinition,
  EntityFact,
  Labels,
  Metric,
  Stage,
  Statistic,
  Unit,
} from '../model';
import {
  customMetric,
  getMetric,
  isCustomMetric,
  statisticUnit,
} from '../metrics';
import { boundDirection } from './boundOrder';
import { layerRank } from './layerRank';
import {
  EntityPolicy,
  policiesOnRule,
  rulePoliciesKey,
  RulePolicies,
} from './rulePolicies';
import { exemptionOf } from './selectEntities';
import { SequenceMemo } from './SequenceMemo';

/** Of a budget that no policy is about: it blocks its own gate. */
const DEFAULT_STAGE: Stage = 'block';

/**
 * One budget in the rule it contributes to.
 *
 * @public
 */
export interface RuleMember {
  definition: BudgetDefinition;
  /** Names of its fixed and `per` labels, sorted and joined: only equal ones share subjects. */
  shape: string;
  /** How far in its layer is; 0 is the outermost. */
  rank: number;
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
  policies: RulePolicies;
}

const rules = new SequenceMemo<BudgetRule>();

/**
 * Groups budgets into rules.
 *
 * @param definitions - Those about the entity, outermost layer first.
 * @param policies - Likewise.
 */
export function resolveBudgetRules(
  definitions: readonly BudgetDefinition[],
  policies: readonly EntityPolicy[],
  fact: EntityFact,
): BudgetRule[] {
  const groups = new Map<string, BudgetDefinition[]>();
  for (const definition of definitions) {
    const ruleId = ruleIdOf(definition);
    const group = groups.get(ruleId);
    if (group) {
      group.push(definition);
    } else {
      groups.set(ruleId, [definition]);
    }
  }
  return Array.from(groups, ([ruleId, group]) =>
    resolveRule(ruleId, group, policies, fact),
  );
}

function resolveRule(
  ruleId: string,
  definitions: readonly BudgetDefinition[],
  policies: readonly EntityPolicy[],
  fact: EntityFact,
): BudgetRule {
  const { metric, statistic, unit } = identify(definitions[0]);
  const members = definitions.map(definition => ({
    definition,
    shape: shapeOf(definition),
    rank: layerRank(definition.layer, fact),
    exemption: exemptionOf(definition, fact),
  }));
  const onRule = policiesOnRule(
    policies,
    { ruleId, area: metric.area, metric: metric.name, statistic },
    members[0].rank,
  );
  return rules.get(
    [...definitions, ...onRule.map(({ definition }) => definition)],
    JSON.stringify([
      members.map(({ rank, exemption = null }) => [rank, exemption]),
      rulePoliciesKey(onRule),
    ]),
    () => ({
      ruleId,
      metric,
      statistic,
      unit,
      members,
      policies: new RulePolicies(onRule, DEFAULT_STAGE),
    }),
  );
}

interface BudgetIdentity {
  ruleId: string;
  metric: Metric;
  statistic: Statistic;
  unit: Unit;
}

const identities = new WeakMap<BudgetDefinition, BudgetIdentity>();

/** What a budget's own words say of its rule. */
function identify(definition: BudgetDefinition): BudgetIdentity {
  let identity = identities.get(definition);
  if (!identity) {
    const { spec } = definition;
    const { statistic } = spec;
    const bound = spec.fail ?? spec.warn;
    const metric =
      getMetric(spec.metric, bound?.unit) ?? customMetric(spec.metric);
    identity = {
      ruleId: composeRuleId(metric, statistic, bound),
      metric,
      statistic,
      unit: bound?.unit ?? statisticUnit(metric, statistic),
    };
    identities.set(definition, identity);
  }
  return identity;
}

function ruleIdOf(definition: BudgetDefinition): string {
  return identify(definition).ruleId;
}

/** See `BudgetVerdict.ruleId`. */
function composeRuleId(
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

function shapeOf({ spec }: BudgetDefinition): string {
  const labels: Labels = spec.labels ?? {};
  return [...Object.keys(labels), ...(spec.per ?? [])].sort().join('\0');
}
