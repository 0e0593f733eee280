import { SloStatus } from '@perf-governance/plugin-performance-common';

/** How an objective stands, or a composite SLO. */
export interface ObjectiveReport extends SloStatus {
  /** Name of the SLO. */
  definition: string;
  /** Absent of a composite. */
  objective?: string;
}
