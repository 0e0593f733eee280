import { Labels, Series, Unit } from '../model';
import { EXACT_VALUES_LIMIT, STANDARD_QUANTILES } from './constants';
import { ExactValuePool } from './ExactValuePool';
import { quantileOf } from './quantileOf';
import { QuantileSketch } from './QuantileSketch';

/** @public */
export interface SeriesIdentity {
  metric: string;
  unit: Unit;
  labels: Labels;
}

/**
 * Collects the values of one series: exactly up to 10,000 values, in a sketch beyond.
 *
 * @public
 */
export class SeriesAccumulator {
  readonly #pool: ExactValuePool | undefined;
  #values: number[] = [];
  #sketch: QuantileSketch | undefined;
  #count = 0;
  #mean = 0;
  /** Sum of squared differences from the mean. */
  #squares = 0;
  #min = Infinity;
  #max = -Infinity;

  /**
   * @param options - `pool`: shared by the series of a run, to bound their memory together.
   */
  constructor(options: { pool?: ExactValuePool } = {}) {
    this.#pool = options.pool;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * @param value - Finite, in the series' unit. Whoever reads the report rejects anything else.
   */
  add(value: number): void {
    this.#count += 1;
    // B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products",
    // Technometrics 4, 1962.
    const difference = value - this.#mean;
    this.#mean += difference / this.#count;
    this.#squares += difference * (value - this.#mean);
    if (value < this.#min) {
      this.#min = value;
    }
    if (value > this.#max) {
      this.#max = value;
    }
    if (this.#sketch) {
      this.#sketch.add(value);
    } else if (
      this.#values.length < EXACT_VALUES_LIMIT &&
      (this.#pool?.take() ?? true)
    ) {
      this.#values.push(value);
    } else {
      this.#startSketch().add(value);
    }
  }

  /** The series so far; an accumulator that has seen nothing gives a count of 0. */
  toSeries(identity: SeriesIdentity): Series {
    const { metric, unit, labels } = identity;
    if (this.#count === 0) {
      return {
        metric,
        unit,
        labels,
        count: 0,
        quantiles: {},
        quantileMethod: 'none',
      };
    }
    const moments = {
      metric,
      unit,
      labels,
      count: this.#count,
      min: this.#min,
      max: this.#max,
      mean: this.#mean,
      stddev: Math.sqrt(this.#squares / this.#count),
    };
    if (this.#sketch) {
      return {
        ...moments,
        quantiles: quantilesOfSketch(this.#sketch, this.#min, this.#max),
        quantileMethod: 'ddsketch',
        sketch: this.#sketch.toBase64(),
      };
    }
    const values = Float64Array.from(this.#values).sort();
    return { ...moments, ...exactQuantiles(Array.from(values)) };
  }

  #startSketch(): QuantileSketch {
    const sketch = new QuantileSketch();
    for (const value of this.#values) {
      sketch.add(value);
    }
    this.#pool?.release(this.#values.length);
    this.#values = [];
    this.#sketch = sketch;
    return sketch;
  }
}

/** The quantile part of a series that holds all its values. */
export function exactQuantiles(
  sorted: number[],
): Pick<Series, 'quantiles' | 'quantileMethod' | 'values'> {
  const quantiles: Record<string, number> = {};
  for (const key of STANDARD_QUANTILES) {
    quantiles[key] = quantileOf(sorted, Number(key));
  }
  return { quantiles, quantileMethod: 'exact', values: sorted };
}

/** The standard quantiles of a sketch, kept within what the series is known to span. */
export function quantilesOfSketch(
  sketch: QuantileSketch,
  min: number = -Infinity,
  max: number = Infinity,
): Record<string, number> {
  const quantiles: Record<string, number> = {};
  for (const key of STANDARD_QUANTILES) {
    const value = sketch.quantile(Number(key));
    if (value !== undefined) {
      quantiles[key] = Math.min(max, Math.max(min, value));
    }
  }
  return quantiles;
}
