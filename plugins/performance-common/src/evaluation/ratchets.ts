import { Bound, EffectiveLimit } from '../model';
import { formatBound } from '../units';
import { boundDirection } from './boundOrder';
import { BudgetRule } from './budgetRules';
import { PlannedPolicy } from './EnforcementPlan';
import { LimitSource } from './resolveLimits';

/** What policies with a ratchet ask for, given the best that was kept up. */
export function ratchetSources(
  rule: BudgetRule,
  limit: EffectiveLimit,
  limiting: readonly PlannedPolicy[],
  best: number,
): { definition: LimitSource; rank: number }[] {
  return limiting.flatMap(({ definition, rank }) => {
    const { id, metadata, layer, spec } = definition;
    const { tolerance } = spec.ratchet ?? {};
    return tolerance !== undefined
      ? [
          {
            definition: {
              id,
              metadata,
              layer,
              spec: {
                fail: ratchetBound(rule, limit, best, tolerance),
              },
              ratchet: { best, tolerance },
            },
            rank,
          },
        ]
      : [];
  });
}

/** The best, give or take the tolerance, on the side on which the rule's limits are. */
function ratchetBound(
  { metric, unit }: BudgetRule,
  { fail, warn }: EffectiveLimit,
  best: number,
  tolerance: number,
): Bound {
  const bound = fail ?? warn;
  const direction = bound ? boundDirection(bound) : metric.direction;
  const asked =
    direction === 'lower'
      ? { operator: '<=' as const, value: best * (1 + tolerance), unit }
      : { operator: '>=' as const, value: best * (1 - tolerance), unit };
  return { ...asked, text: formatBound(asked) };
}
