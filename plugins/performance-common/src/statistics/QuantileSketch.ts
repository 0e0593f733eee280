import {
  DDSketch,
  LogCollapsingLowestDenseDDSketch,
} from '@datadog/sketches-js';
import { SKETCH_RELATIVE_ERROR } from './constants';

/**
 * 2048 bins of 1 % span a factor of e^40 between the smallest and the largest value, which bounds
 * memory for any input and collapses only values nobody asks a percentile of.
 */
const BIN_LIMIT = 2048;

/**
 * A DDSketch: quantiles of any number of values with a relative error of at most 1 %, mergeable
 * without further loss (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable quantile sketch
 * with relative-error guarantees", PVLDB 12, 2019).
 *
 * @public
 */
export class QuantileSketch {
  readonly #sketch: DDSketch;

  constructor() {
    this.#sketch = new LogCollapsingLowestDenseDDSketch({
      relativeAccuracy: SKETCH_RELATIVE_ERROR,
      binLimit: BIN_LIMIT,
    });
  }

  /** How many values it has seen. */
  get count(): number {
    return this.#sketch.count;
  }

  add(value: number): void {
    this.#sketch.accept(value);
  }

  /**
   * Within 1 % of the value at rank `⌊quantile × (count − 1)⌋`.
   *
   * @returns `undefined` while it is empty.
   */
  quantile(quantile: number): number | undefined {
    return this.count === 0
      ? undefined
      : this.#sketch.getValueAtQuantile(quantile);
  }

  /** Adds all that another sketch has seen. */
  merge(other: QuantileSketch): void {
    mergeInto(this.#sketch, other.#sketch);
  }

  /** Representative values with how many values each stands for, ascending. */
  bins(): { value: number; count: number }[] {
    const { mapping, store, negativeStore, zeroCount } = this.#sketch;
    const bins: { value: number; count: number }[] = [];
    for (const [key, count] of binsOf(negativeStore)) {
      bins.unshift({ value: -mapping.value(key), count });
    }
    if (zeroCount > 0) {
      bins.push({ value: 0, count: zeroCount });
    }
    for (const [key, count] of binsOf(store)) {
      bins.push({ value: mapping.value(key), count });
    }
    return bins;
  }

  /** Protobuf of the DDSketch project, in base64. */
  toBase64(): string {
    let binary = '';
    for (const byte of this.#sketch.toProto()) {
      binary += String.fromCharCode(byte);
    }
    return btoa(binary);
  }

  /**
   * Reads what {@link QuantileSketch.toBase64} wrote.
   *
   * @throws Error if it is not a DDSketch.
   */
  static fromBase64(text: string): QuantileSketch {
    const bytes = Uint8Array.from(atob(text), char => char.charCodeAt(0));
    const sketch = new QuantileSketch();
    mergeInto(sketch.#sketch, DDSketch.fromProto(bytes));
    return sketch;
  }
}

type Store = DDSketch['store'];

/**
 * Copies bin by bin. The library's own `merge` leaves out negative values, and loses the count of
 * a bin with key 0.
 */
function mergeInto(target: DDSketch, source: DDSketch): void {
  for (const [key, count] of binsOf(source.store)) {
    target.store.add(key, count);
  }
  for (const [key, count] of binsOf(source.negativeStore)) {
    target.negativeStore.add(key, count);
  }
  target.zeroCount += source.zeroCount;
  target.count += source.count;
}

function* binsOf(store: Store): Iterable<[key: number, count: number]> {
  for (let index = 0; index < store.bins.length; index++) {
    if (store.bins[index] > 0) {
      yield [index + store.offset, store.bins[index]];
    }
  }
}
