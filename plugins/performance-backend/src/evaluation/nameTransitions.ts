import { Knex } from 'knex';
import { Plan, PlannedTransition } from '../verdicts/planChanges';
import { VerdictStore } from '../verdicts/VerdictStore';
import { VerdictTransition } from './EvaluationListener';

/**
 * What plans do to verdicts, with the rules of these by name. Reads what a plan doesn't know: the rules of verdicts
 * that are gone.
 */
export async function nameTransitions(
  plans: Plan[],
  verdicts: Pick<VerdictStore, 'rules'>,
  tx: Knex.Transaction,
): Promise<VerdictTransition[][]> {
  const unnamed = new Set<number>();
  for (const { transitions } of plans) {
    for (const { ruleId, ruleKey } of transitions) {
      if (ruleKey === undefined) {
        unnamed.add(ruleId);
      }
    }
  }
  const rules = new Map(
    (await verdicts.rules([...unnamed], tx)).map(rule => [rule.id, rule]),
  );
  return plans.map(({ transitions }) =>
    transitions.every(isNamed)
      ? transitions
      : transitions.map(transition => {
          if (isNamed(transition)) {
            return transition;
          }
          const { key = '', area = '' } = rules.get(transition.ruleId) ?? {};
          return { ...transition, ruleKey: key, area };
        }),
  );
}

function isNamed(
  transition: PlannedTransition,
): transition is VerdictTransition {
  return transition.ruleKey !== undefined && transition.area !== undefined;
}
