import {
  BudgetVerdict,
  SloVerdict,
  VerdictCondition,
  VerdictState,
} from '../../model';
import { isInEnvironments, matchesName, matchesSlo } from '../selectsRule';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

/** The entity's own verdicts that checks may look at. */
export interface LookedAtVerdicts {
  budgets: readonly BudgetVerdict[];
  slos: readonly SloVerdict[];
}

type Looked = BudgetVerdict | SloVerdict;

const NAMED = 3;

/** Judges a check over the entity's own budgets or SLOs. */
export function judgeVerdictCondition(
  condition: VerdictCondition,
  { budgets, slos }: LookedAtVerdicts,
): CheckOutcome {
  const { slo } = condition;
  const kind = slo === undefined ? 'budget' : 'SLO';
  const looked: Looked[] =
    slo === undefined
      ? budgets.filter(verdict => isLookedAt(condition, verdict))
      : slos.filter(verdict => isSloLookedAt(slo, condition, verdict));
  if (looked.length === 0) {
    const message = `No ${kind} ${describe(condition)}applies.`;
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
      looked[0].reason?.message ?? `The entity is exempt from the ${kind}s.`,
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

function isSloLookedAt(
  slo: string,
  { environments }: VerdictCondition,
  { ruleId, subject }: SloVerdict,
): boolean {
  return (
    matchesSlo(slo, ruleId) &&
    isInEnvironments(environments, subject.environment)
  );
}

function inState(verdicts: readonly Looked[], state: VerdictState): Looked[] {
  return verdicts.filter(verdict => verdict.state === state);
}

/** `on p95 of web.lcp in production `, `named availability `; empty for any. */
function describe({
  slo,
  metric,
  statistic,
  area,
  environments,
}: VerdictCondition): string {
  const what = [statistic, metric ?? (area && `any ${area} metric`)]
    .filter(part => part !== undefined)
    .join(' of ');
  return `${what && `on ${what} `}${
    slo === undefined || slo === '*' ? '' : `named ${slo} `
  }${environments ? `in ${environments.join(' or ')} ` : ''}`;
}

/** `2 of 5 budgets have no data: API latency, Page weight.` */
function summarise(
  found: readonly Looked[],
  all: readonly Looked[],
  what: string,
): string {
  const titles = [...new Set(found.map(({ title }) => title))];
  const rest = titles.length - NAMED;
  const named = [
    ...titles.slice(0, NAMED),
    ...(rest > 0 ? [`${rest} more`] : []),
  ].join(', ');
  const kind = all[0].kind === 'slo' ? 'SLO' : 'budget';
  return `${found.length} of ${all.length} ${
    all.length === 1 ? kind : `${kind}s`
  } ${found.length === 1 ? 'has' : 'have'} ${what}: ${named}.`;
}
