import { Unit } from '../model';

interface Scale {
  /** Smallest magnitude written in this unit. */
  from: number;
  divisor: number;
  suffix: string;
}

const TIME_SCALES: Scale[] = [
  { from: 3_600_000, divisor: 3_600_000, suffix: ' h' },
  { from: 60_000, divisor: 60_000, suffix: ' min' },
  { from: 1000, divisor: 1000, suffix: ' s' },
  { from: 0, divisor: 1, suffix: ' ms' },
];

const SIZE_SCALES: Scale[] = [
  { from: 1e9, divisor: 1e9, suffix: ' GB' },
  { from: 1e6, divisor: 1e6, suffix: ' MB' },
  { from: 1000, divisor: 1000, suffix: ' kB' },
  { from: 0, divisor: 1, suffix: ' B' },
];

const MAX_DIGITS = 15;

/**
 * Writes a number with its unit and no more precision than one reads at a glance: `412 ms`,
 * `2.41 s`, `99.95 %`, `1.2 MB`, `0.12`, `100/s`.
 *
 * @param value - In `unit`.
 * @param significantDigits - How many digits to keep; 3 unless given. Whole digits are always kept.
 * @public
 */
export function formatQuantity(
  value: number,
  unit: Unit,
  significantDigits: number = 3,
): string {
  switch (unit) {
    case 'ms':
      return formatScaled(value, TIME_SCALES, significantDigits);
    case 'B':
      return formatScaled(value, SIZE_SCALES, significantDigits);
    case 'ratio':
      return `${formatPercentage(value, significantDigits)} %`;
    case '1/s':
      return `${formatNumber(value, significantDigits)}/s`;
    default:
      return formatNumber(value, significantDigits);
  }
}

/**
 * Writes two numbers that are to be told apart, such as a value and its limit, with as many digits
 * as that takes: 300.4 ms beside 300 ms is `300.4 ms`, not `300 ms`.
 *
 * @returns Both texts, in the order given.
 * @public
 */
export function formatQuantityPair(
  first: number,
  second: number,
  unit: Unit,
): [string, string] {
  for (let digits = 3; digits < MAX_DIGITS; digits++) {
    const pair: [string, string] = [
      formatQuantity(first, unit, digits),
      formatQuantity(second, unit, digits),
    ];
    if (first === second || pair[0] !== pair[1]) {
      return pair;
    }
  }
  return [
    formatQuantity(first, unit, MAX_DIGITS),
    formatQuantity(second, unit, MAX_DIGITS),
  ];
}

function formatScaled(value: number, scales: Scale[], digits: number): string {
  const magnitude = Math.abs(value);
  let index = scales.findIndex(scale => magnitude >= scale.from);
  // 999.6 ms rounds to 1000 ms, which is written 1 s.
  const upper = scales[index - 1];
  if (
    upper &&
    Number(formatNumber(magnitude / scales[index].divisor, digits)) >=
      upper.from / scales[index].divisor
  ) {
    index -= 1;
  }
  const { divisor, suffix } = scales[index];
  return `${formatNumber(value / divisor, digits)}${suffix}`;
}

/** Two decimals, and more where those would round something up to 100 % or down to 0 %. */
function formatPercentage(ratio: number, digits: number): string {
  const percentage = ratio * 100;
  for (let decimals = digits - 1; decimals < MAX_DIGITS; decimals++) {
    const rounded = Number(percentage.toFixed(decimals));
    const misleading =
      (rounded === 0 && percentage !== 0) ||
      (rounded === 100 && Math.abs(percentage - 100) > 1e-9);
    if (!misleading) {
      return String(rounded);
    }
  }
  return String(percentage);
}

function formatNumber(value: number, digits: number): string {
  const magnitude = Math.abs(value);
  if (magnitude === 0 || !Number.isFinite(value)) {
    return String(value + 0);
  }
  const wholeDigits = Math.floor(Math.log10(magnitude)) + 1;
  const decimals =
    magnitude < 1
      ? // One digit fewer below 1: 0.12, 0.0012.
        digits - 1 - wholeDigits
      : Math.max(0, digits - wholeDigits);
  return String(Number(value.toFixed(Math.min(decimals, 20))));
}
