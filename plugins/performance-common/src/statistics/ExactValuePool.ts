import { EXACT_VALUES_PER_RUN_LIMIT } from './constants';

/**
 * How many exact values the series of one run may still keep, together.
 *
 * @public
 */
export class ExactValuePool {
  #free: number;

  constructor(limit: number = EXACT_VALUES_PER_RUN_LIMIT) {
    this.#free = limit;
  }

  /** @returns Whether there was room for one more value. */
  take(): boolean {
    if (this.#free === 0) {
      return false;
    }
    this.#free -= 1;
    return true;
  }

  release(values: number): void {
    this.#free += values;
  }
}
