import { CheckDefinition, EntityFact, Stage } from '../model';
import { layerRank } from './layerRank';
import {
  EntityPolicy,
  policiesOnRule,
  rulePoliciesKey,
  RulePolicies,
} from './rulePolicies';
import { exemptionOf, matchesEntity } from './selectEntities';
import { checkRuleId } from './selectsRule';
import { SequenceMemo } from './SequenceMemo';

/** Of a check that no policy is about. */
const DEFAULT_STAGE: Stage = 'observe';

/**
 * One check among those of its name.
 *
 * @public
 */
export interface CheckMember {
  definition: CheckDefinition;
  /** How far in its layer is; 0 is the outermost. */
  rank: number;
  /** Why the entity is exempt, if it is. */
  exemption?: string;
  /** Of a check over the catalog entity: whether the entity is as it should be. */
  matches?: boolean;
}

/**
 * The checks of one name: all are judged, and the worst counts.
 *
 * @public
 */
export interface CheckRule {
  ruleId: string;
  name: string;
  /** Of the outermost. */
  area: string;
  /** Outermost layer first. */
  members: CheckMember[];
  policies: RulePolicies;
}

const rules = new SequenceMemo<CheckRule>();

/**
 * Groups checks into rules.
 *
 * @param definitions - Those about the entity, outermost layer first.
 * @param policies - Likewise.
 */
export function resolveCheckRules(
  definitions: readonly CheckDefinition[],
  policies: readonly EntityPolicy[],
  fact: EntityFact,
): CheckRule[] {
  const groups = new Map<string, CheckDefinition[]>();
  for (const definition of definitions) {
    const { name } = definition.metadata;
    const group = groups.get(name);
    if (group) {
      group.push(definition);
    } else {
      groups.set(name, [definition]);
    }
  }
  return Array.from(groups, ([name, group]) =>
    resolveRule(name, group, policies, fact),
  );
}

function resolveRule(
  name: string,
  definitions: readonly CheckDefinition[],
  policies: readonly EntityPolicy[],
  fact: EntityFact,
): CheckRule {
  const ruleId = checkRuleId(name);
  const { area } = definitions[0].spec;
  const members = definitions.map(definition => {
    const { condition } = definition.spec;
    return {
      definition,
      rank: layerRank(definition.layer, fact),
      exemption: exemptionOf(definition, fact),
      matches:
        condition.type === 'entity'
          ? matchesEntity(condition.entity, fact)
          : undefined,
    };
  });
  const onRule = policiesOnRule(policies, { ruleId, area }, members[0].rank);
  return rules.get(
    [...definitions, ...onRule.map(({ definition }) => definition)],
    JSON.stringify([
      members.map(({ rank, exemption = null, matches = null }) => [
        rank,
        exemption,
        matches,
      ]),
      rulePoliciesKey(onRule),
    ]),
    () => ({
      ruleId,
      name,
      area,
      members,
      policies: new RulePolicies(onRule, DEFAULT_STAGE),
    }),
  );
}
