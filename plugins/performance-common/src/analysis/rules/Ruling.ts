import {
  AnalysedEntity,
  AnalysisProposal,
  AnalysisRule,
  AnalysisUnknown,
  RiskGrade,
} from '../../model';
import { AnalysisOptions } from '../AnalysisOptions';
import { SYNCHRONOUS_CALLS_ANNOTATION } from '../annotations/synchronousCalls';
import { TIER_ANNOTATION } from '../annotations/tier';
import { DependencyGraph } from '../graph/DependencyGraph';

/** Something found; what there is to say of it is worked out only where it is kept. */
export interface Candidate {
  /** What makes it the same matter in the next analysis; part of the key. */
  heart: string;
  severity: RiskGrade;
  likelihood: RiskGrade;
  weight: number;
  describe(): Omit<
    AnalysisProposal,
    'rule' | 'key' | 'severity' | 'likelihood' | 'weight'
  >;
}

/** What one rule makes of the graph. */
interface Ruling {
  candidates: Candidate[];
  unknowns: Omit<AnalysisUnknown, 'rule'>[];
}

/** Looks for one thing. */
export interface Rule {
  rule: AnalysisRule;
  title: string;
  /** What it looks for, with the thresholds in force. */
  describe(options: AnalysisOptions): string;
  find(graph: DependencyGraph, options: AnalysisOptions): Ruling;
}

/** Entities that depend on others and don't say which of those they wait for. */
export function withoutSynchronousCalls(graph: DependencyGraph): string[] {
  return refsOf(
    graph.entities.filter(
      ({ dependsOn, synchronous }) => dependsOn.length > 0 && !synchronous,
    ),
  );
}

/** Whether its `spec.type` is one of these, whatever the case. */
export function isOfType({ type }: AnalysedEntity, types: string[]): boolean {
  const lowerCased = type?.toLocaleLowerCase('en-US');
  return types.some(each => each.toLocaleLowerCase('en-US') === lowerCased);
}

export function refsOf(entities: readonly AnalysedEntity[]): string[] {
  return entities.map(({ entityRef }) => entityRef);
}

export const SYNCHRONOUS_CALLS_WOULD_TELL = `Annotate them with \`${SYNCHRONOUS_CALLS_ANNOTATION}\`.`;
export const TIER_WOULD_TELL = `Annotate them with \`${TIER_ANNOTATION}\`.`;
