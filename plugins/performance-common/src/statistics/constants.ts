/**
 * A series keeps every value, and its quantiles are exact, up to this many.
 *
 * @public
 */
export const EXACT_VALUES_LIMIT = 10_000;

/**
 * A run keeps at most this many values over all its series; then its series turn into sketches.
 *
 * @public
 */
export const EXACT_VALUES_PER_RUN_LIMIT = 500_000;

/**
 * Relative error of the quantiles of a sketch.
 *
 * @public
 */
export const SKETCH_RELATIVE_ERROR = 0.01;

/**
 * The quantiles stored with a series that has any.
 *
 * @public
 */
export const STANDARD_QUANTILES: readonly string[] = [
  '0.5',
  '0.75',
  '0.9',
  '0.95',
  '0.99',
  '0.999',
];
