import {
  AnalysedEntity,
  AnalysisRule,
  FindingCategory,
  RiskGrade,
} from '../../model';
import { AnalysisOptions } from '../AnalysisOptions';
import { DependencyGraph } from '../graph/DependencyGraph';
import { count, nameOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import { affectedBy, directDependents } from './nearest';
import { Candidate, isOfType, Rule, TIER_WOULD_TELL } from './Ruling';

const MAX_DRAWN = 20;

/** What a hot component may lack. */
interface Lack {
  rule: AnalysisRule;
  title: string;
  /** After "a component": `has no owner`. */
  predicate: string;
  category: FindingCategory;
  severity: RiskGrade;
  consequence: string;
  recommendation: string;
  lacks(entity: AnalysedEntity, options: AnalysisOptions): boolean;
}

export const unownedHotComponents: Rule = hotComponentsThat({
  rule: 'unowned-hot-component',
  title: 'Hot components without an owner',
  predicate: 'has no owner',
  category: 'ownership',
  severity: 'high',
  consequence: 'Nobody is told when it gets slow, and nobody plans its load.',
  recommendation: 'Find whoever runs it, and name them in `spec.owner`.',
  lacks: ({ owner }) => owner === undefined,
});

export const unbudgetedHotComponents: Rule = hotComponentsThat({
  rule: 'unbudgeted-hot-component',
  title: 'Hot components without a budget',
  predicate: 'has no budget and no SLO',
  category: 'observability',
  severity: 'medium',
  consequence:
    'Nothing says how fast it has to be, so that nobody notices when it gets slower until those who depend on it do.',
  recommendation:
    'Give it a budget of its response time, and an SLO where it serves requests around the clock.',
  lacks: (entity, { libraryTypes }) =>
    entity.budgets === 0 && !isOfType(entity, libraryTypes),
});

function hotComponentsThat(lack: Lack): Rule {
  return {
    rule: lack.rule,
    title: lack.title,
    describe: ({ hotDependents, hotTier }) =>
      `Components that ${hotDependents} or more others depend on, directly or not, or whose tier is ${tiers(
        hotTier,
      )}, and each of which ${lack.predicate}.`,
    find: (graph, options) => {
      const { hotDependents, hotTier } = options;
      const candidates: Candidate[] = [];
      const tierless: string[] = [];
      for (const [node, entity] of graph.entities.entries()) {
        if (entity.kind === 'component' && lack.lacks(entity, options)) {
          const dependents = graph.dependentsOf(node).all;
          const isCritical =
            entity.tier !== undefined && entity.tier <= hotTier;
          if (dependents >= hotDependents || isCritical) {
            candidates.push({
              heart: entity.entityRef,
              severity: lack.severity,
              likelihood:
                dependents >= hotDependents && isCritical ? 'high' : 'medium',
              weight: dependents,
              describe: () => describe(graph, node, lack, options),
            });
          } else if (entity.tier === undefined) {
            tierless.push(entity.entityRef);
          }
        }
      }
      return {
        candidates,
        unknowns: [
          {
            code: 'no-tier',
            reason: `Each of them ${lack.predicate}, fewer than ${hotDependents} others depend on it, and its tier isn't said, so that it may be hot or not. ${TIER_WOULD_TELL}`,
            entityRefs: tierless,
          },
        ],
      };
    },
  };
}

function tiers(hotTier: number): string {
  return hotTier === 1 ? '1' : `1 to ${hotTier}`;
}

function describe(
  graph: DependencyGraph,
  node: number,
  lack: Lack,
  { hotDependents, hotTier }: AnalysisOptions,
): ReturnType<Candidate['describe']> {
  const entity = graph.entities[node];
  const { all } = graph.dependentsOf(node);
  const drawing = new Drawing(graph).node(node, {
    emphasis: true,
    note: count(all, 'dependent'),
  });
  for (const dependent of directDependents(graph, node).slice(0, MAX_DRAWN)) {
    drawing.edge(dependent, node);
  }
  return {
    entityRef: entity.entityRef,
    affected: affectedBy(graph, node),
    core: [entity.entityRef],
    title: `${titleOf(entity)} is hot and ${lack.predicate}`,
    category: lack.category,
    explanation: `${nameOf(entity)} ${lack.predicate}, and ${count(
      all,
      'other depends',
      'others depend',
    )} on it, directly or not; ${
      entity.tier === undefined
        ? "its tier isn't said"
        : `its tier is ${entity.tier}`
    }. It counts as hot from ${hotDependents} dependents on, or of tier ${tiers(
      hotTier,
    )}. ${lack.consequence}`,
    recommendation: lack.recommendation,
    graph: drawing.toGraph(),
    numbers: {
      dependents: all,
      ...(entity.tier !== undefined && { tier: entity.tier }),
    },
  };
}
