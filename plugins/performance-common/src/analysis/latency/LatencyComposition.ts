import { LatencyLimit } from '../../model';

/** How long something may take by the limits in force. */
export interface AllowedTime {
  milliseconds: number;
  /** The largest limit of a single call in it. */
  maximum: number;
  /**
   * The same among limits of the percentile that is asked about, or of lower ones: no percentile of a request is
   * below that of a call it waits for, so that who uses this up breaks any lower limit of the caller.
   */
  decisive: number;
  /** How many requests may be beyond it, at most: the sum of 1 − level over all calls in it. */
  alpha: number;
  /** How many calls with a limit are in it. */
  limited: number;
  /** The share of requests none of whose calls is beyond its limit, were they independent: Π(1 − αᵢ). */
  within: number;
}

/** One of the calls that a request makes. */
export interface Spending extends AllowedTime {
  node: number;
  calls: number;
  parallel?: string;
  /** The limit of one call; absent where it has none, and the time is that of what it calls itself. */
  limit?: LatencyLimit;
}

/** What the calls of one request may take together. */
export interface LatencyComposition extends AllowedTime {
  /** In the order of calls. Times are for all calls of each. */
  spendings: Spending[];
}

const NOTHING: AllowedTime = {
  milliseconds: 0,
  maximum: 0,
  decisive: 0,
  alpha: 0,
  limited: 0,
  within: 1,
};

/**
 * A limit of a percentile p at x: at most 1 − p of the requests take longer than x.
 *
 * @param asked - the percentile that is asked about.
 */
export function timeOfLimit(
  { milliseconds, quantile }: LatencyLimit,
  asked: number,
): AllowedTime {
  return {
    milliseconds,
    maximum: milliseconds,
    decisive: quantile <= asked ? milliseconds : 0,
    alpha: 1 - quantile,
    limited: 1,
    within: quantile,
  };
}

/** The same call several times, one after the other. */
export function repeated(time: AllowedTime, calls: number): AllowedTime {
  return {
    milliseconds: finite(time.milliseconds * calls),
    maximum: time.maximum,
    decisive: time.decisive,
    alpha: finite(time.alpha * calls),
    limited: finite(time.limited * calls),
    within: time.within ** calls,
  };
}

/**
 * Calls one after the other take the sum of their limits; those of a parallel group take the longest. Percentiles don't
 * add up: by Boole's inequality, P(some call is beyond its limit) ≤ Σαᵢ, whatever depends on what, so that the sum is
 * guaranteed at the level 1 − Σαᵢ only; parallel calls count there like all others.
 */
export function compose(spendings: Spending[]): LatencyComposition {
  const longest = new Map<string, number>();
  const total = { ...NOTHING };
  for (const { parallel, milliseconds, ...rest } of spendings) {
    if (parallel === undefined) {
      total.milliseconds += milliseconds;
    } else {
      longest.set(parallel, Math.max(longest.get(parallel) ?? 0, milliseconds));
    }
    total.maximum = Math.max(total.maximum, rest.maximum);
    total.decisive = Math.max(total.decisive, rest.decisive);
    total.alpha += rest.alpha;
    total.limited += rest.limited;
    total.within *= rest.within;
  }
  for (const milliseconds of longest.values()) {
    total.milliseconds += milliseconds;
  }
  return {
    ...total,
    milliseconds: finite(total.milliseconds),
    alpha: finite(total.alpha),
    limited: finite(total.limited),
    spendings,
  };
}

/** Calls of calls of calls may be more than JSON has numbers for. */
function finite(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

/** The level at which the sum is guaranteed; 0 where it is not at all. */
export function guaranteedLevel({ alpha }: AllowedTime): number {
  // Sums of decimal fractions are off by some 1e-17: three p95s are p85, not p85.00000000000001.
  return Math.max(0, Number((1 - alpha).toFixed(9)));
}
