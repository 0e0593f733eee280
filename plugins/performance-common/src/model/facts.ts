import { Entity } from '@backstage/catalog-model';
import { Definition } from './definition';
import { RunContext, Series } from './run';

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
 * Everything `evaluate` may know about one entity.
 *
 * @public
 */
export interface EntityFacts {
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
