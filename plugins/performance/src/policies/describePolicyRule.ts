import {
  areaWords,
  metricWords,
  statisticWords,
} from '@perf-governance/plugin-performance-react';

interface BudgetSelector {
  metric?: string;
  statistic?: string;
  environment?: string | string[];
  environments?: string[];
}

/** As written, or as it was read. */
type FindingSelector =
  | string
  | { atLeast?: string; category?: string | string[]; categories?: string[] };

/** `every finding`, `findings in missing index of high risk or worse` */
function findingWords(finding: FindingSelector): string {
  const { atLeast, category, categories } =
    typeof finding === 'string'
      ? { atLeast: undefined, category: undefined, categories: undefined }
      : finding;
  const names = [categories ?? category ?? []].flat();
  if (!atLeast && names.length === 0) {
    return 'every finding';
  }
  return [
    'findings',
    names.length > 0 &&
      `in ${names.map(name => name.replaceAll('-', ' ')).join(' or ')}`,
    atLeast && `of ${atLeast} risk${atLeast === 'critical' ? '' : ' or worse'}`,
  ]
    .filter(part => part)
    .join(' ');
}

function budgetWords(budget: BudgetSelector): string {
  const { metric = '*', statistic } = budget;
  const environments = [budget.environments ?? budget.environment ?? []].flat();
  let words = `every budget on ${metric}`;
  if (!metric.includes('*')) {
    words = statistic
      ? statisticWords(statistic, metric)
      : `every budget on ${metricWords(metric)}`;
  }
  return environments.length > 0
    ? `${words} in ${environments.join(' or ')}`
    : words;
}

/** What a policy's rule is about, as it is written in its definition: `p95 response time`, `every check`. */
export function describePolicyRule(
  rule: Readonly<Record<string, unknown>>,
): string {
  if (typeof rule.check === 'string') {
    return rule.check === '*' ? 'every check' : `check ${rule.check}`;
  }
  if (typeof rule.area === 'string') {
    return `everything about ${areaWords(rule.area)}`;
  }
  if (typeof rule.scorecard === 'string') {
    return `the rules of scorecard ${rule.scorecard}`;
  }
  if (typeof rule.slo === 'string') {
    return rule.slo === '*' ? 'every SLO' : `SLO ${rule.slo}`;
  }
  if (rule.finding !== undefined) {
    return findingWords(rule.finding as FindingSelector);
  }
  return budgetWords((rule.budget ?? {}) as BudgetSelector);
}
