import {
  BudgetDefinition,
  CheckDefinition,
  EffectiveLimit,
  LimitContribution,
  PolicyDefinition,
  SloVerdict,
} from '../model';
import { PlannedPolicy } from './EnforcementPlan';
import { LimitSource, resolveLimits } from './resolveLimits';
import { SequenceMemo } from './SequenceMemo';
import { SloMember } from './sloRules';

const DEFAULT_CONFIRM = 2;

/** What all verdicts share whose limits come from the same definitions: always the same objects. */
export interface RuleLimits {
  limit: EffectiveLimit;
  story: LimitContribution[];
  definitionName: string;
  title: string;
  confirm: number;
}

interface Ranked<T> {
  definition: T;
  rank: number;
}

const budgetLimits = new SequenceMemo<RuleLimits>();
const sloLimits = new SequenceMemo<Pick<RuleLimits, 'limit' | 'story'>>();
const checkLimits = new SequenceMemo<Pick<RuleLimits, 'limit' | 'story'>>();
const policySources = new WeakMap<PolicyDefinition, LimitSource>();
const checkSources = new WeakMap<CheckDefinition, LimitSource>();

/**
 * The limit of budgets, tightened by what policies ask of evidence.
 *
 * @param members - At least one; outermost layer first.
 * @param limiting - Likewise.
 */
export function limitsOfBudgets(
  members: readonly Ranked<BudgetDefinition>[],
  limiting: readonly PlannedPolicy[],
): RuleLimits {
  const policies = limiting.filter(asksForAge);
  const definitions = [...members, ...policies].map(
    ({ definition }) => definition,
  );
  return budgetLimits.get(definitions, '', () =>
    makeBudgetLimits(
      members.map(({ definition }) => definition),
      mergeByLayer(members, policies.map(rankedSource)),
    ),
  );
}

/**
 * The same with what ratchets hold on to, which is different for each subject.
 *
 * @param ratchets - What policies ask for, outermost layer first.
 */
export function ratchetedLimits(
  members: readonly Ranked<BudgetDefinition>[],
  limiting: readonly PlannedPolicy[],
  ratchets: readonly Ranked<LimitSource>[],
): RuleLimits {
  const sources = mergeByLayer(members, [
    ...limiting.filter(asksForAge).map(rankedSource),
    ...ratchets,
  ]);
  return makeBudgetLimits(
    members.map(({ definition }) => definition),
    sources,
  );
}

/**
 * The target of SLOs, with what policies ask of the age of samples.
 *
 * @param members - At least one; outermost layer first.
 * @param limiting - Likewise.
 * @param slo - What the members have in common, for it tells apart the objectives of one SLO.
 */
export function limitsOfSlos(
  members: readonly SloMember[],
  limiting: readonly PlannedPolicy[],
  slo: SloVerdict['slo'],
): Pick<RuleLimits, 'limit' | 'story'> {
  const policies = limiting.filter(asksForAge);
  const definitions = [...members, ...policies].map(
    ({ definition }) => definition,
  );
  return sloLimits.get(definitions, slo.objective ?? '', () => {
    const targets = members.map(({ source, rank }) => ({
      definition: source,
      rank,
    }));
    const { limit, story } = resolveLimits(
      mergeByLayer(targets, policies.map(rankedSource)),
    );
    return { limit: Object.freeze(limit), story: frozen(story) };
  });
}

/** How old what checks look at may be. */
export function limitsOfChecks(
  members: readonly Ranked<CheckDefinition>[],
  limiting: readonly PlannedPolicy[],
): Pick<RuleLimits, 'limit' | 'story'> {
  const aging = members.filter(
    ({ definition }) => sourceOfCheck(definition) !== undefined,
  );
  const policies = aging.length === 0 ? [] : limiting.filter(asksForAge);
  const definitions = [...aging, ...policies].map(
    ({ definition }) => definition,
  );
  return checkLimits.get(definitions, '', () => {
    const sources = mergeByLayer(
      aging.flatMap(({ definition, rank }) => {
        const source = sourceOfCheck(definition);
        return source?.spec.maxAgeSeconds === undefined
          ? []
          : [{ definition: source, rank }];
      }),
      policies.map(rankedSource),
    );
    if (sources.length === 0) {
      return { limit: Object.freeze({}), story: [] };
    }
    const { limit, story } = resolveLimits(sources);
    return { limit: Object.freeze(limit), story: frozen(story) };
  });
}

function makeBudgetLimits(
  budgets: readonly BudgetDefinition[],
  sources: readonly LimitSource[],
): RuleLimits {
  const { limit, story } = resolveLimits(sources);
  // A verdict is called what the budget is called, even where a policy tightens it.
  const { metadata, spec } = resolveLimits(budgets).setBy;
  return {
    limit: Object.freeze(limit),
    story: frozen(story),
    definitionName: metadata.name,
    title: metadata.title ?? metadata.name,
    confirm: spec.confirm ?? DEFAULT_CONFIRM,
  };
}

function frozen(story: LimitContribution[]): LimitContribution[] {
  Object.freeze(story);
  return story;
}

/** By layer, outermost first; in the same layer the rule's own definitions come first. */
function mergeByLayer(
  members: readonly Ranked<LimitSource>[],
  policies: readonly Ranked<LimitSource>[],
): LimitSource[] {
  return [...members, ...policies]
    .sort((a, b) => a.rank - b.rank)
    .map(({ definition }) => definition);
}

function asksForAge({ definition }: PlannedPolicy): boolean {
  return definition.spec.evidence?.maxAgeSeconds !== undefined;
}

function rankedSource({
  definition,
  rank,
}: PlannedPolicy): Ranked<LimitSource> {
  let source = policySources.get(definition);
  if (!source) {
    const { id, metadata, layer, spec } = definition;
    source = {
      id,
      metadata,
      layer,
      spec: { maxAgeSeconds: spec.evidence?.maxAgeSeconds },
    };
    policySources.set(definition, source);
  }
  return { definition: source, rank };
}

/** @returns `undefined` for a check that looks at nothing that has an age. */
function sourceOfCheck(definition: CheckDefinition): LimitSource | undefined {
  const { condition } = definition.spec;
  let maxAgeSeconds: number | undefined;
  switch (condition.type) {
    case 'run':
      maxAgeSeconds = condition.run.withinSeconds;
      break;
    case 'attestation':
      maxAgeSeconds = condition.attestation.validForSeconds;
      break;
    case 'external':
      maxAgeSeconds = condition.external.maxAgeSeconds;
      break;
    case 'review':
      maxAgeSeconds = condition.review.withinSeconds;
      break;
    default:
      return undefined;
  }
  let source = checkSources.get(definition);
  if (!source) {
    const { id, metadata, layer } = definition;
    source = { id, metadata, layer, spec: { maxAgeSeconds } };
    checkSources.set(definition, source);
  }
  return source;
}
