import {
  Definition,
  ErrorBudgetRule,
  SloFact,
  SloStatus,
} from '@perf-governance/plugin-performance-common';
import { SloKey } from './Slo';
import { Unadjusted } from './SloEvaluator';

/** Parts of a budget that are told of; a verdict shows no value that is further from the present one. */
const BUDGET_STEPS = 50;

/** A status as verdicts and error-budget policies see it. */
export function factOf(
  { definitionId, environment, objective }: SloKey,
  status: SloStatus,
  measuredAt: number | undefined,
  unadjusted?: Unadjusted,
): SloFact {
  const active = status.alerts.filter(alert => alert.active);
  const severity = (['page', 'ticket'] as const).find(one =>
    active.some(alert => alert.severity === one),
  );
  return {
    definitionId,
    ...(objective !== undefined && { objective }),
    environment,
    ...standingOf(status),
    ...(status.attainment !== undefined && { attainment: status.attainment }),
    target: status.target,
    ...(severity && { severity }),
    ...(measuredAt !== undefined && {
      measuredAt: new Date(measuredAt).toISOString(),
    }),
    ...(unadjusted && {
      unadjusted: {
        ...standingOf(unadjusted.status),
        adjustments: unadjusted.adjustments,
      },
    }),
  };
}

/** What conditions of error-budget policies are about. */
function standingOf(
  status: SloStatus,
): Pick<SloFact, 'state' | 'reason' | 'remainingShare' | 'burnRates'> {
  const burnRates: SloFact['burnRates'] = {};
  for (const { seconds, rate } of status.burnRates) {
    if (rate !== undefined) {
      burnRates[seconds] = rate;
    }
  }
  return {
    state: status.state,
    ...(status.reason && { reason: status.reason }),
    ...(status.budget && { remainingShare: status.budget.remainingShare }),
    burnRates,
  };
}

/**
 * What of a fact brings new verdicts or actions when it changes: not each count of a few events more.
 *
 * @param conditions - of the error-budget policies in force.
 */
export function factKeyOf(
  fact: SloFact,
  conditions: readonly ErrorBudgetRule['when'][],
): string {
  const { remainingShare, attainment, unadjusted } = fact;
  return JSON.stringify([
    fact.state,
    fact.reason?.code,
    fact.reason?.message,
    fact.severity,
    fact.target,
    remainingShare === undefined
      ? attainment
      : Math.round(remainingShare * BUDGET_STEPS),
    whichHold(conditions, fact),
    ...(unadjusted ? [whichHold(conditions, unadjusted)] : []),
  ]);
}

function whichHold(
  conditions: readonly ErrorBudgetRule['when'][],
  { remainingShare, burnRates }: Pick<SloFact, 'remainingShare' | 'burnRates'>,
): string {
  return conditions
    .map(({ remainingBelow, burnRate }) => {
      const isBelow =
        remainingBelow !== undefined &&
        remainingShare !== undefined &&
        remainingShare < remainingBelow;
      const isAbove =
        burnRate !== undefined &&
        (burnRates[burnRate.overSeconds] ?? 0) > burnRate.above;
      return `${Number(isBelow)}${Number(isAbove)}`;
    })
    .join(' ');
}

/** What the error-budget policies in force look at. */
export function conditionsOf(
  definitions: readonly Definition[],
): ErrorBudgetRule['when'][] {
  return definitions.flatMap(definition =>
    definition.kind === 'ErrorBudgetPolicy'
      ? definition.spec.rules.map(({ when }) => when)
      : [],
  );
}
