import {
  Enforcement,
  PolicyContribution,
  PolicyDefinition,
  Stage,
  STAGES,
} from '../model';
import { DatedStage, PolicyStanding, standingAt } from './policyStages';
import { SequenceMemo } from './SequenceMemo';

/**
 * A policy as far as it is about a rule and an entity.
 *
 * @public
 */
export interface PlannedPolicy {
  definition: PolicyDefinition;
  /** At least one, in order. */
  stages: readonly DatedStage[];
  /** Whether its layer is not inner to the outermost of the definitions that make the rule. */
  outer: boolean;
  /** How far in its layer is; 0 is the outermost. */
  rank: number;
}

/**
 * What comes of a rule's verdicts for a while.
 *
 * @public
 */
export interface Force {
  enforcement: Enforcement;
  /** The policies in effect that have a say in limits, outermost first. */
  limiting: readonly PlannedPolicy[];
}

/** What a policy asks for at some time, and what of it counts. */
interface Asked extends PolicyStanding {
  counted?: Stage;
  withheld: boolean;
}

/** Whether a policy may block. */
type IsTrusted = (definitionId: string) => boolean;

/** See {@link EnforcementPlan.at}. */
type TrustedFrom = (definitionId: string) => number;

const plans = new SequenceMemo<EnforcementPlan>();

/**
 * What policies make of a rule over time. Stages change at dates only, so that there are few answers;
 * each is worked out once.
 *
 * @public
 */
export class EnforcementPlan {
  readonly #policies: readonly PlannedPolicy[];
  readonly #defaultStage: Stage;
  /** When something changes, in milliseconds and in order. */
  readonly #instants: readonly number[];
  /** Ids of the policies that ever ask for `block`. */
  readonly #blocking: readonly string[];
  /** By the number of instants that have passed and who is trusted. */
  readonly #forces = new Map<string, Force>();

  /**
   * The same plan for the same policies.
   *
   * @param policies - Outermost layer first.
   */
  static of(
    policies: readonly PlannedPolicy[],
    defaultStage: Stage,
  ): EnforcementPlan {
    const key = policies
      .map(
        ({ stages, outer, rank }) =>
          `${outer ? 'outer' : 'inner'} ${rank} ${stages.map(
            ({ index }) => index,
          )}`,
      )
      .join(';');
    return plans.get(
      policies.map(({ definition }) => definition),
      `${defaultStage};${key}`,
      () => new EnforcementPlan(policies, defaultStage),
    );
  }

