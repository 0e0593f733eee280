import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { SloConfig } from './readSloConfig';

const SERIES_PER_STATEMENT = 500;

/** What a status may still look at: the longest window, and the block that its beginning cuts. */
const NEEDED_MILLIS = '(window_seconds + block_seconds) * 1000.0';

/**
 * Thins out samples with age, and forgets them in the end: never what a status needs, however little is
 * to be kept.
 */
export class SloRetention {
  constructor(
    private readonly options: {
      knex: Knex;
      config: Pick<SloConfig, 'samplesMillis' | 'sumsMillis'>;
      clock: () => Date;
    },
  ) {}

  async prune(signal?: AbortSignal): Promise<void> {
    const { knex, config, clock } = this.options;
    const now = clock().getTime();
    const rows: { id: number }[] = await knex('slo_series')
      .orderBy('id')
      .select('id');
    for (const part of chunked(rows, SERIES_PER_STATEMENT)) {
      if (signal?.aborted) {
        return;
      }
      const ids = part.map(({ id }) => id);
      await blocksBefore(knex, ids, now, config.samplesMillis)
        .whereNotNull('samples')
        .update({ samples: null });
      await blocksBefore(knex, ids, now, config.sumsMillis).delete();
    }
    // With their series and what is left of their samples.
    await knex('slos')
      .where('retired_at', '<', now - config.sumsMillis)
      .delete();
    await knex('slo_series')
      .where('retired_at', '<', now - config.sumsMillis)
      .delete();
  }
}

/** Blocks of series that are older than that, and that no status needs. */
function blocksBefore(
  knex: Knex,
  seriesIds: number[],
  now: number,
  ageMillis: number,
): Knex.QueryBuilder {
  // Relies on the primary key.
  return knex('slo_blocks')
    .whereIn('series_id', seriesIds)
    .where('start_at', '<', now - ageMillis)
    .whereRaw(
      `start_at < (
         select ? - case when retired_at is null then ${NEEDED_MILLIS} else 0 end
         from slo_series where slo_series.id = slo_blocks.series_id
       )`,
      [now],
    );
}
