import { QueryFailure } from './QueryFailure';

/** Requests in a row that fail before the source is left alone. */
const FAILURES = 5;

const COOL_DOWN_MILLISECONDS = 30_000;

/** However long a source asks to be left alone. */
const LONGEST_PAUSE_MILLISECONDS = 600_000;

/**
 * Leaves a source alone for a while that can't be reached, so that thousands of queries don't each wait
 * for their own timeout. One request then tries whether it is back.
 */
export class CircuitBreaker {
  private failures = 0;
  private openUntil = 0;
  private reason = '';

  constructor(private readonly clock: () => Date) {}

  /** @throws QueryFailure where it should not be asked now. */
  check(): void {
    const now = this.clock().getTime();
    if (now < this.openUntil) {
      throw new QueryFailure(
        `Not asked, because the source failed before: ${this.reason}`,
        { kind: 'unavailable' },
      );
    }
    if (this.failures >= FAILURES) {
      // This request tries; the others wait for how it goes.
      this.openUntil = now + COOL_DOWN_MILLISECONDS;
    }
  }

  succeeded(): void {
    this.failures = 0;
    this.openUntil = 0;
  }

  /** @param pause - milliseconds that the source asked to be left alone. */
  failed(failure: QueryFailure, pause = 0): void {
    this.failures += 1;
    this.reason = failure.message;
    const wait = this.failures >= FAILURES ? COOL_DOWN_MILLISECONDS : 0;
    this.openUntil =
      this.clock().getTime() +
      Math.min(Math.max(wait, pause), LONGEST_PAUSE_MILLISECONDS);
  }
}
