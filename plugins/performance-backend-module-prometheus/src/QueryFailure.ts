import { MetricQueryError } from '@perf-governance/plugin-performance-node';

/** Why a request has no answer. */
export class QueryFailure extends Error {
  readonly kind: MetricQueryError['kind'];
  /** Whether the same request may succeed in a moment. */
  readonly passing: boolean;
  /** How long the server asks to be left alone. */
  readonly retryAfterMilliseconds?: number;
  /** Whether fewer steps at a time may be answered. */
  readonly tooMuch: boolean;

  constructor(
    message: string,
    options: {
      kind: MetricQueryError['kind'];
      passing?: boolean;
      retryAfterMilliseconds?: number;
      tooMuch?: boolean;
    },
  ) {
    super(message);
    this.name = 'QueryFailure';
    this.kind = options.kind;
    this.passing = options.passing ?? false;
    this.retryAfterMilliseconds = options.retryAfterMilliseconds;
    this.tooMuch = options.tooMuch ?? false;
  }
}
