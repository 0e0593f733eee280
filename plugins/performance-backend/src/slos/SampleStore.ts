import { SloSample } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { SampleBlock, Series } from './Slo';

/** What of a series is needed to keep its samples. */
export type SampledSeries = Pick<
  Series,
  'id' | 'stepSeconds' | 'blockSeconds' | 'counting'
>;

/** Samples of a series, in any order, at most one a step. */
export interface SeriesSamples {
  series: SampledSeries;
  samples: SloSample[];
}

export type BlockKey = Pick<SampleBlock, 'seriesId' | 'startAt'>;

/** Good and total per step, in blocks whose sums are kept, so that a window is never read step by step. */
export interface SampleStore {
  /**
   * Sums of blocks, in order of time, by series.
   *
   * @param since - epoch milliseconds; blocks that end before are left out.
   */
  sums(
    seriesIds: number[],
    since: number,
    tx?: Knex.Transaction,
  ): Promise<Map<number, SampleBlock[]>>;
  /**
   * Samples of blocks, in order of time, by {@link blockKeyOf}. A block of which only sums are kept is
   * left out.
   */
  samples(
    blocks: (BlockKey & { stepSeconds: number })[],
    tx?: Knex.Transaction,
  ): Promise<Map<string, Iterable<SloSample>>>;
  /**
   * Adds samples; a step that is there takes the new numbers. The series must be locked.
   *
   * @returns how many steps had other numbers.
   */
  write(samples: SeriesSamples[], tx: Knex.Transaction): Promise<number>;
  /** Adds a series' samples to one whose steps may be of another length. */
  copy(
    from: SampledSeries,
    to: SampledSeries,
    tx: Knex.Transaction,
  ): Promise<void>;
}

export function blockKeyOf({ seriesId, startAt }: BlockKey): string {
  return `${seriesId} ${startAt}`;
}
