import {
  AnalysedEntity,
  ANALYSIS_RULES,
  AnalysisProposal,
  AnalysisRule,
  AnalysisUnknown,
  RISK_GRADES,
} from '../model';
import { AnalysisOptions, DEFAULT_ANALYSIS_OPTIONS } from './AnalysisOptions';
import { DependencyGraph } from './graph/DependencyGraph';
import { dependencyCycles } from './rules/dependencyCycles';
import { excessiveFanIn } from './rules/excessiveFanIn';
import { excessiveFanOut } from './rules/excessiveFanOut';
import {
  unbudgetedHotComponents,
  unownedHotComponents,
} from './rules/hotComponents';
import { latencyBudgetOverruns } from './rules/latencyBudgetOverruns';
import { longCallChains } from './rules/longCallChains';
import { Candidate, isOfType, Rule } from './rules/Ruling';
import { sharedDatabases } from './rules/sharedDatabases';
import { singlePointsOfFailure } from './rules/singlePointsOfFailure';

const RULES: Record<AnalysisRule, Rule> = {
  'single-point-of-failure': singlePointsOfFailure,
  'dependency-cycle': dependencyCycles,
  'long-call-chain': longCallChains,
  'excessive-fan-out': excessiveFanOut,
  'excessive-fan-in': excessiveFanIn,
  'shared-database': sharedDatabases,
  'unowned-hot-component': unownedHotComponents,
  'unbudgeted-hot-component': unbudgetedHotComponents,
  'latency-budget-overrun': latencyBudgetOverruns,
};

/**
 * What the analysis of a catalog found.
 *
 * @public
 */
export interface Analysis {
  /** By rule; the worst of each rule first. */
  proposals: AnalysisProposal[];
  unknowns: AnalysisUnknown[];
  /** How many more each rule found than are kept; rules that keep all are left out. */
  leftOut: Partial<Record<AnalysisRule, number>>;
  entities: number;
  /** Between entities that are known, libraries included. */
  relations: number;
}

/**
 * Looks through the relations of a catalog for what makes it slow or frail. The same entities, in whatever order, give
 * the same answer.
 *
 * @public
 */
export function analyse(
  entities: readonly AnalysedEntity[],
  options: Partial<AnalysisOptions> = {},
): Analysis {
  const thresholds = { ...DEFAULT_ANALYSIS_OPTIONS, ...options };
  const graph = new DependencyGraph(
    entities,
    entity =>
      entity.kind === 'component' && isOfType(entity, thresholds.libraryTypes),
  );
  const analysis: Analysis = {
    proposals: [],
    unknowns: [],
    leftOut: {},
    entities: graph.size,
    relations: graph.declared.targets.length,
  };
  for (const rule of ANALYSIS_RULES) {
    const { candidates, unknowns } = RULES[rule].find(graph, thresholds);
    candidates.sort(byRisk);
    for (const candidate of candidates.slice(0, thresholds.proposalsPerRule)) {
      analysis.proposals.push(proposalOf(rule, candidate));
    }
    const leftOut = candidates.length - thresholds.proposalsPerRule;
    if (leftOut > 0) {
      analysis.leftOut[rule] = leftOut;
    }
    for (const unknown of unknowns) {
      if (unknown.entityRefs.length > 0) {
        analysis.unknowns.push({ rule, ...unknown });
      }
    }
  }
  return analysis;
}

/**
 * What a rule is called and looks for, with the thresholds in force.
 *
 * @public
 */
export function describeAnalysisRule(
  rule: AnalysisRule,
  options: AnalysisOptions,
): { title: string; description: string } {
  const { title, describe } = RULES[rule];
  return { title, description: describe(options) };
}

function proposalOf(
  rule: AnalysisRule,
  { heart, describe, ...risk }: Candidate,
): AnalysisProposal {
  return { rule, key: `${rule}:${heart}`, ...risk, ...describe() };
}

function byRisk(a: Candidate, b: Candidate): number {
  return (
    RISK_GRADES.indexOf(b.severity) - RISK_GRADES.indexOf(a.severity) ||
    RISK_GRADES.indexOf(b.likelihood) - RISK_GRADES.indexOf(a.likelihood) ||
    b.weight - a.weight ||
    (a.heart < b.heart ? -1 : 1)
  );
}
