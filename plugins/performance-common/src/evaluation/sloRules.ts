import {
  EntityFact,
  SloDefinition,
  SloObjective,
  SloVerdict,
  Stage,
} from '../model';
import { formatBound } from '../units';
import { layerRank } from './layerRank';
import { LimitSource } from './resolveLimits';
import {
  EntityPolicy,
  policiesOnRule,
  rulePoliciesKey,
  RulePolicies,
} from './rulePolicies';
import { exemptionOf } from './selectEntities';
import { sloRuleId } from './selectsRule';
import { SequenceMemo } from './SequenceMemo';

/**
 * What SLOs are counted under.
 *
 * @public
 */
export const SLO_AREA = 'slos';

/** Of an SLO that no policy is about: its owner is told, and no gate is closed. */
const DEFAULT_STAGE: Stage = 'notify';

/**
 * One SLO among those of its name.
 *
 * @public
 */
export interface SloMember {
  definition: SloDefinition;
  /** As a limit on the attainment. */
  source: LimitSource;
  /** How far in its layer is; 0 is the outermost. */
  rank: number;
  /** Why the entity is exempt, if it is. */
  exemption?: string;
}

/**
 * The SLOs of one name in an environment, or one of their objectives where several stand for themselves:
 * measured as the innermost says, against the tightest of their targets.
 *
 * @public
 */
export interface SloRule {
  /** See `sloRuleId`. */
  ruleId: string;
  name: string;
  /** Of what is measured. */
  title: string;
  environment: string;
  /** Where several objectives stand for themselves. */
  objective?: string;
  /** Outermost layer first. */
  members: readonly SloMember[];
  /** What is measured: the innermost that the entity isn't exempt from; of exempt ones, the outermost. */
  measured: SloDefinition;
  /** The tightest; what error budgets are worked out from. */
  target: number;
  /** What verdicts say of it: always the same object. */
  slo: SloVerdict['slo'];
  policies: RulePolicies;
}

/** What one SLO is judged by on its own: an objective, or all of them together. */
interface Part {
  /** Where several objectives stand for themselves. */
  objective?: SloObjective;
  target: number;
}

const NONE: readonly SloRule[] = Object.freeze([]);

const rules = new SequenceMemo<SloRule>();
const sources = new WeakMap<SloDefinition, Map<string, LimitSource>>();

/**
 * Groups SLOs into rules.
 *
 * @param definitions - Those about the entity, outermost layer first.
 * @param policies - Likewise.
 */
export function resolveSloRules(
  definitions: readonly SloDefinition[],
  policies: readonly EntityPolicy[],
  fact: EntityFact,
): readonly SloRule[] {
  if (definitions.length === 0) {
    return NONE;
  }
  const groups = new Map<string, { part: Part; members: SloMember[] }>();
  for (const definition of definitions) {
    const rank = layerRank(definition.layer, fact);
    const exemption = exemptionOf(definition, fact);
    for (const part of partsOf(definition)) {
      const source = sourceOf(definition, part);
      const key = JSON.stringify([
        definition.metadata.name,
        definition.spec.environment,
        part.objective?.name,
      ]);
      const member = { definition, source, rank, exemption };
      const group = groups.get(key);
      if (group) {
        group.members.push(member);
      } else {
        groups.set(key, { part, members: [member] });
      }
    }
  }
  return Array.from(groups.values(), ({ part, members }) =>
    resolveRule(members, part.objective?.name, policies),
  );
}

function resolveRule(
  members: SloMember[],
  objective: string | undefined,
  policies: readonly EntityPolicy[],
): SloRule {
  const { metadata, spec } = members[0].definition;
  const ruleId = sloRuleId(metadata.name, objective);
  const onRule = policiesOnRule(
    policies,
    { ruleId, area: SLO_AREA, environment: spec.environment },
    members[0].rank,
  );
  return rules.get(
    [
      ...members.map(({ definition }) => definition),
      ...onRule.map(({ definition }) => definition),
    ],
    JSON.stringify([
      objective ?? null,
      members.map(({ rank, exemption = null }) => [rank, exemption]),
      rulePoliciesKey(onRule),
    ]),
    () => {
      const holding = members.filter(({ exemption }) => !exemption);
      const { definition: measured, source } =
        holding[holding.length - 1] ?? members[0];
      return {
        ruleId,
        name: metadata.name,
        title: source.metadata.title ?? metadata.name,
        environment: spec.environment,
        objective,
        members,
        measured,
        target: Math.max(
          ...(holding.length > 0 ? holding : members).map(
            member => member.source.spec.fail?.value ?? 0,
          ),
        ),
        slo: Object.freeze({
          ...(objective !== undefined && { objective }),
          method: measured.spec.budgetingMethod,
          timeWindow: measured.spec.timeWindow,
        }),
        policies: new RulePolicies(onRule, DEFAULT_STAGE),
      };
    },
  );
}

/** A composite's objectives, each with an indicator of its own, are judged together. */
function partsOf({ spec }: SloDefinition): Part[] {
  const { indicator, objectives } = spec;
  if (objectives.length === 1) {
    return [{ target: objectives[0].target }];
  }
  if (!indicator) {
    const weightOf = ({ weight = 1 }: SloObjective) => weight;
    return [
      {
        target:
          sumOf(objectives, one => weightOf(one) * one.target) /
          sumOf(objectives, weightOf),
      },
    ];
  }
  return objectives.map(objective => ({ objective, target: objective.target }));
}

function sumOf<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}

function sourceOf(
  definition: SloDefinition,
  { objective, target }: Part,
): LimitSource {
  const known = sources.get(definition) ?? new Map<string, LimitSource>();
  sources.set(definition, known);
  const key = objective?.name ?? '';
  let source = known.get(key);
  if (!source) {
    const { id, metadata, layer } = definition;
    const { name, title = name } = metadata;
    const bound = { operator: '>=', value: target, unit: 'ratio' } as const;
    source = {
      id,
      metadata: objective
        ? { name, title: `${title}: ${objective.title ?? objective.name}` }
        : { name, title },
      layer,
      spec: { fail: { ...bound, text: formatBound(bound) } },
    };
    known.set(key, source);
  }
  return source;
}