  private constructor(policies: readonly PlannedPolicy[], defaultStage: Stage) {
    this.#policies = policies;
    this.#defaultStage = defaultStage;
    this.#instants = [
      ...new Set(
        policies.flatMap(({ stages }) =>
          stages.map(({ at }) => at).filter(Number.isFinite),
        ),
      ),
    ].sort((a, b) => a - b);
    this.#blocking = policies
      .filter(({ stages }) => stages.some(({ stage }) => stage === 'block'))
      .map(({ definition }) => definition.id);
  }

  /**
   * What comes of a verdict at some time.
   *
   * @param now - Milliseconds.
   * @param trustedFrom - From when a policy may block by the rule, in milliseconds: `-Infinity` where it
   *   may, `Infinity` where nobody knows when it will.
   */
  at(now: number, trustedFrom: (definitionId: string) => number): Force {
    const passed = this.#passedAt(now);
    const key =
      this.#blocking.length === 0
        ? String(passed)
        : `${passed} ${this.#blocking.map(trustedFrom)}`;
    let force = this.#forces.get(key);
    if (!force) {
      force = this.#force(this.#instants[passed - 1] ?? -Infinity, trustedFrom);
      this.#forces.set(key, force);
    }
    return force;
  }

  #passedAt(now: number): number {
    let passed = 0;
    while (passed < this.#instants.length && this.#instants[passed] <= now) {
      passed += 1;
    }
    return passed;
  }

  #force(now: number, trustedFrom: TrustedFrom): Force {
    const asked = this.#askedAt(now, id => trustedFrom(id) === -Infinity);
    const { stage, base, setter } = this.#fold(asked);
    const inEffect = this.#policies.filter(
      (_, index) => asked[index].counted !== undefined,
    );
    const enforcement: Enforcement = {
      stage,
      requireEvidence: requiresEvidence(inEffect),
      story: this.#policies.map((policy, index) =>
        Object.freeze(
          contributionOf(policy, asked[index], {
            sets: index === setter,
            base,
            defaultStage: this.#defaultStage,
          }),
        ),
      ),
    };
    if (setter !== undefined) {
      enforcement.definitionId = this.#policies[setter].definition.id;
    }
    const next = this.#nextAfter(now, stage, trustedFrom);
    if (next) {
      enforcement.next = next;
    }
    Object.freeze(enforcement.story);
    return {
      enforcement: Object.freeze(enforcement),
      limiting: inEffect.filter(
        ({ definition: { spec } }) =>
          spec.evidence?.maxAgeSeconds !== undefined || spec.ratchet,
      ),
    };
  }

  #askedAt(now: number, isTrusted: IsTrusted): Asked[] {
    return this.#policies.map(({ definition, stages }) => {
      const standing = standingAt(stages, now);
      const withheld = standing.stage === 'block' && !isTrusted(definition.id);
      return {
        ...standing,
        withheld,
        counted: withheld ? 'warn' : standing.stage,
      };
    });
  }

  /**
   * The strongest of what outer policies ask for, or the default where none is in effect; inner ones
   * may only raise it. On a tie the outermost sets it.
   */
  #fold(asked: readonly Asked[]): {
    stage: Stage;
    /** What outer policies make of it, if they do. */
    base?: Stage;
    setter?: number;
  } {
    let stage: Stage | undefined;
    let setter: number | undefined;
    const raise = (outer: boolean) =>
      this.#policies.forEach((policy, index) => {
        const { counted } = asked[index];
        if (
          policy.outer === outer &&
          counted !== undefined &&
          (stage === undefined || rankOf(counted) > rankOf(stage))
        ) {
          stage = counted;
          setter = index;
        }
      });
    raise(true);
    const base = stage;
    stage ??= this.#defaultStage;
    raise(false);
    return { stage, base, setter };
  }

  /**
   * What policies announce. Where nobody knows when one will be trusted, it is as if it were at its date:
   * people are told of a block before it is certain. What is withheld now for that reason announces nothing.
   */
  #nextAfter(
    now: number,
    stage: Stage,
    trustedFrom: TrustedFrom,
  ): Enforcement['next'] {
    const withheld = new Set(
      this.#askedAt(now, id => trustedFrom(id) === -Infinity).flatMap(
        (asked, index) =>
          asked.withheld ? [this.#policies[index].definition.id] : [],
      ),
    );
    const instants = [
      ...this.#instants,
      ...this.#blocking.map(trustedFrom).filter(Number.isFinite),
    ].sort((a, b) => a - b);
    for (const instant of instants) {
      if (instant > now) {
        const folded = this.#fold(
          this.#askedAt(instant, id => {
            const from = trustedFrom(id);
            return from === Infinity ? !withheld.has(id) : from <= instant;
          }),
        );
        if (folded.stage !== stage) {
          const cause =
            folded.setter === undefined
              ? this.#policies.find(({ stages }) =>
                  stages.some(({ at }) => at === instant),
                )
              : this.#policies[folded.setter];
          return (
            cause && {
              stage: folded.stage,
              at: new Date(instant).toISOString(),
              definitionId: cause.definition.id,
            }
          );
        }
      }
    }
    return undefined;
  }
}

function rankOf(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** True unless an outer policy says no and none says yes; an inner one may only say yes. */
function requiresEvidence(inEffect: readonly PlannedPolicy[]): boolean {
  const required = (policy: PlannedPolicy) =>
    policy.definition.spec.evidence?.required;
  return (
    inEffect.some(policy => required(policy) === true) ||
    !inEffect.some(policy => policy.outer && required(policy) === false)
  );
}

function contributionOf(
  { definition, outer }: PlannedPolicy,
  { stage, from, next, counted, withheld }: Asked,
  folded: { sets: boolean; base?: Stage; defaultStage: Stage },
): PolicyContribution {
  const { name, title } = definition.metadata;
  return {
    definitionId: definition.id,
    name,
    ...(title !== undefined && { title }),
    layer: definition.layer,
    ...(stage && { stage }),
    ...(from !== undefined && { from }),
    ...(next && { next }),
    effect: effectOf(outer, counted, withheld, folded),
  };
}

function effectOf(
  outer: boolean,
  counted: Stage | undefined,
  withheld: boolean,
  folded: { sets: boolean; base?: Stage; defaultStage: Stage },
): PolicyContribution['effect'] {
  if (counted === undefined) {
    return 'not-yet';
  }
  if (withheld) {
    return 'withheld';
  }
  if (folded.sets) {
    return 'sets';
  }
  const { base, defaultStage } = folded;
  return outer ||
    counted === base ||
    rankOf(counted) > rankOf(base ?? defaultStage)
    ? 'overruled'
    : 'no-effect';
}
