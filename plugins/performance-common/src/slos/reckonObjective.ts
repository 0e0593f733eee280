import {
  SloBurnRate,
  SloCounts,
  SloExclusion,
  SloObjective,
  SloSpec,
  VerdictReason,
} from '../model';
import { BurnWindowPair, burnWindows } from './burnWindows';
import { exactly } from './exactly';
import { addCounts } from './addCounts';
import { errorBudgetOf } from './errorBudgetOf';
import { minEventsOf } from './minEventsOf';
import { SloCounter, TimeStretch } from './SloCounter';
import { stretchesBetween } from './stretchesBetween';
import { wilsonInterval } from './wilsonInterval';
import { judgedWindow } from './judgedWindow';

/** What an objective's counter says, before anything is concluded from it. */
export interface ObjectiveReckoning {
  objective: SloObjective;
  counts: SloCounts;
  bad: number;
  /** What the target is a share of: events so far, or slices of the whole window. */
  budgeted: number;
  /** Bad ones of those; absent where nothing is known. */
  errorRate?: number;
  attainment?: number;
  /** Of the time so far, exclusions left out. */
  coverage: number;
  /** Seconds of the whole window, exclusions left out. */
  windowSeconds: number;
  unitSeconds?: number;
  /** Of every window of `burnWindows` that isn't shorter than a unit, shortest first. */
  burnRates: SloBurnRate[];
  /** Where there are fewer events than the minimum. */
  interval?: { lower: number; upper: number };
  /** Why nothing is known, or not enough. */
  reason?: VerdictReason;
}

/**
 * Asks an objective's counter for the SLO's window and the burn windows.
 *
 * Rolling windows end with the last whole unit, and so are as many units long at any time. Burn
 * windows end there too, or with the newest known unit where only that last one is still missing:
 * metric systems lag behind the clock.
 */
export function reckonObjective(options: {
  spec: SloSpec;
  objective: SloObjective;
  counter: SloCounter | VerdictReason;
  exclusions: readonly SloExclusion[];
  now: number;
}): ObjectiveReckoning {
  const { spec, objective, counter, exclusions, now } = options;
  if (!('count' in counter)) {
    return unknown(objective, counter);
  }
  const { unitSeconds } = counter;
  const unitMillis = unitSeconds * 1000;
  const floor = (time: number) => Math.floor(time / unitMillis) * unitMillis;
  const between = (stretch: TimeStretch) =>
    stretchesBetween(stretch, exclusions, unitSeconds);
  const countIn = (stretch: TimeStretch) =>
    addCounts(between(stretch).map(({ from, to }) => counter.count(from, to)));

  const wholeUntil = floor(now);
  const window = judgedWindow(spec.timeWindow, now);
  const whole =
    spec.timeWindow.type === 'rolling'
      ? { from: floor(window.from), to: wholeUntil }
      : window;
  const elapsed = { from: whole.from, to: Math.min(whole.to, wholeUntil) };
  const counts = countIn(elapsed);
  const windowUnits = unitsIn(between(whole), unitMillis);
  const elapsedUnits = unitsIn(between(elapsed), unitMillis);

  const { knownUntil } = counter;
  const burnUntil =
    knownUntil === wholeUntil - unitMillis ? knownUntil : wholeUntil;
  const errorBudget = errorBudgetOf(objective.target);
  const burnRates = windowsOf(burnWindows(spec.timeWindow))
    .filter(({ seconds }) => seconds >= unitSeconds)
    .map(({ window: name, seconds }) => {
      const burnt = countIn({
        from: burnUntil - seconds * 1000,
        to: burnUntil,
      });
      return {
        window: name,
        seconds,
        ...burnt,
        ...(burnt.total > 0 && {
          rate: exactly(badOf(burnt) / burnt.total / errorBudget),
        }),
      };
    });

  const bad = badOf(counts);
  const known = counts.total > 0;
  const interval = known
    ? intervalOf(spec, counts.total - bad, counts.total)
    : undefined;
  const budgeted =
    spec.budgetingMethod === 'Occurrences' ? counts.total : windowUnits;
  return {
    objective,
    counts,
    bad,
    budgeted,
    errorRate: known ? bad / budgeted : undefined,
    attainment: known ? exactly(1 - bad / counts.total) : undefined,
    coverage:
      elapsedUnits > 0
        ? Math.min(counts.coveredSeconds / (elapsedUnits * unitSeconds), 1)
        : 0,
    windowSeconds: windowUnits * unitSeconds,
    unitSeconds,
    burnRates,
    interval,
    reason: known
      ? interval && tooFewEvents(spec, objective, counts.total, interval)
      : nothingCounted(counts),
  };
}

function unknown(
  objective: SloObjective,
  reason: VerdictReason,
): ObjectiveReckoning {
  return {
    objective,
    counts: { good: 0, total: 0, coveredSeconds: 0 },
    bad: 0,
    budgeted: 0,
    coverage: 0,
    windowSeconds: 0,
    burnRates: [],
    reason,
  };
}

function nothingCounted(counts: SloCounts): VerdictReason {
  return counts.coveredSeconds > 0
    ? {
        code: 'no-events',
        message: 'Nothing happened in the window that could be good or bad.',
      }
    : {
        code: 'no-samples',
        message: 'There are no samples of the window.',
      };
}

function intervalOf(
  spec: SloSpec,
  good: number,
  total: number,
): ObjectiveReckoning['interval'] {
  return total < minEventsOf(spec) ? wilsonInterval(good, total) : undefined;
}

function tooFewEvents(
  spec: SloSpec,
  { target }: SloObjective,
  total: number,
  { lower, upper }: { lower: number; upper: number },
): VerdictReason | undefined {
  return lower < target && target <= upper
    ? {
        code: 'too-few-events',
        message: `${exactly(total)} events of at least ${minEventsOf(
          spec,
        )}: attainment may be anything from ${percent(lower)} to ${percent(
          upper,
        )}, the target ${percent(target)} among it.`,
      }
    : undefined;
}

function percent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(6))} %`;
}

/** Each window once, shortest first. */
function windowsOf(
  pairs: BurnWindowPair[],
): { window: string; seconds: number }[] {
  const windows = new Map<number, string>();
  for (const pair of pairs) {
    windows.set(pair.shortSeconds, pair.shortWindow);
    windows.set(pair.longSeconds, pair.longWindow);
  }
  return [...windows]
    .map(([seconds, window]) => ({ window, seconds }))
    .sort((a, b) => a.seconds - b.seconds);
}

/** Never less than none, though a source may report more good ones than there are. */
function badOf({ good, total }: SloCounts): number {
  return Math.max(exactly(total - good), 0);
}

/** How many units begin in the stretches. */
function unitsIn(stretches: TimeStretch[], unitMillis: number): number {
  return stretches.reduce(
    (sum, { from, to }) =>
      sum + Math.ceil(to / unitMillis) - Math.ceil(from / unitMillis),
    0,
  );
}
