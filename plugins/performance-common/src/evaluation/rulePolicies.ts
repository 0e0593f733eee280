import {
  EntityFact,
  PolicyDefinition,
  RuleSelector,
  ScorecardDefinition,
  Stage,
} from '../model';
import { EnforcementPlan, PlannedPolicy } from './EnforcementPlan';
import { layerRank } from './layerRank';
import { DatedStage, stagesFor } from './policyStages';
import { isInEnvironments, SelectableRule, selectsRule } from './selectsRule';

/**
 * A policy as far as it is about one entity.
 *
 * @public
 */
export interface EntityPolicy {
  definition: PolicyDefinition;
  stages: readonly DatedStage[];
  /** Scorecards replaced by their rules. */
  selectors: readonly RuleSelector[];
  rank: number;
}

/**
 * A policy on a rule.
 *
 * @public
 */
export interface RulePolicy extends PlannedPolicy {
  /** Where it holds; everywhere unless given. */
  environments?: readonly string[];
}

/**
 * The policies on one rule of an entity.
 *
 * @public
 */
export class RulePolicies {
  readonly #policies: readonly RulePolicy[];
  readonly #defaultStage: Stage;
  readonly #everywhere: EnforcementPlan | undefined;

  /** @param policies - Outermost layer first. */
  constructor(policies: readonly RulePolicy[], defaultStage: Stage) {
    this.#policies = policies;
    this.#defaultStage = defaultStage;
    this.#everywhere = policies.some(({ environments }) => environments)
      ? undefined
      : EnforcementPlan.of(policies, defaultStage);
  }

  /** What they make of the rule in an environment over time. */
  planFor(environment: string): EnforcementPlan {
    return (
      this.#everywhere ??
      EnforcementPlan.of(
        this.#policies.filter(({ environments }) =>
          isInEnvironments(environments, environment),
        ),
        this.#defaultStage,
      )
    );
  }
}

/**
 * A policy as far as it is about an entity.
 *
 * @param scorecards - Those that hold for the entity.
 * @returns `undefined` if none of its stages is about the entity.
 */
export function entityPolicy(
  definition: PolicyDefinition,
  fact: EntityFact,
  scorecards: readonly ScorecardDefinition[],
): EntityPolicy | undefined {
  const stages = stagesFor(definition, fact);
  return stages.length === 0
    ? undefined
    : {
        definition,
        stages,
        selectors: policyRuleSelectors(definition, scorecards),
        rank: layerRank(definition.layer, fact),
      };
}

/**
 * What a policy is about: its rules, with those of the scorecards that it names.
 *
 * @public
 */
export function policyRuleSelectors(
  policy: PolicyDefinition,
  scorecards: readonly ScorecardDefinition[],
): RuleSelector[] {
  return policy.spec.rules.flatMap((rule): RuleSelector[] =>
    'scorecard' in rule
      ? scorecards
          .filter(({ metadata }) => metadata.name === rule.scorecard)
          .flatMap(({ spec }) => spec.levels.flatMap(level => level.rules))
      : [rule],
  );
}

/**
 * The policies among an entity's that are about a rule.
 *
 * @param policies - Outermost layer first.
 * @param outermost - Rank of the outermost layer of the definitions that make the rule.
 */
export function policiesOnRule(
  policies: readonly EntityPolicy[],
  rule: SelectableRule,
  outermost: number,
): RulePolicy[] {
  const found: RulePolicy[] = [];
  for (const { definition, stages, selectors, rank } of policies) {
    const selecting = selectors.filter(selector => selectsRule(selector, rule));
    if (selecting.length > 0) {
      const environments = selecting.map(selector =>
        'budget' in selector ? selector.budget.environments : undefined,
      );
      found.push({
        definition,
        stages,
        outer: rank <= outermost,
        rank,
        environments: environments.includes(undefined)
          ? undefined
          : environments.flatMap(names => names ?? []),
      });
    }
  }
  return found;
}

/** Tells apart what the same policies may amount to for different entities. */
export function rulePoliciesKey(policies: readonly RulePolicy[]): string {
  return JSON.stringify(
    policies.map(({ stages, outer, rank, environments = null }) => [
      stages.map(({ index }) => index),
      outer,
      rank,
      environments,
    ]),
  );
}
