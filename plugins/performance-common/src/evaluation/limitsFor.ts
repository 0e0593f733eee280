import { EffectiveLimit } from '../model';
import { BudgetRule } from './budgetRules';
import { Force } from './EnforcementPlan';
import { GovernanceIndex } from './GovernanceIndex';
import { RuleSubject } from './listSubjects';
import { ratchetSources } from './ratchets';
import { limitsOfBudgets, ratchetedLimits, RuleLimits } from './ruleLimits';

interface Ranked {
  rank: number;
}

const NOTHING: readonly EffectiveLimit[] = [];

/** What all layers ask of a subject together. */
export function limitsFor(
  rule: BudgetRule,
  { environment, labelsKey, members }: RuleSubject,
  { limiting }: Force,
  governance: GovernanceIndex,
): RuleLimits {
  const limits = limitsOfBudgets(members, limiting);
  const best = limiting.some(({ definition }) => definition.spec.ratchet)
    ? governance.ratchet(rule.ruleId, environment, labelsKey)
    : undefined;
  return best === undefined
    ? limits
    : ratchetedLimits(
        members,
        limiting,
        ratchetSources(rule, limits.limit, limiting, best),
      );
}

/** What the layers around the innermost ask for, then those around the next, to the outermost. */
export function limitsAround(
  rule: BudgetRule,
  subject: RuleSubject,
  force: Force,
  governance: GovernanceIndex,
): readonly EffectiveLimit[] {
  let { members } = subject;
  let { limiting } = force;
  let innermost = innermostOf(members, limiting);
  // Most rules are of one layer.
  if (members[0].rank === innermost) {
    return NOTHING;
  }
  const limits: EffectiveLimit[] = [];
  while (members[0].rank < innermost) {
    members = outside(members, innermost);
    limiting = outside(limiting, innermost);
    const around = { ...subject, members };
    limits.push(
      limitsFor(rule, around, { ...force, limiting }, governance).limit,
    );
    innermost = innermostOf(members, limiting);
  }
  return limits;
}

/** Each outermost layer first. */
function innermostOf(members: readonly Ranked[], limiting: readonly Ranked[]) {
  const member = members[members.length - 1].rank;
  return limiting.length === 0
    ? member
    : Math.max(member, limiting[limiting.length - 1].rank);
}

function outside<T extends Ranked>(items: readonly T[], rank: number): T[] {
  return items.filter(item => item.rank < rank);
}
