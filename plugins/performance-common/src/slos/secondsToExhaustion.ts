import { BudgetingMethod } from '../model';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * How long the budget lasts if errors go on as fast.
 *
 * With the whole window's events known, or slices counted: window × remaining share / burn rate. While
 * the known time of `Occurrences` is shorter than the window, the budget still grows with the events:
 * known time × remaining share / (burn rate − 1). Both take traffic as even, and count on nothing that
 * will leave a rolling window; but one that burns slower than 1× never runs out, for errors leave as they come.
 *
 * @returns Undefined if it never runs out at that rate, or a calendar window ends before.
 */
export function secondsToExhaustion(options: {
  method: BudgetingMethod;
  remainingShare: number;
  burnRate: number | undefined;
  windowSeconds: number;
  coveredSeconds: number;
  /** Of a calendar window. */
  secondsLeft?: number;
}): number | undefined {
  const { method, remainingShare, burnRate, windowSeconds } = options;
  if (remainingShare <= 0) {
    return 0;
  }
  const isRolling = options.secondsLeft === undefined;
  if (!burnRate || (isRolling && burnRate < 1)) {
    return undefined;
  }
  const known =
    method === 'Occurrences'
      ? Math.min(options.coveredSeconds, windowSeconds)
      : windowSeconds;
  const whileGrowing =
    burnRate > 1 ? (known * remainingShare) / (burnRate - 1) : Infinity;
  const seconds =
    whileGrowing < windowSeconds - known
      ? whileGrowing
      : (windowSeconds - known * (1 - remainingShare)) / burnRate;
  return seconds <= (options.secondsLeft ?? Infinity)
    ? Math.round(seconds)
    : undefined;
}

/**
 * The rate that tells how things are going now: that of the longest known window shorter than a day,
 * which neither a blip nor last week decides; else of the shortest known one.
 *
 * @param burnRates - Shortest first.
 */
export function presentBurnRate(
  burnRates: readonly { seconds: number; rate?: number }[],
): number | undefined {
  const known = burnRates.filter(({ rate }) => rate !== undefined);
  return (
    known.filter(({ seconds }) => seconds < DAY_SECONDS).at(-1) ?? known[0]
  )?.rate;
}
