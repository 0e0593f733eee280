import {
  SloSample,
  timeSlices,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../database/chunked';
import { BigIntColumn } from '../database/columns';
import { insertRows } from '../database/insertRows';
import { packSamples, unpackSamples } from './packSamples';
import {
  BlockKey,
  blockKeyOf,
  SampledSeries,
  SampleStore,
  SeriesSamples,
} from './SampleStore';
import { SampleBlock } from './Slo';
import { sumSamples } from './sumSamples';

const BLOCKS_PER_STATEMENT = 500;

interface SumsRow {
  series_id: number;
  start_at: BigIntColumn;
  good: number;
  total: number;
  covered_seconds: number;
  newest_at: BigIntColumn;
}

/** Keeps samples in the plugin's database. */
export class DatabaseSampleStore implements SampleStore {
  constructor(private readonly knex: Knex) {}

  async sums(seriesIds: number[], since: number, tx?: Knex.Transaction) {
    const bySeries = new Map<number, SampleBlock[]>();
    for (const ids of chunked(seriesIds, BLOCKS_PER_STATEMENT)) {
      // Relies on the primary key.
      const rows: SumsRow[] = await (tx ?? this.knex)('slo_blocks')
        .whereIn('series_id', ids)
        .where('newest_at', '>=', since)
        .orderBy(['series_id', 'start_at'])
        .select(
          'series_id',
          'start_at',
          'good',
          'total',
          'covered_seconds',
          'newest_at',
        );
      for (const row of rows) {
        const blocks = bySeries.get(row.series_id) ?? [];
        bySeries.set(row.series_id, blocks);
        blocks.push({
          seriesId: row.series_id,
          startAt: Number(row.start_at),
          sums: {
            good: row.good,
            total: row.total,
            coveredSeconds: row.covered_seconds,
          },
          newestAt: Number(row.newest_at),
        });
      }
    }
    return bySeries;
  }

  async samples(
    blocks: (BlockKey & { stepSeconds: number })[],
    tx?: Knex.Transaction,
  ) {
    const found = new Map<string, Iterable<SloSample>>();
    const steps = new Map(
      blocks.map(block => [blockKeyOf(block), block.stepSeconds]),
    );
    for (const part of chunked(blocks, BLOCKS_PER_STATEMENT)) {
      const rows: {
        series_id: number;
        start_at: BigIntColumn;
        samples: Buffer;
      }[] = await (tx ?? this.knex)('slo_blocks')
        .whereIn(
          ['series_id', 'start_at'],
          part.map(({ seriesId, startAt }) => [seriesId, startAt]),
        )
        .whereNotNull('samples')
        .select('series_id', 'start_at', 'samples');
      for (const row of rows) {
        const startAt = Number(row.start_at);
        const key = blockKeyOf({ seriesId: row.series_id, startAt });
        found.set(
          key,
          unpackSamples(row.samples, startAt, steps.get(key) ?? 0),
        );
      }
    }
    return found;
  }

  async write(samples: SeriesSamples[], tx: Knex.Transaction) {
    const blocks = samples.flatMap(one => blocksOf(one));
    let replaced = 0;
    for (const part of chunked(blocks, BLOCKS_PER_STATEMENT)) {
      const known = await this.samples(
        part.map(({ series, startAt }) => ({
          seriesId: series.id,
          startAt,
          stepSeconds: series.stepSeconds,
        })),
        tx,
      );
      const merged = part.map(block =>
        mergeBlock(
          block,
          known.get(
            blockKeyOf({ seriesId: block.series.id, startAt: block.startAt }),
          ) ?? [],
        ),
      );
      replaced += merged.reduce((sum, block) => sum + block.replaced, 0);
      await insertRows(
        tx,
        {
          table: 'slo_blocks',
          columns: [
            ['series_id', 'integer', ({ series }) => series.id],
            ['start_at', 'bigint', ({ startAt }) => startAt],
            ['good', 'double precision', ({ sums }) => sums.good],
            ['total', 'double precision', ({ sums }) => sums.total],
            [
              'covered_seconds',
              'double precision',
              ({ sums }) => sums.coveredSeconds,
            ],
            ['newest_at', 'bigint', ({ newestAt }) => newestAt],
            ['samples', 'bytea', ({ packed }) => packed],
          ],
          key: ['series_id', 'start_at'],
        },
        merged,
      );
    }
    return replaced;
  }

  async copy(from: SampledSeries, to: SampledSeries, tx: Knex.Transaction) {
    const { id: seriesId, stepSeconds } = from;
    const blocks = (await this.sums([seriesId], 0, tx)).get(seriesId) ?? [];
    const found = await this.samples(
      blocks.map(({ startAt }) => ({ seriesId, startAt, stepSeconds })),
      tx,
    );
    // Steps of the new length are sums of those that begin in them.
    const samples = timeSlices(
      blocks.flatMap(block => [...(found.get(blockKeyOf(block)) ?? [])]),
      stepSeconds,
      to.stepSeconds,
    );
    await this.write([{ series: to, samples }], tx);
  }
}

interface BlockSamples {
  series: SampledSeries;
  startAt: number;
  /** By the step that they are of. */
  byTime: Map<number, SloSample>;
}

function blocksOf({ series, samples }: SeriesSamples): BlockSamples[] {
  const blocks = new Map<number, BlockSamples>();
  const stepMillis = series.stepSeconds * 1000;
  const blockMillis = series.blockSeconds * 1000;
  for (const { at, good, total } of samples) {
    const stepAt = Math.floor(at / stepMillis) * stepMillis;
    const startAt = Math.floor(stepAt / blockMillis) * blockMillis;
    const block = blocks.get(startAt) ?? {
      series,
      startAt,
      byTime: new Map<number, SloSample>(),
    };
    blocks.set(startAt, block);
    block.byTime.set(stepAt, { at: stepAt, good, total });
  }
  return [...blocks.values()];
}

function mergeBlock(
  { series, startAt, byTime }: BlockSamples,
  known: Iterable<SloSample>,
) {
  const all = new Map<number, SloSample>();
  for (const sample of known) {
    all.set(sample.at, sample);
  }
  let replaced = 0;
  for (const [at, sample] of byTime) {
    const before = all.get(at);
    if (
      before &&
      (before.good !== sample.good || before.total !== sample.total)
    ) {
      replaced++;
    }
    all.set(at, sample);
  }
  const samples = [...all.values()].sort((a, b) => a.at - b.at);
  return {
    series,
    startAt,
    replaced,
    sums: sumSamples(series, samples),
    newestAt: samples[samples.length - 1].at,
    packed: packSamples(samples, startAt, series.stepSeconds),
  };
}
