import {
  Labels,
  ParsedReport,
} from '@perf-governance/plugin-performance-common';
import { ReportError } from '../ReportError';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { SeriesCollector } from '../series/SeriesCollector';
import { TimelineBuilder } from '../series/TimelineBuilder';
import { k6SampleLabels } from './k6Labels';
import {
  builtInK6Type,
  K6MetricType,
  mapK6Metric,
  MappedMetric,
} from './k6Metrics';

/** 9999-12-31, the last day ISO 8601 can write with four digits. */
const MAX_TIME_MS = 253_402_300_799_999;

/** The parts of a request's time and the load itself: worth a series over everything, no more. */
const UNLABELLED =
  /^(http_req_(blocked|connecting|tls_handshaking|sending|receiving)|data_sent|data_received|vus|vus_max)$/;

/** k6 stamps these when they end. */
const STAMPED_AT_END = new Set([
  'http_req_duration',
  'grpc_req_duration',
  'iteration_duration',
  'group_duration',
]);

interface K6Sample {
  k6Name: string;
  /** Milliseconds since 1970. */
  timeMs: number;
  value: number;
  tags: Record<string, string>;
}

interface DeclaredMetric extends MappedMetric {
  type: K6MetricType;
}

/** Turns the samples of k6's raw outputs into a report. */
export class K6SampleReader {
  private readonly metrics = new Map<string, DeclaredMetric>();
  private readonly collector: SeriesCollector;
  private readonly timeline = new TimelineBuilder();
  private readonly scenarios = new Set<string>();
  private startMs = Infinity;
  private endMs = -Infinity;

  constructor(
    private readonly source: { tool: string; format: string },
    limits: ReportLimits,
    private readonly warnings: ReportWarnings,
  ) {
    this.collector = new SeriesCollector(source, limits, warnings);
  }

  declare(k6Name: string, type: K6MetricType, contains?: string): void {
    this.metrics.set(k6Name, { type, ...mapK6Metric(k6Name, type, contains) });
  }

  add(sample: K6Sample, line: number): void {
    const { k6Name, timeMs, value, tags } = sample;
    const metric = this.metrics.get(k6Name) ?? this.declareUnknown(k6Name);
    if (!(timeMs >= 0 && timeMs <= MAX_TIME_MS)) {
      throw new ReportError({
        ...this.source,
        line,
        reason: `not a time of ${k6Name}`,
      });
    }
    if (!Number.isFinite(value)) {
      throw new ReportError({
        ...this.source,
        line,
        reason: `${k6Name} is not a finite number`,
      });
    }
    if (value < 0 && metric.unit !== '1') {
      throw new ReportError({
        ...this.source,
        line,
        reason: `${k6Name} is negative: ${value}`,
      });
    }
    this.startMs = Math.min(
      this.startMs,
      STAMPED_AT_END.has(k6Name)
        ? Math.max(0, Math.floor(timeMs - value))
        : timeMs,
    );
    this.endMs = Math.max(this.endMs, timeMs);
    if (tags.scenario && this.scenarios.size < 100) {
      this.scenarios.add(tags.scenario);
    }
    this.collector.at(line);
    this.collect(
      metric,
      value,
      UNLABELLED.test(k6Name) ? {} : k6SampleLabels(tags),
    );
    this.addToTimeline(k6Name, timeMs, value);
  }

  finish(): ParsedReport {
    if (this.endMs === -Infinity) {
      throw new ReportError({ ...this.source, reason: 'holds no samples' });
    }
    const durationSeconds = (this.endMs - this.startMs) / 1000;
    return {
      ...this.source,
      startedAt: new Date(this.startMs).toISOString(),
      durationSeconds,
      series: this.collector.toSeries(durationSeconds),
      toolVerdicts: [],
      warnings: this.warnings.toArray(),
      timeline: this.timeline.build(),
      ...(this.scenarios.size > 0
        ? { configuration: { scenarios: [...this.scenarios].sort().join(',') } }
        : {}),
    };
  }

  private collect(metric: DeclaredMetric, value: number, labels: Labels): void {
    const { name, unit } = metric;
    switch (metric.type) {
      case 'trend':
        this.collector.value(name, unit, labels, value);
        break;
      case 'rate':
        this.collector.ratio(name, labels, value !== 0);
        break;
      case 'counter':
        this.collector.count(name, unit, labels, value);
        if (name.startsWith('custom.')) {
          this.collector.count(`${name}.rate`, '1/s', labels, value);
        }
        break;
      default:
        this.collector.gauge(name, unit, value);
    }
  }

  private addToTimeline(k6Name: string, timeMs: number, value: number): void {
    if (k6Name === 'http_req_duration') {
      this.timeline.duration(timeMs, value);
    } else if (k6Name === 'http_reqs') {
      this.timeline.request(timeMs);
    } else if (k6Name === 'http_req_failed' && value !== 0) {
      this.timeline.failure(timeMs);
    }
  }

  private declareUnknown(k6Name: string): DeclaredMetric {
    const type = builtInK6Type(k6Name);
    if (type === undefined) {
      this.warnings.add(
        'metric-type-unknown',
        `the report doesn't say what kind of metric ${k6Name} is; it is read as a trend without unit`,
      );
    }
    this.declare(k6Name, type ?? 'trend', containsOf(k6Name, type));
    return this.metrics.get(k6Name)!;
  }
}

function containsOf(
  k6Name: string,
  type: K6MetricType | undefined,
): string | undefined {
  return type === 'trend' && k6Name !== 'browser_web_vital_cls'
    ? 'time'
    : undefined;
}
