import { BudgetVerdict, VerdictCondition, VerdictState } from '../../model';
import { isInEnvironments, matchesName } from '../selectsRule';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

const NAMED_BUDGETS = 3;

/** Judges a check over the entity's own budgets. */
export function judgeVerdictCondition(
  condition: VerdictCondition,
  budgets: readonly BudgetVerdict[],
): CheckOutcome {
  const looked = budgets.filter(verdict => isLookedAt(condition, verdict));
  if (looked.length === 0) {
    const message = `No budget ${describe(condition)}applies.`;
    return outcomeOf(
      condition.expect === 'exists' ? 'fail' : 'no-data',
      'no-rule',
      message,
    );
  }
  const applicable = looked.filter(({ state }) => state !== 'not-applicable');
  if (applicable.length === 0) {
    return outcomeOf(
      'not-applicable',
      'exempt',
      looked[0].reason?.message ?? 'The entity is exempt from the budgets.',
    );
  }
  if (condition.expect === 'exists') {
    return { state: 'pass' };
  }
  const missing = inState(applicable, 'no-data');
  if (condition.expect === 'measured') {
    return missing.length === 0
      ? { state: 'pass' }
      : outcomeOf(
          'fail',
          'not-measured',
          summarise(missing, applicable, 'no data'),
        );
  }
  const failing = inState(applicable, 'fail');
  if (failing.length > 0) {
    return outcomeOf(
      'fail',
      'not-within-limit',
      summarise(failing, applicable, 'a value beyond its limit'),
    );
  }
  if (missing.length > 0) {
    return outcomeOf(
      'no-data',
      'not-measured',
      summarise(missing, applicable, 'no data'),
    );
  }
  const warning = inState(applicable, 'warn');
  return warning.length === 0
    ? { state: 'pass' }
    : outcomeOf(
        'warn',
        'not-within-limit',
        summarise(warning, applicable, 'a value near its limit'),
      );
}

function isLookedAt(
  { metric, statistic, area, environments }: VerdictCondition,
  verdict: BudgetVerdict,
): boolean {
  return (
    (metric === undefined || matchesName(metric, verdict.metric)) &&
    (statistic === undefined || statistic === verdict.statistic) &&
    (area === undefined || area === verdict.area) &&
    isInEnvironments(environments, verdict.subject.environment)
  );
}

function inState(
  verdicts: readonly BudgetVerdict[],
  state: VerdictState,
): BudgetVerdict[] {
  return verdicts.filter(verdict => verdict.state === state);
}

/** `on p95 of web.lcp in production `; empty for any. */
function describe({
  metric,
  statistic,
  area,
  environments,
}: VerdictCondition): string {
  const what = [statistic, metric ?? (area && `any ${area} metric`)]
    .filter(part => part !== undefined)
    .join(' of ');
  return `${what && `on ${what} `}${
    environments ? `in ${environments.join(' or ')} ` : ''
  }`;
}

/** `2 of 5 budgets have no data: API latency, Page weight.` */
function summarise(
  found: readonly BudgetVerdict[],
  all: readonly BudgetVerdict[],
  what: string,
): string {
  const titles = [...new Set(found.map(({ title }) => title))];
  const rest = titles.length - NAMED_BUDGETS;
  const named = [
    ...titles.slice(0, NAMED_BUDGETS),
    ...(rest > 0 ? [`${rest} more`] : []),
  ].join(', ');
  return `${found.length} of ${all.length} ${
    all.length === 1 ? 'budget' : 'budgets'
  } ${found.length === 1 ? 'has' : 'have'} ${what}: ${named}.`;
}
