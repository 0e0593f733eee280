import {
  BudgetingMethod,
  SloDuration,
  SloStatus,
  SloTimeWindow,
} from '@perf-governance/plugin-performance-common';
import { formatDuration } from '@perf-governance/plugin-performance-react';

/** What is counted, in the plural. */
export const COUNTED_WORDS: Record<SloStatus['countedAs'], string> = {
  events: 'events',
  slices: 'slices',
};

/** A budgeting method as people read it. */
export const METHOD_WORDS: Record<BudgetingMethod, string> = {
  Occurrences: 'Good events over all events',
  Timeslices: 'Good slices of time over all slices',
  RatioTimeslices: 'Mean of the slices’ own ratios',
};

/** `30 days`, `1 month`. */
function describeSloDuration({ count, unit }: SloDuration): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** `30 days, rolling`, `calendar month, Europe/Berlin`. */
export function describeTimeWindow(window: SloTimeWindow): string {
  const { count, unit } = window.duration;
  if (window.type === 'rolling') {
    return `${describeSloDuration(window.duration)}, rolling`;
  }
  const duration = count === 1 ? unit : `${count} ${unit}s`;
  return `calendar ${duration}, ${window.timeZone}`;
}

/** With as many digits as it takes to tell it from its target: `99.934 %`. */
export function formatAttainment(attainment: number, target: number): string {
  // Two more than those that the target's error rate needs.
  const decimals = Math.min(
    6,
    Math.max(2, Math.ceil(-Math.log10((1 - target) * 100)) + 2),
  );
  const percent = attainment * 100;
  // Never rounded up to all.
  const rounded =
    attainment < 1
      ? Math.min(Number(percent.toFixed(decimals)), 100 - 10 ** -decimals)
      : percent;
  return `${Number(rounded.toFixed(decimals))} %`;
}

/** A share of the error budget: `41 %`, `−43 %`, `0.4 %`. */
export function formatBudgetShare(share: number): string {
  const percent = share * 100;
  const magnitude = Math.abs(percent);
  const digits = magnitude >= 10 || magnitude === 0 ? 0 : 1;
  const text = magnitude.toFixed(digits);
  return `${percent < 0 && Number(text) > 0 ? '−' : ''}${Number(
    text,
  ).toLocaleString('en')} %`;
}

/** `41 % left`, `overspent by 43 %`. */
export function describeRemaining(share: number): string {
  return share < 0
    ? `overspent by ${formatBudgetShare(-share)}`
    : `${formatBudgetShare(share)} left`;
}

/** `14.4×`. */
export function formatBurnRate(rate: number): string {
  // Three digits, as one reads at a glance.
  const decimals = Math.max(0, Math.min(2, 2 - Math.floor(Math.log10(rate))));
  return `${Number(rate.toFixed(rate > 0 ? decimals : 0))}×`;
}

/** Whole numbers with separators; of ratios' sums, one decimal. */
export function formatCount(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** What was spent of what: `1,563 of 2,369 bad events`, `2 h of 6 h 43 min`. */
export function describeSpent(
  status: Pick<SloStatus, 'bad' | 'budget' | 'countedAs'>,
): string | undefined {
  const { bad, budget, countedAs } = status;
  if (!budget) {
    return undefined;
  }
  if (countedAs === 'slices' && budget.remainingMinutes !== undefined) {
    const minutesPerSlice =
      budget.remaining === 0 ? 0 : budget.remainingMinutes / budget.remaining;
    if (minutesPerSlice > 0) {
      const time = (slices: number) =>
        formatDuration(slices * minutesPerSlice * 60);
      return `${time(bad)} of ${time(budget.allowed)} bad time spent`;
    }
  }
  return `${formatCount(bad)} of ${formatCount(
    Math.floor(budget.allowed),
  )} bad ${COUNTED_WORDS[countedAs]} spent`;
}
