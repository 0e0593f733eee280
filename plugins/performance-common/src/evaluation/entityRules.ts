import {
  BudgetDefinition,
  CheckDefinition,
  Definition,
  DefinitionKind,
  EntityFact,
  ErrorBudgetPolicyDefinition,
  JourneyDefinition,
  PolicyDefinition,
  ScorecardDefinition,
  SloDefinition,
} from '../model';
import { applicableDefinitions } from './applicableDefinitions';
import { BudgetRule, resolveBudgetRules } from './budgetRules';
import { CheckRule, resolveCheckRules } from './checkRules';
import { JourneyMatcher, resolveJourneys } from './journeys';
import { layerRank } from './layerRank';
import { FINDINGS_AREA } from './judgeFinding';
import { EntityPolicy, entityPolicy } from './rulePolicies';
import { stagesFor } from './policyStages';
import { exemptionOf, matchesEntity } from './selectEntities';
import { SequenceMemo } from './SequenceMemo';
import { resolveSloRules, SloRule } from './sloRules';

/**
 * A scorecard that is about an entity.
 *
 * @public
 */
export interface EntityScorecard {
  definition: ScorecardDefinition;
  /** Why the entity is exempt, if it is. */
  exemption?: string;
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
  checks: CheckRule[];
  slos: readonly SloRule[];
  /** Outermost layer first, without those that the entity is exempt from. */
  errorBudgetPolicies: readonly ErrorBudgetPolicyDefinition[];
  /** Those that some finding may be meant by, outermost layer first. */
  findingPolicies: readonly EntityPolicy[];
  scorecards: EntityScorecard[];
  /** By name. */
  journeys: Map<string, JourneyMatcher>;
}

/** What an entity has in common with those governed alike. */
type SharedRules = Omit<EntityRules, 'entityRef'>;

/** Thousands of entities are governed by the same few sets of definitions. */
const sharedRules = new SequenceMemo<SharedRules>();

/**
 * Resolves which definitions hold for an entity, and groups them into rules.
 *
 * Entities that are governed alike share their rules, so definitions must not be changed in place.
 *
 * @throws InputError if a definition's filter predicate is not one.
 * @public
 */
export function resolveEntityRules(
  definitions: readonly Definition[],
  fact: EntityFact,
): EntityRules {
  const applicable = applicableDefinitions(definitions, fact);
  const shared = sharedRules.get(
    applicable,
    standingKey(applicable, fact),
    () => makeRules(sortByLayer(applicable, fact), fact),
  );
  return { entityRef: fact.entityRef, ...shared };
}

/**
 * A text for what rules depend on besides the definitions about an entity: how far out each is, whether the
 * entity is exempt, which stages are about it, and whether it is as a check wants it. Empty for most.
 */
function standingKey(
  definitions: readonly Definition[],
  fact: EntityFact,
): string {
  let key = '';
  for (let index = 0; index < definitions.length; index++) {
    const definition = definitions[index];
    const rank = layerRank(definition.layer, fact);
    if (rank !== 0) {
      key += `${index} in ${rank};`;
    }
    const exemption =
      'exempt' in definition.spec
        ? exemptionOf({ spec: definition.spec }, fact)
        : undefined;
    if (exemption !== undefined) {
      key += `${index} exempt ${JSON.stringify(exemption)};`;
    }
    if (definition.kind === 'Policy') {
      const stages = stagesFor(definition, fact).map(stage => stage.index);
      key += `${index} at ${stages};`;
    } else if (
      definition.kind === 'Check' &&
      definition.spec.condition.type === 'entity' &&
      matchesEntity(definition.spec.condition.entity, fact)
    ) {
      key += `${index} met;`;
    }
  }
  return key;
}

/** @param applicable - Outermost layer first. */
function makeRules(applicable: Definition[], fact: EntityFact): SharedRules {
  const scorecards = ofKind<ScorecardDefinition>(applicable, 'Scorecard').map(
    definition => ({ definition, exemption: exemptionOf(definition, fact) }),
  );
  const policies = ofKind<PolicyDefinition>(applicable, 'Policy').flatMap(
    (definition): EntityPolicy[] => {
      const policy = entityPolicy(
        definition,
        fact,
        scorecards
          .filter(({ exemption }) => exemption === undefined)
          .map(scorecard => scorecard.definition),
      );
      return policy ? [policy] : [];
    },
  );
  return {
    budgets: resolveBudgetRules(
      ofKind<BudgetDefinition>(applicable, 'Budget'),
      policies,
      fact,
    ),
    checks: resolveCheckRules(
      ofKind<CheckDefinition>(applicable, 'Check'),
      policies,
      fact,
    ),
    slos: resolveSloRules(
      ofKind<SloDefinition>(applicable, 'SLO'),
      policies,
      fact,
    ),
    errorBudgetPolicies: ofKind<ErrorBudgetPolicyDefinition>(
      applicable,
      'ErrorBudgetPolicy',
    ).filter(definition => exemptionOf(definition, fact) === undefined),
    findingPolicies: policies.filter(({ selectors }) =>
      selectors.some(
        selector =>
          'finding' in selector ||
          ('area' in selector && selector.area === FINDINGS_AREA),
      ),
    ),
    scorecards,
    journeys: resolveJourneys(ofKind<JourneyDefinition>(applicable, 'Journey')),
  };
}

/** Outermost first. */
function sortByLayer(
  definitions: Definition[],
  fact: EntityFact,
): Definition[] {
  return definitions
    .map(definition => ({
      definition,
      rank: layerRank(definition.layer, fact),
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareText(a.definition.metadata.name, b.definition.metadata.name) ||
        compareText(a.definition.id, b.definition.id),
    )
    .map(({ definition }) => definition);
}

function ofKind<T extends Definition>(
  definitions: readonly Definition[],
  kind: T['kind'] & DefinitionKind,
): T[] {
  return definitions.filter(
    (definition): definition is T => definition.kind === kind,
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
