import { ParsedReport } from '@perf-governance/plugin-performance-common';
import { ReportError } from '../ReportError';
import { ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { SeriesCollector } from '../series/SeriesCollector';
import { TimelineBuilder } from '../series/TimelineBuilder';
import { FlatSubSamples } from './FlatSubSamples';

const TRANSACTION = 'Number of samples in transaction';
const EMPTY_TRANSACTION = /^Number of samples in transaction : 0(\D|$)/;

/** 9999-12-31, the last day ISO 8601 can write with four digits. */
const MAX_TIME_MS = 253_402_300_799_999;

/** Whether a sample with this response message is that of a transaction controller. */
export function isTransactionMessage(message: string | undefined): boolean {
  return message?.startsWith(TRANSACTION) ?? false;
}

interface JmeterSample {
  label: string;
  /** Start, milliseconds since 1970. */
  timeMs: number;
  elapsedMs: number;
  success?: boolean;
  responseMessage?: string;
  latencyMs?: number;
  connectMs?: number;
  receivedBytes?: number;
  sentBytes?: number;
  /** Threads of all groups running at its end. */
  threads?: number;
  /** Samples that JMeter has already summed up in this one. */
  sampleCount?: number;
  /** Label of the transaction it is part of, where the report tells. */
  transaction?: string;
  /** Name of the thread it ran in. */
  thread?: string;
}

/** Whether sub-samples lie inside their sample, where the report's reader sees them, or follow it. */
type SubSamplePlace = 'nested' | 'flat';

/**
 * Turns the samples of a JTL into a report. As JMeter's own dashboard does, it keeps the sample of
 * a transaction controller apart from the requests, which are samples of their own, and ignores
 * that of a transaction without any (apache/jmeter, StatisticsSummaryConsumer.java).
 */
export class JmeterSampleReader {
  private readonly collector: SeriesCollector;
  private readonly timeline = new TimelineBuilder();
  private startMs = Infinity;
  private endMs = -Infinity;
  private readonly subSamples: FlatSubSamples | undefined;

  constructor(
    private readonly source: { tool: string; format: string },
    limits: ReportLimits,
    private readonly warnings: ReportWarnings,
    subSamplePlace: SubSamplePlace,
  ) {
    this.collector = new SeriesCollector(source, limits, warnings);
    this.subSamples =
      subSamplePlace === 'flat' ? new FlatSubSamples() : undefined;
  }

  add(sample: JmeterSample, line: number): void {
    this.check(sample, line);
    this.collector.at(line);
    if (isEmptyTransaction(sample)) {
      return;
    }
    const transaction = isTransactionMessage(sample.responseMessage);
    if (!transaction && this.subSamples?.has(sample.thread, sample)) {
      return;
    }
    const endMs = sample.timeMs + sample.elapsedMs;
    this.startMs = Math.min(this.startMs, sample.timeMs);
    this.endMs = Math.max(this.endMs, endMs);
    if (transaction) {
      this.addTransaction(sample);
    } else {
      this.addRequest(sample, endMs);
    }
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
    };
  }

  private addTransaction(sample: JmeterSample): void {
    const labels = { journey: sample.label };
    this.collector.value(
      'transaction.duration',
      'ms',
      labels,
      sample.elapsedMs,
    );
    if (sample.success !== undefined) {
      this.collector.ratio('transaction.failed', labels, !sample.success);
    }
  }

  private addRequest(sample: JmeterSample, endMs: number): void {
    const { collector } = this;
    const labels = {
      endpoint: sample.label,
      ...(sample.transaction === undefined
        ? {}
        : { journey: sample.transaction }),
    };
    collector.value('http.request.duration', 'ms', labels, sample.elapsedMs);
    collector.count('http.request.rate', '1/s', labels, 1);
    if (sample.success !== undefined) {
      collector.ratio('http.request.failed', labels, !sample.success);
    }
    if (sample.latencyMs !== undefined) {
      collector.value('http.request.waiting', 'ms', {}, sample.latencyMs);
    }
    if (sample.connectMs !== undefined) {
      collector.value('http.request.connecting', 'ms', {}, sample.connectMs);
    }
    if (sample.receivedBytes !== undefined) {
      collector.count('data.received', 'B', {}, sample.receivedBytes);
    }
    if (sample.sentBytes !== undefined) {
      collector.count('data.sent', 'B', {}, sample.sentBytes);
    }
    if (sample.threads !== undefined) {
      collector.gauge('vus', '1', sample.threads);
    }
    this.timeline.request(endMs);
    this.timeline.duration(endMs, sample.elapsedMs);
    if (sample.success === false) {
      this.timeline.failure(endMs);
    }
  }

  private check(sample: JmeterSample, line: number): void {
    const fault = faultOf(sample);
    if (fault !== undefined) {
      throw new ReportError({ ...this.source, line, reason: fault });
    }
  }
}

function isEmptyTransaction(sample: JmeterSample): boolean {
  return EMPTY_TRANSACTION.test(sample.responseMessage ?? '');
}

function faultOf(sample: JmeterSample): string | undefined {
  if (!(sample.timeMs >= 0 && sample.timeMs <= MAX_TIME_MS)) {
    return 'the time of the sample is not one';
  }
  const amounts: [string, number | undefined][] = [
    ['the elapsed time', sample.elapsedMs],
    ['the latency', sample.latencyMs],
    ['the connect time', sample.connectMs],
    ['the number of bytes received', sample.receivedBytes],
    ['the number of bytes sent', sample.sentBytes],
    ['the number of threads', sample.threads],
  ];
  for (const [name, amount] of amounts) {
    if (amount !== undefined && !Number.isFinite(amount)) {
      return `${name} is not a number`;
    }
    if (amount !== undefined && amount < 0) {
      return `${name} is negative: ${amount}`;
    }
  }
  if (sample.sampleCount !== undefined && sample.sampleCount > 1) {
    return `${sample.sampleCount} samples summed up in one (statistical mode); save every sample`;
  }
  return undefined;
}
