import { Series } from '../model';
import { SeriesIdentity } from './SeriesAccumulator';

/**
 * Counts events and how many of them are of interest (failed requests, passed checks).
 *
 * @public
 */
export class RatioAccumulator {
  #count = 0;
  #matching = 0;

  /**
   * @param matching - Whether the events are of interest.
   * @param events - How many; 1 unless given.
   */
  add(matching: boolean, events: number = 1): void {
    this.#count += events;
    if (matching) {
      this.#matching += events;
    }
  }

  get count(): number {
    return this.#count;
  }

  /** A series with the ratio as `mean`, absent while nothing was counted. */
  toSeries(identity: Pick<SeriesIdentity, 'metric' | 'labels'>): Series {
    return {
      metric: identity.metric,
      unit: 'ratio',
      labels: identity.labels,
      count: this.#count,
      mean: this.#count === 0 ? undefined : this.#matching / this.#count,
      quantiles: {},
      quantileMethod: 'none',
    };
  }
}
