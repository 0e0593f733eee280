import {
  ExactValuePool,
  Labels,
  OTHER_LABEL_VALUE,
  RatioAccumulator,
  Series,
  SeriesAccumulator,
  Unit,
} from '@perf-governance/plugin-performance-common';
import { ReportLimitError } from '../ReportLimitError';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { CounterAccumulator } from './CounterAccumulator';
import { DistinctCounter } from './DistinctCounter';
import { GaugeAccumulator } from './GaugeAccumulator';

/** Labels whose values come from URLs; where there are too many series, these merge first. */
const URL_LABELS = ['endpoint', 'page'];

/** Share of the series kept free for the merged ones. */
const MERGED_SHARE = 0.1;

interface Accumulator {
  toSeries(
    identity: { metric: string; unit: Unit; labels: Labels },
    durationSeconds: number | undefined,
  ): Series;
}

interface LabelSet {
  labels: Labels;
  series: Map<string, { unit: Unit; accumulator: Accumulator }>;
}

/**
 * Gathers the samples of a raw report into series: for every metric one over everything and one
 * for each combination of labels, as long as there is room. Then new combinations merge: first
 * labels from URLs become `other`, in the end all do.
 */
export class SeriesCollector {
  private readonly overall: LabelSet = { labels: {}, series: new Map() };
  private readonly labelSets = new Map<string, LabelSet>();
  private readonly merged = new Map<string, LabelSet>();
  private readonly pool: ExactValuePool;
  private readonly distinct = new DistinctCounter();
  private seriesCount = 0;
  private line: number | undefined;

  constructor(
    private readonly source: { tool: string; format: string },
    private readonly limits: ReportLimits,
    private readonly warnings: ReportWarnings,
  ) {
    this.pool = new ExactValuePool(limits.maxExactValuesPerRun);
  }

  /** Tells the line that the samples from now on are in, for errors to name. */
  at(line: number): void {
    this.line = line;
  }

  /** A value of a distribution. */
  value(metric: string, unit: Unit, labels: Labels, value: number): void {
    for (const series of this.sets(metric, labels)) {
      this.accumulator(
        series,
        metric,
        unit,
        () => new SeriesAccumulator({ pool: this.pool }),
        SeriesAccumulator,
      ).add(value);
    }
  }

  /** An event that is of interest or not, e.g. a request that failed or not. */
  ratio(
    metric: string,
    labels: Labels,
    matching: boolean,
    events: number = 1,
  ): void {
    for (const series of this.sets(metric, labels)) {
      this.accumulator(
        series,
        metric,
        'ratio',
        () => new RatioAccumulator(),
        RatioAccumulator,
      ).add(matching, events);
    }
  }

  /** Events of a rate, or an amount of something counted. */
  count(metric: string, unit: Unit, labels: Labels, amount: number): void {
    for (const series of this.sets(metric, labels)) {
      this.accumulator(
        series,
        metric,
        unit,
        () => new CounterAccumulator(),
        CounterAccumulator,
      ).add(amount);
    }
  }

  gauge(metric: string, unit: Unit, value: number): void {
    this.accumulator(
      this.overall,
      metric,
      unit,
      () => new GaugeAccumulator(),
      GaugeAccumulator,
    ).add(value);
  }

  toSeries(durationSeconds: number | undefined): Series[] {
    if (this.merged.size > 0) {
      this.warnings.add(
        'labels-merged',
        `the report has more combinations of labels than the ${this.limits.maxSeries} series a run keeps; ${this.distinct.size} of them were merged into "${OTHER_LABEL_VALUE}"`,
      );
    }
    const sets = [
      this.overall,
      ...this.labelSets.values(),
      ...this.merged.values(),
    ];
    return sets.flatMap(({ labels, series }) =>
      [...series].map(([metric, { unit, accumulator }]) =>
        accumulator.toSeries({ metric, unit, labels }, durationSeconds),
      ),
    );
  }

