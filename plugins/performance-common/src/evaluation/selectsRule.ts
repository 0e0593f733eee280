import {
  FindingCategory,
  FindingSelector,
  RISK_LEVELS,
  RiskLevel,
  RuleSelector,
} from '../model';

const CHECK_PREFIX = 'check:';
const SLO_PREFIX = 'slo:';
const FINDING_PREFIX = 'finding:';
const WILDCARD = '*';

/**
 * What of a rule, or of a verdict, selectors look at.
 *
 * @public
 */
export interface SelectableRule {
  ruleId: string;
  area: string;
  /** Of budgets. */
  metric?: string;
  /** Of budgets. */
  statistic?: string;
  /** Of findings; without it, any finding is meant. */
  finding?: { risk: RiskLevel; category: FindingCategory };
  /** Without it, or where it is `*`, environments aren't compared. */
  environment?: string;
}

/**
 * The rule id of checks of a name.
 *
 * @public
 */
export function checkRuleId(name: string): string {
  return `${CHECK_PREFIX}${name}`;
}

/**
 * The rule id of SLOs of a name: of all of it, or of one of several objectives that stand for themselves.
 *
 * @public
 */
export function sloRuleId(name: string, objective?: string): string {
  return objective === undefined
    ? `${SLO_PREFIX}${name}`
    : `${SLO_PREFIX}${name}:${objective}`;
}

/**
 * The rule id of a finding. That of `*` stands for all of them: policies earn trust by findings together, for
 * each is a rule of its own.
 *
 * @public
 */
export function findingRuleId(findingId: string): string {
  return `${FINDING_PREFIX}${findingId}`;
}

/**
 * The finding that a rule id stands for.
 *
 * @public
 */
export function findingIdOf(ruleId: string): string | undefined {
  return ruleId.startsWith(FINDING_PREFIX)
    ? ruleId.slice(FINDING_PREFIX.length)
    : undefined;
}

/**
 * Whether a selector points at a rule.
 *
 * @public
 */
export function selectsRule(
  selector: RuleSelector,
  rule: SelectableRule,
): boolean {
  if ('check' in selector) {
    return (
      rule.ruleId.startsWith(CHECK_PREFIX) &&
      matchesName(selector.check, rule.ruleId.slice(CHECK_PREFIX.length))
    );
  }
  if ('area' in selector) {
    return selector.area === rule.area;
  }
  if ('slo' in selector) {
    return matchesSlo(selector.slo, rule.ruleId);
  }
  if ('finding' in selector) {
    return (
      rule.ruleId.startsWith(FINDING_PREFIX) &&
      (rule.finding === undefined ||
        matchesFinding(selector.finding, rule.finding))
    );
  }
  const { metric, statistic, environments } = selector.budget;
  return (
    rule.metric !== undefined &&
    matchesName(metric, rule.metric) &&
    (statistic === undefined || statistic === rule.statistic) &&
    isInEnvironments(environments, rule.environment)
  );
}

/** Whether a rule is that of an SLO, or of one of its objectives, whose name is the wanted one. */
export function matchesSlo(pattern: string, ruleId: string): boolean {
  if (!ruleId.startsWith(SLO_PREFIX)) {
    return false;
  }
  const [name] = ruleId.slice(SLO_PREFIX.length).split(':', 1);
  return matchesName(pattern, name);
}

/** Whether a finding is like those wanted. */
export function matchesFinding(
  { atLeast, categories }: FindingSelector,
  { risk, category }: { risk: RiskLevel; category: FindingCategory },
): boolean {
  return (
    (atLeast === undefined ||
      RISK_LEVELS.indexOf(risk) >= RISK_LEVELS.indexOf(atLeast)) &&
    (!categories || categories.includes(category))
  );
}

/** Whether a name is the wanted one, which may end in `*`. */
export function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith(WILDCARD)
    ? name.startsWith(pattern.slice(0, -WILDCARD.length))
    : name === pattern;
}

/** Whether an environment is one of those wanted; one not seen yet may become any. */
export function isInEnvironments(
  wanted: readonly string[] | undefined,
  environment: string | undefined,
): boolean {
  return (
    !wanted ||
    environment === undefined ||
    environment === WILDCARD ||
    wanted.includes(environment)
  );
}
