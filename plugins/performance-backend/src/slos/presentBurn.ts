import {
  SloBurnRate,
  SloStatus,
} from '@perf-governance/plugin-performance-common';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * The burn rate that tells how things are going now: that of the longest known window shorter than a
 * day, as the time to exhaustion goes by; else of the shortest known one.
 */
export function presentBurn({
  burnRates,
}: Pick<SloStatus, 'burnRates'>): SloBurnRate | undefined {
  const known = burnRates.filter(({ rate }) => rate !== undefined);
  return (
    known.filter(({ seconds }) => seconds < DAY_SECONDS).at(-1) ?? known[0]
  );
}
