import { LatencyLimit } from '../../model';
import { LatencyComposition } from '../latency/LatencyComposition';
import { LatencyTimes } from '../latency/LatencyTimes';

/**
 * How limits fail to add up, worst first: one call may take longer than all; all calls together may; or they guarantee
 * their sum at a lower level only.
 */
type OverrunKind = 'maximum' | 'sum' | 'level';

/** A parent's limit that what it calls may break while keeping its own. */
export interface Overrun {
  kind: OverrunKind;
  node: number;
  limit: LatencyLimit;
  composition: LatencyComposition;
  times: LatencyTimes;
}
