import { EntitySelector, Exemption } from './definition';
import { VerdictReason, VerdictState } from './verdict';

/**
 * What is counted against the target (OpenSLO's budgeting methods):
 * - `Occurrences`: good events over all events;
 * - `Timeslices`: slices of time that are good over all slices;
 * - `RatioTimeslices`: the mean of the slices' own ratios.
 *
 * @public
 */
export type BudgetingMethod = 'Occurrences' | 'Timeslices' | 'RatioTimeslices';

/**
 * OpenSLO's shorthand (`30d`, `1M`, `1Q`): months, quarters and years are those of the calendar.
 *
 * @public
 */
export interface SloDuration {
  /** A whole number, at least 1. */
  count: number;
  unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** @public */
export type SloTimeWindow =
  | { type: 'rolling'; duration: SloDuration }
  | {
      type: 'calendar';
      duration: SloDuration;
      /** Local time without a zone, `2026-01-01T00:00:00`: where one of the windows begins. */
      startTime: string;
      /** IANA, e.g. `Europe/Berlin`. */
      timeZone: string;
    };

/**
 * A query to a metric source that the backend's config names. `query` may hold `{{ entity.metadata.name }}`
 * and other fields of the entity.
 *
 * @public
 */
export interface SloQuery {
  /** Name of the configured source. */
  source: string;
  query: string;
}

/**
 * Where good and total come from. With `counter` the queries give ever-growing counters, of which
 * the increase per step counts; otherwise each step's value is what happened in it.
 *
 * @public
 */
export type SloIndicator =
  | {
      type: 'ratio';
      counter: boolean;
      /** Exactly one of good and bad. */
      good?: SloQuery;
      bad?: SloQuery;
      total: SloQuery;
    }
  | {
      type: 'raw-ratio';
      counter: boolean;
      raw: SloQuery;
      /** Whether the raw ratio is of good or of bad events. */
      rawType: 'success' | 'failure';
    }
  /** Each step's value is good or not, by the objective's threshold. */
  | { type: 'threshold'; metric: SloQuery }
  /** Good and total are pushed through the API. */
  | { type: 'pushed' };

/** @public */
export type SloThresholdOperator = 'lt' | 'lte' | 'gt' | 'gte';

/** @public */
export interface SloObjective {
  /** Unique within the SLO; `objective-<n>`, counted from 1, where the source names none. */
  name: string;
  title?: string;
  /** Ratio, at least 0 and less than 1. */
  target: number;
  /** Of `Timeslices`: the share of a slice's events that makes it good. More than 0, at most 1. */
  timeSliceTarget?: number;
  /** Of `Timeslices` and `RatioTimeslices`. */
  timeSliceSeconds?: number;
  /** Of a threshold indicator. */
  threshold?: { operator: SloThresholdOperator; value: number };
  /** Of a composite SLO: its own indicator and weight (1 unless given). */
  indicator?: SloIndicator;
  weight?: number;
}

/**
 * A service level objective, whichever dialect it was written in.
 *
 * @public
 */
export interface SloSpec {
  appliesTo?: EntitySelector;
  exempt?: Exemption[];
  /** OpenSLO's service: in the organisation's layer, the name or ref of the entity it is about. */
  service?: string;
  /** `production` unless given. */
  environment: string;
  budgetingMethod: BudgetingMethod;
  timeWindow: SloTimeWindow;
  /** Absent where the objectives have their own: a composite SLO. */
  indicator?: SloIndicator;
  /** At least one. */
  objectives: SloObjective[];
  /** Seconds that a sample covers; 300 unless given, or the slice where that is shorter. */
  stepSeconds?: number;
  /** Fewer events are `no-data` while their interval straddles the target; 100 unless given. */
  minEvents?: number;
}

/**
 * Good and total of one step. A step without a sample is a gap: neither good nor bad.
 *
 * @public
 */
export interface SloSample {
  /** Epoch milliseconds of the step's start. */
  at: number;
  good: number;
  total: number;
}

/**
 * What is known of a stretch of time: of events for `Occurrences`, of slices otherwise. Of
 * `RatioTimeslices`, `good` is the sum of the slices' ratios.
 *
 * @public
 */
export interface SloCounts {
  good: number;
  total: number;
  /** Seconds of the stretch that samples cover. */
  coveredSeconds: number;
}

/**
 * An error budget's speed over a stretch of time: 1 spends it exactly within the SLO's window.
 *
 * @public
 */
export interface SloBurnRate extends SloCounts {
  /** e.g. `1h`. */
  window: string;
  seconds: number;
  /** Error rate / (1 − target); absent where nothing is known. */
  rate?: number;
}

/**
 * A pair of windows that call for people when both burn faster than the factor
 * (Google, "The Site Reliability Workbook", ch. 5).
 *
 * @public
 */
export interface SloBurnAlert {
  severity: 'page' | 'ticket';
  /** e.g. `1h` and `5m`. */
  longWindow: string;
  shortWindow: string;
  factor: number;
  longRate?: number;
  shortRate?: number;
  active: boolean;
  /** Why it isn't computed: `too-coarse`, what is counted is longer than the short window. */
  reason?: VerdictReason;
}

/**
 * Time taken out of an SLO, e.g. maintenance.
 *
 * @public
 */
export interface SloExclusion {
  /** Epoch milliseconds, from inclusive, to exclusive. */
  from: number;
  to: number;
  adjustmentId: string;
}

/**
 * How an objective stands, as `evaluateSlo` works it out.
 *
 * @public
 */
export interface SloStatus extends SloCounts {
  /** ISO 8601: the clock. */
  at: string;
  /** ISO 8601. `to` of a calendar window lies ahead. */
  window: { from: string; to: string };
  method: BudgetingMethod;
  target: number;
  countedAs: 'events' | 'slices';
  /** `total − good`. */
  bad: number;
  /** Ratio; absent where there is nothing. */
  attainment?: number;
  /** Wilson's, at 95 %, where there are fewer events than the minimum. */
  interval?: { lower: number; upper: number };
  /** Share of the time up to now, exclusions left out, that samples cover. */
  coverage: number;
  budget?: {
    /** Bad events or slices that the target allows: of slices, in the whole window. */
    allowed: number;
    remaining: number;
    /** Of `allowed`; less than 0 once overspent. */
    remainingShare: number;
    /**
     * The budget as time: of slices their length, of events that of a total outage, were they spread
     * evenly over the window.
     */
    allowedMinutes?: number;
    remainingMinutes?: number;
  };
  burnRates: SloBurnRate[];
  alerts: SloBurnAlert[];
  /** At the present burn rate (the longest window that is less than a day, else what there is). 0 once spent, absent if it never is. */
  secondsToExhaustion?: number;
  /** `fail` once the budget is overspent, `warn` while an alert is active. */
  state: Exclude<VerdictState, 'not-applicable'>;
  /** Codes: `no-events`, `too-few-events`, `too-coarse`, `no-source`, `source-down`, `no-samples`. */
  reason?: VerdictReason;
  /** Of a composite SLO. */
  parts?: { objective: string; weight: number; status: SloStatus }[];
}

/**
 * A status as a fact: of one SLO (or objective, where each stands for itself) of one entity.
 *
 * @public
 */
export interface SloFact {
  definitionId: string;
  /** Absent where the SLO has one objective or is a composite. */
  objective?: string;
  environment: string;
  state: SloStatus['state'];
  reason?: VerdictReason;
  attainment?: number;
  target: number;
  remainingShare?: number;
  /** By window in seconds. */
  burnRates: Record<string, number>;
  severity?: 'page' | 'ticket';
  /** ISO 8601: end of the newest sample. */
  measuredAt?: string;
  /** How it would stand had no time been taken out of it; absent where none was. */
  unadjusted?: Pick<
    SloFact,
    'state' | 'reason' | 'remainingShare' | 'burnRates'
  > & {
    /** What takes time out of it, in the order it was made. */
    adjustments: SloAdjustmentNote[];
  };
}

/**
 * Who took time out of an SLO, and why.
 *
 * @public
 */
export interface SloAdjustmentNote {
  id: string;
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
  reason: string;
}

/** @public */
export type ErrorBudgetAction =
  | 'notify'
  | 'warn'
  | 'require-approval'
  | 'freeze';

/** @public */
export interface ErrorBudgetRule {
  /** Unique within the policy. */
  name: string;
  /** All that is given must hold. */
  when: {
    /** Ratio of the budget, e.g. 0.25; 0 means spent. */
    remainingBelow?: number;
    burnRate?: { above: number; overSeconds: number };
  };
  action: ErrorBudgetAction;
  /** Of a freeze or an approval: labels of changes that pass all the same, e.g. `security`. */
  except: string[];
}

/**
 * What is done while an error budget runs out.
 *
 * @public
 */
export interface ErrorBudgetPolicySpec {
  appliesTo?: EntitySelector;
  exempt?: Exemption[];
  /** Names of SLOs, `*` at the end stands for anything; all of them unless given. */
  slos?: string[];
  rules: ErrorBudgetRule[];
}

/**
 * An action that a policy asks for now.
 *
 * @public
 */
export interface ActiveErrorBudgetAction {
  definitionId: string;
  rule: string;
  action: ErrorBudgetAction;
  except: string[];
  /** Of the SLO, e.g. `slo:availability`. */
  ruleId: string;
  environment: string;
  /** In words, with the numbers. */
  message: string;
  /** ISO 8601; as known where it is recorded. */
  since?: string;
}

/**
 * What an error-budget policy asks for at the entity of a gate.
 *
 * @public
 */
export interface GateErrorBudgetAction extends ActiveErrorBudgetAction {
  since: string;
  /** A waiver on the SLO is approved. */
  approved: boolean;
}
