import { SloBurnAlert, SloSpec, SloStatus, VerdictReason } from '../model';
import { burnWindows } from './burnWindows';
import { errorBudgetOf } from './errorBudgetOf';
import { exactly } from './exactly';
import { formatSeconds } from './formatSeconds';
import { ObjectiveReckoning } from './reckonObjective';
import { presentBurnRate, secondsToExhaustion } from './secondsToExhaustion';
import { judgedWindow } from './judgedWindow';

/** What follows from an objective's counts: budget, alerts, state. */
export function concludeStatus(
  spec: SloSpec,
  reckoning: ObjectiveReckoning,
  now: number,
): SloStatus {
  const { objective, counts, attainment, burnRates, interval, reason } =
    reckoning;
  const { target } = objective;
  const method = spec.budgetingMethod;
  const window = judgedWindow(spec.timeWindow, now);
  const alerts = burnAlerts(spec, reckoning);
  const budget = budgetOf(reckoning);
  const exhaustion =
    budget &&
    secondsToExhaustion({
      method,
      remainingShare: budget.remainingShare,
      burnRate: presentBurnRate(burnRates),
      windowSeconds: reckoning.windowSeconds,
      coveredSeconds: counts.coveredSeconds,
      secondsLeft:
        spec.timeWindow.type === 'calendar'
          ? (window.to - now) / 1000
          : undefined,
    });
  return {
    at: new Date(now).toISOString(),
    window: {
      from: new Date(window.from).toISOString(),
      to: new Date(window.to).toISOString(),
    },
    method,
    target,
    countedAs: method === 'Occurrences' ? 'events' : 'slices',
    ...counts,
    bad: reckoning.bad,
    ...(attainment !== undefined && { attainment }),
    ...(interval && { interval }),
    coverage: reckoning.coverage,
    ...(budget && { budget }),
    burnRates,
    alerts,
    ...(exhaustion !== undefined && { secondsToExhaustion: exhaustion }),
    state: stateOf(reason, budget, alerts),
    ...(reason && { reason }),
  };
}

function stateOf(
  reason: VerdictReason | undefined,
  budget: SloStatus['budget'],
  alerts: SloBurnAlert[],
): SloStatus['state'] {
  if (reason || !budget) {
    return 'no-data';
  }
  if (budget.remaining < 0) {
    return 'fail';
  }
  return alerts.some(({ active }) => active) ? 'warn' : 'pass';
}

function budgetOf({
  objective,
  budgeted,
  errorRate,
  windowSeconds,
}: ObjectiveReckoning): SloStatus['budget'] {
  if (errorRate === undefined) {
    return undefined;
  }
  const errorBudget = errorBudgetOf(objective.target);
  const allowed = exactly(budgeted * errorBudget);
  const remaining = exactly(allowed - exactly(budgeted * errorRate));
  const remainingShare = exactly(remaining / allowed);
  const allowedMinutes = exactly((windowSeconds * errorBudget) / 60);
  return {
    allowed,
    remaining,
    remainingShare,
    allowedMinutes,
    remainingMinutes: exactly(allowedMinutes * remainingShare),
  };
}

function burnAlerts(
  { timeWindow }: SloSpec,
  { burnRates, unitSeconds = 0 }: ObjectiveReckoning,
): SloBurnAlert[] {
  return burnWindows(timeWindow).map(
    ({ severity, longWindow, shortWindow, factor, shortSeconds }) => {
      const rateOf = (window: string) =>
        burnRates.find(burnRate => burnRate.window === window)?.rate;
      const alert = { severity, longWindow, shortWindow, factor };
      if (unitSeconds > shortSeconds) {
        return {
          ...alert,
          active: false,
          reason: {
            code: 'too-coarse',
            message: `What is counted is ${formatSeconds(
              unitSeconds,
            )} long, more than ${shortWindow}.`,
          },
        };
      }
      const longRate = rateOf(longWindow);
      const shortRate = rateOf(shortWindow);
      return {
        ...alert,
        ...(longRate !== undefined && { longRate }),
        ...(shortRate !== undefined && { shortRate }),
        active:
          longRate !== undefined &&
          shortRate !== undefined &&
          longRate > factor &&
          shortRate > factor,
      };
    },
  );
}
