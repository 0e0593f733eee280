import { SloFact } from '../model';
import { formatQuantity } from '../units';

const HOUR = 3600;
const DAY = 24 * HOUR;

/**
 * An error budget in words: `error budget overspent by 12 %, burning 14× over 1 h`, or
 * `18 % of the error budget left, …`.
 *
 * @param overSeconds - The window of the burn rate to tell of; that of an hour unless given.
 * @returns `undefined` where nothing is known.
 * @public
 */
export function describeErrorBudget(
  { remainingShare, burnRates }: Pick<SloFact, 'remainingShare' | 'burnRates'>,
  overSeconds: number = HOUR,
): string | undefined {
  const rate = burnRates[overSeconds];
  const words = [
    remainingShare === undefined ? undefined : describeShare(remainingShare),
    rate === undefined || rate <= 0
      ? undefined
      : `burning ${formatRate(rate)}× over ${formatWindow(overSeconds)}`,
  ].filter(part => part !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

function describeShare(share: number): string {
  return share < 0
    ? `error budget overspent by ${formatQuantity(-share, 'ratio')}`
    : `${formatQuantity(share, 'ratio')} of the error budget left`;
}

/** Two digits are as many as tell one speed from another. */
function formatRate(rate: number): string {
  return String(Number(rate.toPrecision(rate < 1 ? 1 : 2)));
}

function formatWindow(seconds: number): string {
  if (seconds % DAY === 0) {
    return `${seconds / DAY} d`;
  }
  return seconds % HOUR === 0 ? `${seconds / HOUR} h` : `${seconds / 60} min`;
}
