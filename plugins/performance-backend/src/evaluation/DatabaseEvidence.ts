import {
  EvidenceSeries,
  Labels,
  QuantileMethod,
  RunFact,
  Unit,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { isOneOf } from '../database/isOneOf';
import { BooleanColumn, jsonOf, optional } from '../database/columns';
import { seriesFromRow, SeriesRow, SeriesSummaryRow } from '../runs/seriesRow';
import { EntityEvidence } from './EvidenceStore';

export type EvidenceSeriesRow = SeriesSummaryRow & {
  entity_id: number;
  has_raw: BooleanColumn;
};

const NO_LABELS: Labels = Object.freeze({});

/** Reads from its row no more than it is asked for: of most series, most is never looked at. */
class SummarizedSeries implements EvidenceSeries {
  readonly runId: string;
  readonly metric: string;
  readonly unit: Unit;
  readonly labels: Labels;
  readonly count: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly mean: number | undefined;
  readonly stddev: number | undefined;
  readonly quantileMethod: QuantileMethod;
  #quantiles: Record<string, number> | undefined;
  readonly #row;
  readonly #noteLack;

  constructor(row: EvidenceSeriesRow, noteLack: () => void) {
    this.runId = row.run_id;
    this.metric = row.metric;
    this.unit = row.unit as Unit;
    this.labels = row.labels === '{}' ? NO_LABELS : jsonOf<Labels>(row.labels);
    this.count = optional(row.count);
    this.min = optional(row.min);
    this.max = optional(row.max);
    this.mean = optional(row.mean);
    this.stddev = optional(row.stddev);
    this.quantileMethod = row.quantile_method as QuantileMethod;
    this.#row = row;
    this.#noteLack = noteLack;
  }

  get quantiles(): Record<string, number> {
    this.#quantiles ??= jsonOf<Record<string, number>>(this.#row.quantiles);
    return this.#quantiles;
  }

  get values(): undefined {
    return this.#lacking();
  }

  get sketch(): undefined {
    return this.#lacking();
  }

  #lacking(): undefined {
    if (this.#row.has_raw) {
      this.#noteLack();
    }
  }
}

/** Evidence with its summaries read; raw values follow where a verdict needs them. */
export class DatabaseEvidence implements EntityEvidence {
  readonly runs: RunFact[] = [];
  series: EvidenceSeries[] = [];
  #isLackingRawValues = false;

  constructor(
    private readonly entityId: number,
    private readonly metrics: string[],
  ) {}

  get environments() {
    return [...new Set(this.runs.map(run => run.environment))].sort();
  }

  addRun(run: RunFact): void {
    this.runs.push(run);
  }

  addSeries(row: EvidenceSeriesRow): void {
    this.series.push(new SummarizedSeries(row, this.#noteLack));
  }

  lacksRawValues() {
    return this.#isLackingRawValues;
  }

  async readRawValues(tx: Knex.Transaction) {
    this.#isLackingRawValues = false;
    const rows: SeriesRow[] = await selectSeries(
      [this.entityId],
      this.metrics,
      tx,
    ).select('run_series.*');
    this.series = await Promise.all(
      rows.map(async row => ({
        ...(await seriesFromRow(row)),
        runId: row.run_id,
      })),
    );
  }

  readonly #noteLack = () => {
    this.#isLackingRawValues = true;
  };
}

/** The series that are evidence, of entities in the order of their ids. */
export function selectSeries(
  entityIds: number[],
  metrics: string[],
  tx: Knex.Transaction,
): Knex.QueryBuilder {
  return tx('evidence')
    .join('run_series', join =>
      join
        .on('run_series.run_id', 'evidence.run_id')
        .andOn('run_series.ordinal', 'evidence.ordinal'),
    )
    .where(isOneOf(tx, 'evidence.entity_id', entityIds))
    .whereIn('evidence.metric', metrics)
    .orderBy([
      'evidence.entity_id',
      'evidence.environment',
      'run_series.run_id',
      'run_series.ordinal',
    ]);
}