  /** Where a sample belongs: to everything, and to its labels. */
  private sets(metric: string, labels: Labels): LabelSet[] {
    const names = Object.keys(labels);
    if (names.length === 0) {
      return [this.overall];
    }
    const bounded = this.shorten(labels, names);
    const key = keyOf(bounded);
    const known = this.labelSets.get(key);
    if (known?.series.has(metric)) {
      return [this.overall, known];
    }
    const room = this.limits.maxSeries * (1 - MERGED_SHARE);
    if (this.seriesCount < room) {
      const set = known ?? { labels: bounded, series: new Map() };
      this.labelSets.set(key, set);
      return [this.overall, set];
    }
    this.countMerged(key);
    return [this.overall, this.mergedSet(bounded, metric)];
  }

  private mergedSet(labels: Labels, metric: string): LabelSet {
    const partly = withOther(labels, URL_LABELS);
    const partlyKey = keyOf(partly);
    const known = this.labelSets.get(partlyKey) ?? this.merged.get(partlyKey);
    const room = this.limits.maxSeries * (1 - MERGED_SHARE / 2);
    if (
      (known?.series.has(metric) || this.seriesCount < room) &&
      Object.values(partly).includes(OTHER_LABEL_VALUE)
    ) {
      return known ?? this.addMerged(partlyKey, partly);
    }
    const wholly = withOther(labels, Object.keys(labels));
    const whollyKey = keyOf(wholly);
    return this.merged.get(whollyKey) ?? this.addMerged(whollyKey, wholly);
  }

  private addMerged(key: string, labels: Labels): LabelSet {
    const set: LabelSet = { labels, series: new Map() };
    this.merged.set(key, set);
    return set;
  }

  private countMerged(key: string): void {
    this.distinct.add(key);
    if (this.distinct.size + this.labelSets.size > this.limits.maxLabelSets) {
      throw new ReportLimitError({
        ...this.source,
        line: this.line,
        reason:
          'the report has too many combinations of labels (are there ids in request names?)',
        limit: 'maxLabelSets',
        limitValue: this.limits.maxLabelSets,
      });
    }
  }

  private accumulator<T extends Accumulator>(
    set: LabelSet,
    metric: string,
    unit: Unit,
    create: () => T,
    type: new (...args: never[]) => T,
  ): T {
    const existing = set.series.get(metric)?.accumulator;
    if (existing instanceof type) {
      return existing;
    }
    if (existing !== undefined) {
      throw new Error(`${metric} is collected as two kinds of series`);
    }
    if (
      set === this.overall &&
      set.series.size >= Math.max(1, this.limits.maxSeries / 2)
    ) {
      throw new ReportLimitError({
        ...this.source,
        reason: `the report has more than ${set.series.size} metrics, half the series a run keeps`,
        limit: 'maxSeries',
        limitValue: this.limits.maxSeries,
      });
    }
    const accumulator = create();
    set.series.set(metric, { unit, accumulator });
    this.seriesCount += 1;
    return accumulator;
  }

  /** Labels are one line of text, and not too long a one. */
  private shorten(labels: Labels, names: string[]): Labels {
    const { maxLabelLength } = this.limits;
    if (
      names.every(
        name =>
          labels[name].length <= maxLabelLength &&
          !/\s\s|[\r\n\t]/.test(labels[name]),
      )
    ) {
      return labels;
    }
    return Object.fromEntries(
      names.map(name => {
        const text = labels[name].replace(/\s+/g, ' ').trim();
        if (text.length > maxLabelLength) {
          this.warnings.add(
            'label-shortened',
            `label values are cut off after ${maxLabelLength} characters`,
          );
        }
        return [name, text.slice(0, maxLabelLength)];
      }),
    );
  }
}

function keyOf(labels: Labels): string {
  let key = '';
  for (const name of Object.keys(labels).sort()) {
    key += `${name}\u0001${labels[name]}\u0002`;
  }
  return key;
}

function withOther(labels: Labels, names: string[]): Labels {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      name,
      names.includes(name) ? OTHER_LABEL_VALUE : value,
    ]),
  );
}
