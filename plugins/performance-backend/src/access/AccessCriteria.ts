import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import {
  PerformanceEntityFilter,
  PerformanceFindingFilter,
  PerformanceReviewFilter,
} from '@perf-governance/plugin-performance-node';

/** One thing that must hold of an entity, an environment, a review or a finding; refs are full and lower-cased. */
export type AccessFilter =
  | PerformanceEntityFilter
  | PerformanceReviewFilter
  | PerformanceFindingFilter
  | { type: 'system'; refs: string[] }
  /** Reached through systems and parent domains. */
  | { type: 'domain'; refs: string[] }
  | { type: 'entity'; refs: string[] };

/** A nested tree of allOf, anyOf and not over filters. */
type AccessCriteria = PermissionCriteria<AccessFilter>;

/** Everything, nothing, or what a tree of filters holds for. */
export type AccessDecision = boolean | AccessCriteria;

function combine(
  decisions: AccessDecision[],
  key: 'allOf' | 'anyOf',
): AccessDecision {
  const decisive = key === 'anyOf';
  if (decisions.includes(decisive)) {
    return decisive;
  }
  const open = decisions.filter(
    (decision): decision is AccessCriteria => typeof decision !== 'boolean',
  );
  const [first, ...others] = open;
  if (first === undefined) {
    return !decisive;
  }
  return key === 'anyOf'
    ? { anyOf: [first, ...others] }
    : { allOf: [first, ...others] };
}

/** Holds where all of them do; with none of them, everywhere. */
export function allOf(decisions: AccessDecision[]): AccessDecision {
  return combine(decisions, 'allOf');
}

/** Holds where one of them does; with none of them, nowhere. */
export function anyOf(decisions: AccessDecision[]): AccessDecision {
  return combine(decisions, 'anyOf');
}

/**
 * Works out what can be worked out.
 *
 * @param decide - the truth of a filter, or undefined to leave it in the tree.
 */
export function simplify(
  decision: AccessDecision,
  decide: (filter: AccessFilter) => boolean | undefined,
): AccessDecision {
  if (typeof decision === 'boolean') {
    return decision;
  }
  if (isAndCriteria(decision)) {
    return allOf(decision.allOf.map(part => simplify(part, decide)));
  }
  if (isOrCriteria(decision)) {
    return anyOf(decision.anyOf.map(part => simplify(part, decide)));
  }
  if (isNotCriteria(decision)) {
    const inner = simplify(decision.not, decide);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  return decide(decision) ?? decision;
}

function namedEnvironments(decision: AccessDecision): Set<string> {
  const environments = new Set<string>();
  simplify(decision, filter => {
    if (filter.type === 'environment') {
      filter.environments.forEach(name => environments.add(name));
    }
    return undefined;
  });
  return environments;
}

/** Whether the answer may differ between environments. */
export function dependsOnEnvironment(decision: AccessDecision): boolean {
  return namedEnvironments(decision).size > 0;
}

function inEnvironment(decision: AccessDecision, environment?: string) {
  return simplify(decision, filter =>
    filter.type === 'environment'
      ? environment !== undefined && filter.environments.includes(environment)
      : undefined,
  );
}

/**
 * The criteria for an entity as a whole: what holds in some, or in every, environment. Exact, because
 * all environments that no filter names are alike.
 */
export function overEnvironments(
  decision: AccessDecision,
  quantifier: 'some' | 'every',
): AccessDecision {
  const each = [undefined, ...namedEnvironments(decision)].map(environment =>
    inEnvironment(decision, environment),
  );
  return quantifier === 'some' ? anyOf(each) : allOf(each);
}
