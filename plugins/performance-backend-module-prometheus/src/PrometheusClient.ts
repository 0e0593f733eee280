import { setTimeout as sleep } from 'node:timers/promises';
import { PrometheusConfig } from './readPrometheusConfig';
import { CircuitBreaker } from './CircuitBreaker';
import { parseRangeResponse, RangeResponse } from './parseRangeResponse';
import { QueryFailure } from './QueryFailure';
import { failureOfConnection, failureOfResponse } from './requestFailure';

/** Bytes of an answer; 11,000 points of one series are about half a million. */
const MOST_BYTES = 8 * 1024 * 1024;

const FIRST_WAIT_MILLISECONDS = 500;

/** Longer than this, nobody waits within one query. */
const LONGEST_WAIT_MILLISECONDS = 30_000;

/** Epoch milliseconds, both inclusive: the times at which the query is evaluated. */
export interface RangeRequest {
  query: string;
  from: number;
  to: number;
  stepSeconds: number;
}

/** Asks the HTTP API of one server, patiently. */
export class PrometheusClient {
  private readonly breaker: CircuitBreaker;

  constructor(
    private readonly config: PrometheusConfig,
    private readonly clock: () => Date,
    /** Rejects when aborted. */
    private readonly wait = (milliseconds: number, signal: AbortSignal) =>
      sleep(milliseconds, undefined, { signal }),
  ) {
    this.breaker = new CircuitBreaker(clock);
  }

  /** @throws QueryFailure, or the reason of the abort. */
  async queryRange(
    request: RangeRequest,
    signal: AbortSignal,
  ): Promise<RangeResponse> {
    for (let attempt = 0; ; attempt += 1) {
      this.breaker.check();
      try {
        const response = await this.attempt(request, signal);
        this.breaker.succeeded();
        return response;
      } catch (error) {
        signal.throwIfAborted();
        const failure =
          error instanceof QueryFailure ? error : failureOfConnection(error);
        const pause = this.pauseAfter(failure, attempt);
        if (pause === undefined) {
          this.conclude(failure);
          throw failure;
        }
        await this.wait(pause, signal);
      }
    }
  }

  /** @returns milliseconds until the next attempt; undefined where there is none. */
  private pauseAfter(
    failure: QueryFailure,
    attempt: number,
  ): number | undefined {
    const { passing, retryAfterMilliseconds: asked = 0 } = failure;
    if (
      !passing ||
      attempt >= this.config.maxRetries ||
      asked > LONGEST_WAIT_MILLISECONDS
    ) {
      return undefined;
    }
    // Exponential backoff with jitter, so that queries that failed together don't come back together.
    const backoff = FIRST_WAIT_MILLISECONDS * 2 ** attempt;
    const longest = Math.min(backoff, LONGEST_WAIT_MILLISECONDS);
    return Math.max(asked, longest * (0.5 + Math.random() / 2));
  }

  private conclude(failure: QueryFailure): void {
    if (failure.kind === 'rejected') {
      this.breaker.succeeded();
    } else {
      this.breaker.failed(failure, failure.retryAfterMilliseconds);
    }
  }

  private async attempt(
    request: RangeRequest,
    signal: AbortSignal,
  ): Promise<RangeResponse> {
    const { url, headers, queryParameters, timeoutMilliseconds } = this.config;
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers,
        // As a form, which has no limit of length as addresses have.
        body: new URLSearchParams({
          ...queryParameters,
          query: request.query,
          start: String(request.from / 1000),
          end: String(request.to / 1000),
          step: String(request.stepSeconds),
          timeout: `${Math.ceil(timeoutMilliseconds / 1000)}s`,
          // Two are as wrong as a million, and servers that know this don't send the rest.
          limit: '2',
        }),
        // Credentials go to the configured address only.
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await readText(response);
      if (response.status !== 200) {
        throw failureOfResponse({
          status: response.status,
          headers: response.headers,
          body,
          now: this.clock(),
        });
      }
      return parseRangeResponse(body);
    } catch (error) {
      if (timeout.aborted && !signal.aborted) {
        throw new QueryFailure(
          `The source wasn't done within ${timeoutMilliseconds / 1000} s`,
          { kind: 'unavailable' },
        );
      }
      throw error;
    }
  }
}

/** Reads a body, but not endlessly: a query without aggregation may have any number of series. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) {
      // Leaving the loop cancels the stream.
      throw new QueryFailure(
        `The answer is larger than ${
          MOST_BYTES / 1024 / 1024
        } MB; aggregate the query, e.g. sum(…)`,
        { kind: 'rejected' },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
