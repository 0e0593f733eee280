import { EntityRules } from '../evaluation/entityRules';
import { sloFactOf } from '../evaluation/judgeSlo';
import { matchesSlo } from '../evaluation/selectsRule';
import { SloRule } from '../evaluation/sloRules';
import {
  ActiveErrorBudgetAction,
  ErrorBudgetPolicyDefinition,
  ErrorBudgetRule,
  SloAdjustmentNote,
  SloFact,
} from '../model';
import { describeErrorBudget } from './describeErrorBudget';

/**
 * Tells an action of one policy on one SLO from others.
 *
 * @public
 */
export type ErrorBudgetActionKey = Pick<
  ActiveErrorBudgetAction,
  'definitionId' | 'rule' | 'ruleId' | 'environment'
>;

/**
 * An action that a policy doesn't ask for now.
 *
 * @public
 */
export interface InactiveErrorBudgetAction extends ErrorBudgetActionKey {
  /** Its condition would hold, had these not taken time out of the SLO. */
  adjustments?: SloAdjustmentNote[];
}

/**
 * What error-budget policies ask for now.
 *
 * @public
 */
export interface ErrorBudgetOutcome {
  /** Of all policies: none loosens another. */
  active: ActiveErrorBudgetAction[];
  /** Of conditions that can't be told now, e.g. since a source is down: what is active stays so. */
  unknown: ErrorBudgetActionKey[];
  /** Of conditions that don't hold. */
  inactive: InactiveErrorBudgetAction[];
}

/**
 * Applies the error-budget policies of all layers to how an entity's SLOs stand.
 *
 * @param rules - Of the entity; see `resolveEntityRules`.
 * @public
 */
export function applyErrorBudgetPolicies(
  {
    slos,
    errorBudgetPolicies,
  }: Pick<EntityRules, 'slos' | 'errorBudgetPolicies'>,
  facts: readonly SloFact[],
): ErrorBudgetOutcome {
  const outcome: ErrorBudgetOutcome = {
    active: [],
    unknown: [],
    inactive: [],
  };
  for (const slo of slos) {
    if (slo.members.some(({ exemption }) => exemption === undefined)) {
      for (const policy of errorBudgetPolicies) {
        if (isAbout(policy, slo)) {
          applyPolicy(policy, slo, sloFactOf(slo, facts), outcome);
        }
      }
    }
  }
  return outcome;
}

function isAbout(
  { spec }: ErrorBudgetPolicyDefinition,
  { ruleId }: SloRule,
): boolean {
  return !spec.slos || spec.slos.some(name => matchesSlo(name, ruleId));
}

function applyPolicy(
  { id, spec }: ErrorBudgetPolicyDefinition,
  { ruleId, environment, title }: SloRule,
  fact: SloFact | undefined,
  outcome: ErrorBudgetOutcome,
): void {
  for (const rule of spec.rules) {
    const key = { definitionId: id, rule: rule.name, ruleId, environment };
    const holds = conditionHolds(rule.when, fact);
    if (holds === undefined) {
      outcome.unknown.push(key);
    } else if (holds && fact) {
      outcome.active.push({
        ...key,
        action: rule.action,
        except: rule.except,
        message: `${title} in ${environment}: ${describeErrorBudget(
          fact,
          rule.when.burnRate?.overSeconds,
        )}`,
      });
    } else {
      const { unadjusted } = fact ?? {};
      outcome.inactive.push(
        unadjusted && conditionHolds(rule.when, unadjusted)
          ? { ...key, adjustments: unadjusted.adjustments }
          : key,
      );
    }
  }
}

/** @returns `undefined` where it can't be told. */
function conditionHolds(
  { remainingBelow, burnRate }: ErrorBudgetRule['when'],
  fact:
    | Pick<SloFact, 'state' | 'reason' | 'remainingShare' | 'burnRates'>
    | undefined,
): boolean | undefined {
  if (fact?.reason?.code === 'no-events') {
    // Where nothing happened, nothing was spent.
    return false;
  }
  const known = fact && fact.state !== 'no-data' ? fact : undefined;
  const parts: (boolean | undefined)[] = [];
  if (remainingBelow !== undefined) {
    const share = known?.remainingShare;
    parts.push(share === undefined ? undefined : share < remainingBelow);
  }
  if (burnRate) {
    const rate = known?.burnRates[burnRate.overSeconds];
    parts.push(rate === undefined ? undefined : rate > burnRate.above);
  }
  if (parts.includes(false)) {
    return false;
  }
  return parts.includes(undefined) ? undefined : true;
}
