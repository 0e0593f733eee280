import { Entity } from '@backstage/catalog-model';
import { Definition } from './definition';
import { FindingFact } from './finding';
import { RuleTrust } from './policy';
import { RunContext, RunType, Series } from './run';
import { Labels } from './metric';
import { ReviewFact } from './review';
import { SloFact } from './slo';
import { VerdictReason, VerdictState } from './verdict';
import { WaiverFact } from './waiver';

/**
 * What is known of a catalog entity, relations resolved.
 *
 * @public
 */
export interface EntityFact {
  entity: Entity;
  entityRef: string;
  /** The owner and the owner's parent groups, nearest first. */
  owners: string[];
  /** The system itself where the entity is one. */
  system?: string;
  /** The domain and its parents, nearest first; starts with the entity itself where it is a domain. */
  domains: string[];
}

/**
 * One series as evidence, with the run it comes from.
 *
 * @public
 */
export interface EvidenceSeries extends Series {
  runId: string;
}

/**
 * @public
 */
export interface RunFact extends RunContext {
  runId: string;
  tool: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. */
  endedAt: string;
}

/**
 * The newest runs of one type, for checks.
 *
 * @public
 */
export interface RunSummaryFact {
  runId: string;
  type: RunType;
  tool: string;
  environment: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. */
  endedAt: string;
}

/**
 * Somebody's answer to a check's statement.
 *
 * @public
 */
export interface AttestationFact {
  /** Name of the check. */
  check: string;
  answer: 'yes' | 'no' | 'not-applicable';
  /** Why it isn't applicable, or a remark. */
  comment?: string;
  /** User ref. */
  by: string;
  /** ISO 8601. */
  at: string;
  /** ISO 8601; the statement's validity, cut short where the author wished so. */
  expiresAt: string;
  /**
   * What was answered: the statement of each check of that name at the time. A check with another
   * statement isn't attested by it.
   */
  statements: string[];
}

/**
 * What another system, or a module of the backend, said of a check.
 *
 * @public
 */
export interface CheckResultFact {
  check: string;
  state: VerdictState;
  /** Why, as in `VerdictReason`; `reported` unless given. */
  code?: string;
  message?: string;
  url?: string;
  /** ISO 8601. */
  at: string;
}

/**
 * The best that was kept up, which a ratchet holds on to.
 *
 * @public
 */
export interface RatchetFact {
  ruleId: string;
  environment: string;
  labels: Labels;
  /** The best median of five consecutive comparable tracked runs, in the rule's unit. */
  best: number;
}

/**
 * What was measured for a budget that asks for it.
 *
 * @public
 */
export interface MeasurementFact {
  definitionId: string;
  environment: string;
  /** The newest, in the unit of the budget's limit; absent where nothing was measured yet. */
  value?: number;
  /** ISO 8601: when the window of that value ended. */
  measuredAt?: string;
  /** Why the last attempt gave none: `no-source`, `source-down`, `rejected`, `no-samples`, `missing-field`. */
  reason?: VerdictReason;
}

/**
 * What is known of an entity besides evidence. Everything may be absent, e.g. offline: then
 * nothing is waived, attested or trusted.
 *
 * @public
 */
export interface GovernanceFacts {
  waivers?: WaiverFact[];
  trust?: RuleTrust[];
  ratchets?: RatchetFact[];
  /** Tracked, valid runs: the newest few of each type and environment. */
  runSummaries?: RunSummaryFact[];
  attestations?: AttestationFact[];
  /** Pushed from outside. */
  externalResults?: CheckResultFact[];
  /** By modules of the backend. */
  extensionResults?: CheckResultFact[];
  /** How the entity's SLOs stand. */
  slos?: SloFact[];
  /** Those that affect the entity; absent, e.g. offline, nothing is known of them. */
  findings?: FindingFact[];
  /** The newest review by each template that was published and isn't archived, as it was published; absent, e.g. offline, nothing is known of them. */
  reviews?: ReviewFact[];
  /** Absent, e.g. offline, budgets that are measured are judged by runs. */
  measurements?: MeasurementFact[];
}

/**
 * Everything `evaluate` may know about one entity.
 *
 * @public
 */
export interface EntityFacts extends GovernanceFacts {
  subject: EntityFact;
  /** The runs that `series` come from. */
  runs: RunFact[];
  /**
   * Candidate evidence. Where several runs offer the same metric and labels in an environment, the
   * newest (`startedAt`, then id) counts.
   */
  series: EvidenceSeries[];
  /** Environments the entity has been seen in, also without current evidence. */
  environments: string[];
  /** The clock: ISO 8601. */
  now: string;
}

/** @public */
export interface EvaluationInput {
  definitions: Definition[];
  facts: EntityFacts;
  options?: {
    /** Subjects per rule and entity; 50 unless given. */
    maxSubjects?: number;
  };
}
