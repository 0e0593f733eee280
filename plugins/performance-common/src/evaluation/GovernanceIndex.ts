import {
  AppliedWaiver,
  GovernanceFacts,
  Labels,
  RatchetFact,
  RuleTrust,
  VerdictState,
  WaiverFact,
} from '../model';
import { holds } from './boundOrder';
import { labelsKey } from './labels';

/** Whose trust is the same for many entities. */
const trustTimes = new WeakMap<
  readonly RuleTrust[],
  ReadonlyMap<string, number>
>();

/** What is known of one entity besides evidence, by rule. */
export class GovernanceIndex {
  readonly #now: number;
  readonly #waivers: Map<string, WaiverFact[]>;
  readonly #ratchets: Map<string, RatchetFact[]>;
  /** Since or from when, in milliseconds. */
  readonly #trusted: ReadonlyMap<string, number>;

  constructor(facts: GovernanceFacts, now: number) {
    this.#now = now;
    this.#waivers = byRule(facts.waivers ?? []);
    this.#ratchets = byRule(facts.ratchets ?? []);
    this.#trusted = trustTimesOf(facts.trust ?? []);
  }

  /**
   * From when a policy may block by a rule, in milliseconds: `-Infinity` where it may, `Infinity` where
   * nobody knows when it will.
   */
  trustedFrom(definitionId: string, ruleId: string): number {
    if (this.#trusted.size === 0) {
      return Infinity;
    }
    const from = Math.min(
      this.#trusted.get(trustKey(definitionId, ruleId)) ?? Infinity,
      this.#trusted.get(trustKey(definitionId)) ?? Infinity,
    );
    return from <= this.#now ? -Infinity : from;
  }

  /** The best that was kept up, if a ratchet holds on to it. */
  ratchet(
    ruleId: string,
    environment: string,
    key: string,
  ): number | undefined {
    return this.#ratchets
      .get(ruleId)
      ?.find(
        fact =>
          fact.environment === environment && labelsKey(fact.labels) === key,
      )?.best;
  }

  /**
   * The waiver on a verdict: bound to its rule, environment and exactly its labels, approved and not
   * expired. Of several, one that helps, and of these the one that holds longest.
   */
  waiver(
    ruleId: string,
    subject: { environment: string; labels: Labels },
    outcome: { state: VerdictState; value?: number },
  ): AppliedWaiver | undefined {
    const candidates = this.#waivers.get(ruleId);
    if (!candidates) {
      return undefined;
    }
    const key = labelsKey(subject.labels);
    let best: AppliedWaiver | undefined;
    for (const fact of candidates) {
      if (
        fact.environment === subject.environment &&
        labelsKey(fact.labels) === key &&
        Date.parse(fact.approvedAt) <= this.#now &&
        Date.parse(fact.expiresAt) > this.#now
      ) {
        const applied = apply(fact, outcome);
        if (!best || isBetter(applied, best)) {
          best = applied;
        }
      }
    }
    return best;
  }
}

function apply(
  { id, expiresAt, cap }: WaiverFact,
  { state, value }: { state: VerdictState; value?: number },
): AppliedWaiver {
  return {
    id,
    until: expiresAt,
    ...(cap && { cap }),
    exceeded:
      state === 'fail' &&
      cap !== undefined &&
      value !== undefined &&
      !holds(cap, value),
  };
}

function isBetter(a: AppliedWaiver, b: AppliedWaiver): boolean {
  return a.exceeded === b.exceeded
    ? Date.parse(a.until) > Date.parse(b.until)
    : b.exceeded;
}

function byRule<T extends { ruleId: string }>(
  facts: readonly T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const fact of facts) {
    const known = found.get(fact.ruleId);
    if (known) {
      known.push(fact);
    } else {
      found.set(fact.ruleId, [fact]);
    }
  }
  return found;
}

function trustTimesOf(
  trust: readonly RuleTrust[],
): ReadonlyMap<string, number> {
  let known = trustTimes.get(trust);
  if (!known) {
    known = new Map(
      trust.flatMap(({ definitionId, ruleId, trusted, from }) =>
        trusted || from !== undefined
          ? [
              [
                trustKey(definitionId, ruleId),
                trusted ? -Infinity : Date.parse(from ?? ''),
              ] as const,
            ]
          : [],
      ),
    );
    trustTimes.set(trust, known);
  }
  return known;
}

function trustKey(definitionId: string, ruleId: string = ''): string {
  return `${definitionId} ${ruleId}`;
}
