/** How asking a metric source went lately, whichever replica asked. */
export interface MetricSourceHealth {
  lastSuccessAt?: Date;
  /** Kept after a success, for people who look for what happened. */
  lastError?: { at: Date; message: string };
}

export interface MetricSourceHealthStore {
  /** By name of the source. */
  all(): Promise<Map<string, MetricSourceHealth>>;

  /** Adds what is given to what is known. */
  record(name: string, health: MetricSourceHealth): Promise<void>;
}
