/** Threads whose last request is remembered; more run at once in no real test. */
const MAX_THREADS = 10_000;

interface FlatSample {
  label: string;
  /** Start, milliseconds since 1970. */
  timeMs: number;
  elapsedMs: number;
}

/**
 * Tells sub-samples from requests where a report lists them one after the other. JMeter writes the
 * redirects and embedded resources of a request as rows of their own after it (apache/jmeter,
 * CSVSaveService.java; `jmeter.save.saveservice.subresults`, on unless turned off), calls them
 * `Login-0`, `Login-1` after the request `Login`, and counts their time in its time. A request of
 * its own that is merely called so starts only when the thread is done with the one before.
 */
export class FlatSubSamples {
  private readonly requests = new Map<string, FlatSample>();

  /**
   * Whether the sample is part of the request before it. To be asked of every request in the order
   * of the report.
   *
   * @param thread - its name; `undefined` where the report doesn't say it
   */
  has(thread: string | undefined, sample: FlatSample): boolean {
    const key = thread ?? '';
    const request = this.requests.get(key);
    if (request && isPartOf(sample, request)) {
      return true;
    }
    // The thread that was idle longest goes first.
    this.requests.delete(key);
    this.requests.set(key, sample);
    if (this.requests.size > MAX_THREADS) {
      const [oldest] = this.requests.keys();
      this.requests.delete(oldest);
    }
    return false;
  }
}

function isPartOf(sample: FlatSample, request: FlatSample): boolean {
  return (
    sample.label.startsWith(`${request.label}-`) &&
    /^(-\d+)+$/.test(sample.label.slice(request.label.length)) &&
    sample.timeMs >= request.timeMs &&
    sample.timeMs < request.timeMs + request.elapsedMs
  );
}
