import {
  Definition,
  ErrorBudgetOutcome,
  ScorecardResult,
  SloFact,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { ProjectedEntity } from '../catalog/EntityStore';
import {
  CurrentVerdictRecord,
  StateChange,
  StoredStateChange,
  VerdictKey,
} from '../verdicts/VerdictStore';

/** What became of one verdict in an evaluation that touched its row or its history. */
export interface VerdictTransition extends VerdictKey {
  /** Of the rule, e.g. `budget:http.request.duration:p95`. */
  ruleKey: string;
  area: string;
  environment: string;
  /** Absent for a new verdict. */
  previous?: CurrentVerdictRecord;
  /** Absent for one that is gone. */
  next?: CurrentVerdictRecord;
  /** Behind `next`. */
  verdict?: Verdict;
  addedChanges: StateChange[];
  removedChanges: StoredStateChange[];
  /** The present state was confirmed by this evaluation. */
  confirmed: boolean;
}

/** What an evaluation did to one entity. */
export interface EntityEvaluation {
  entity: ProjectedEntity;
  /** All that apply to the entity, goals among them, whatever the evaluation looked at. */
  definitions: Definition[];
  /** Only of verdicts whose row or history changed. */
  transitions: VerdictTransition[];
  /** Absent where the evaluation looked at some of the rules only. */
  scorecards?: ScorecardResult[];
  /** How its SLOs stand. */
  slos?: SloFact[];
  /** Absent where no error-budget policy or no SLO applies. */
  errorBudgets?: ErrorBudgetOutcome;
  now: Date;
}

/**
 * Keeps something derived from current state in step with it: counters, scorecard results, the
 * outbox. Called in the evaluation's transaction, so that both are stored or neither.
 */
export interface EvaluationListener {
  onEvaluated(batch: EntityEvaluation[], tx: Knex.Transaction): Promise<void>;
}
