import {
  labelsKey,
  QuantileMethod,
  Series,
  Unit,
} from '@perf-governance/plugin-performance-common';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { jsonOf, optional } from '../database/columns';
import { labelsHash } from '../database/labelsHash';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

export interface SeriesRow {
  run_id: string;
  ordinal: number;
  metric: string;
  labels_key: string;
  labels: string;
  unit: string;
  count: number | null;
  min: number | null;
  max: number | null;
  mean: number | null;
  stddev: number | null;
  quantiles: string;
  quantile_method: string;
  exact_values: Buffer | null;
  sketch: Buffer | null;
}

/** Everything but what holds raw values. */
export const SERIES_SUMMARY_COLUMNS = [
  'run_id',
  'ordinal',
  'metric',
  'labels',
  'unit',
  'count',
  'min',
  'max',
  'mean',
  'stddev',
  'quantiles',
  'quantile_method',
] as const;

export type SeriesSummaryRow = Pick<
  SeriesRow,
  (typeof SERIES_SUMMARY_COLUMNS)[number]
>;

export async function seriesToRow(
  runId: string,
  ordinal: number,
  series: Series,
): Promise<SeriesRow> {
  return {
    run_id: runId,
    ordinal,
    metric: series.metric,
    labels_key: labelsHash(series.labels),
    labels: labelsKey(series.labels),
    unit: series.unit,
    count: series.count ?? null,
    min: series.min ?? null,
    max: series.max ?? null,
    mean: series.mean ?? null,
    stddev: series.stddev ?? null,
    quantiles: JSON.stringify(series.quantiles),
    quantile_method: series.quantileMethod,
    exact_values: series.values ? await packValues(series.values) : null,
    sketch:
      series.sketch === undefined ? null : Buffer.from(series.sketch, 'base64'),
  };
}

export function seriesSummaryFromRow(row: SeriesSummaryRow): Series {
  return {
    metric: row.metric,
    unit: row.unit as Unit,
    labels: jsonOf(row.labels),
    count: optional(row.count),
    min: optional(row.min),
    max: optional(row.max),
    mean: optional(row.mean),
    stddev: optional(row.stddev),
    quantiles: jsonOf(row.quantiles),
    quantileMethod: row.quantile_method as QuantileMethod,
  };
}

export async function seriesFromRow(row: SeriesRow): Promise<Series> {
  const series = seriesSummaryFromRow(row);
  if (row.exact_values) {
    series.values = await unpackValues(row.exact_values);
  }
  if (row.sketch) {
    series.sketch = row.sketch.toString('base64');
  }
  return series;
}

async function packValues(values: number[]): Promise<Buffer> {
  const bytes = Buffer.alloc(values.length * Float64Array.BYTES_PER_ELEMENT);
  for (const [index, value] of values.entries()) {
    bytes.writeDoubleLE(value, index * Float64Array.BYTES_PER_ELEMENT);
  }
  return deflate(bytes);
}

async function unpackValues(packed: Buffer): Promise<number[]> {
  const bytes = await inflate(packed);
  return Array.from(
    { length: bytes.length / Float64Array.BYTES_PER_ELEMENT },
    (_, index) => bytes.readDoubleLE(index * Float64Array.BYTES_PER_ELEMENT),
  );
}
