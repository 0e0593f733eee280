import { increaseOver } from '@perf-governance/plugin-performance-common';
import {
  MetricPoint,
  MetricQuery,
  MetricQueryResult,
  MetricSource,
} from '@perf-governance/plugin-performance-node';
import pLimit from 'p-limit';
import { PrometheusClient } from './PrometheusClient';
import { QueryFailure } from './QueryFailure';
import { PrometheusConfig } from './readPrometheusConfig';

/** What is asked, as PromQL that gives one number at each step's end. */
interface Evaluation {
  query: string;
  warnings: string[];
}

/** A server with Prometheus's HTTP API: Prometheus itself, Thanos, Mimir, VictoriaMetrics and others. */
export class PrometheusMetricSource implements MetricSource {
  readonly delayMilliseconds: number;
  private readonly client: PrometheusClient;
  private readonly limit: ReturnType<typeof pLimit>;

  constructor(
    private readonly config: PrometheusConfig,
    private readonly clock: () => Date,
  ) {
    this.delayMilliseconds = config.delayMilliseconds;
    this.client = new PrometheusClient(config, clock);
    this.limit = pLimit(config.maxConcurrentQueries);
  }

  queryRange(
    queries: MetricQuery[],
    { signal }: { signal: AbortSignal },
  ): Promise<MetricQueryResult[]> {
    return Promise.all(
      queries.map(query =>
        this.limit(() => {
          signal.throwIfAborted();
          return this.answer(query, signal);
        }),
      ),
    );
  }

  private async answer(
    asked: MetricQuery,
    signal: AbortSignal,
  ): Promise<MetricQueryResult> {
    const result: MetricQueryResult = {
      points: [],
      until: asked.start,
      warnings: [],
    };
    try {
      await this.collect(asked, result, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof QueryFailure)) {
        throw error;
      }
      result.error = { kind: error.kind, message: error.message };
    }
    return result;
  }

  /** Piece by piece, so that what is there stays there when a later piece fails. */
  private async collect(
    asked: MetricQuery,
    result: MetricQueryResult,
    signal: AbortSignal,
  ): Promise<void> {
    const { query, warnings } = evaluationOf(asked);
    const step = asked.stepSeconds * 1000;
    const end = this.settledEnd(asked);
    const seen = new Set(warnings);
    let size = this.config.maxPointsPerQuery;
    while (result.until < end) {
      const pieceEnd = Math.min(result.until + size * step, end);
      try {
        const response = await this.client.queryRange(
          {
            query,
            from: result.until + step,
            to: pieceEnd,
            stepSeconds: asked.stepSeconds,
          },
          signal,
        );
        result.points.push(
          ...pointsOf(response.values, step, result.until, pieceEnd),
        );
        response.warnings.forEach(warning => seen.add(warning));
        result.until = pieceEnd;
      } catch (error) {
        const steps = (pieceEnd - result.until) / step;
        if (!(error instanceof QueryFailure && error.tooMuch && steps > 1)) {
          throw error;
        }
        size = Math.ceil(steps / 2);
      } finally {
        result.warnings = [...seen];
      }
    }
  }

  /** The end of the last step whose samples had the time to arrive. */
  private settledEnd({ start, end, stepSeconds }: MetricQuery): number {
    const step = stepSeconds * 1000;
    const settled = this.clock().getTime() - this.config.delayMilliseconds;
    return Math.min(end, start + Math.floor((settled - start) / step) * step);
  }
}

function evaluationOf(asked: MetricQuery): Evaluation {
  if (!asked.counter) {
    return { query: asked.query, warnings: [] };
  }
  const increase = increaseOver(asked.query, `${asked.stepSeconds}s`);
  if (!increase) {
    throw new QueryFailure(
      "The query isn't PromQL, so the counters in it can't be found",
      { kind: 'rejected' },
    );
  }
  return {
    query: increase.query,
    warnings: increase.unchanged.map(
      selector =>
        `${selector} has a range of its own, so it was taken as it is; queries of counters name them without rate() or increase()`,
    ),
  };
}

/** Values are of the moment at which a step ends; points are called by when it starts. */
function pointsOf(
  values: [number, number][],
  step: number,
  start: number,
  end: number,
): MetricPoint[] {
  let last = start;
  return values.map(([time, value]) => {
    if (time <= last || time > end || (time - start) % step !== 0) {
      throw new QueryFailure(
        'The answer has values of times that nobody asked for',
        { kind: 'unavailable' },
      );
    }
    last = time;
    return { at: time - step, value };
  });
}
