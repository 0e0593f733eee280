import { RiskGrade } from '../../model';
import {
  degreeOf,
  filteredEdges,
  followersOf,
  undirected,
} from '../graph/Adjacency';
import { articulationPoints } from '../graph/articulationPoints';
import { DependencyGraph, Dependents } from '../graph/DependencyGraph';
import { count, listOf, nameOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import { affectedBy, directDependents, pathOfEntryPoint } from './nearest';
import { Candidate, refsOf, Rule, TIER_WOULD_TELL } from './Ruling';

const WEIGHT_OF_TIER_1 = 4;
const WEIGHT_OF_TIER_2 = 2;

/** Neighbours drawn on each side; the numbers tell of the others. */
const MAX_DRAWN = 12;

/**
 * Articulation points of the graph of dependencies, weighted by what depends on them. A resource that only one entity
 * uses counts as part of that entity: that it is unreachable without its user is no news.
 */
export const singlePointsOfFailure: Rule = {
  rule: 'single-point-of-failure',
  title: 'Single points of failure',
  describe: ({ singlePointWeight }) =>
    `Articulation points of the graph of dependencies whose dependents weigh ${singlePointWeight} or more; one of tier 1 weighs ${WEIGHT_OF_TIER_1}, of tier 2 ${WEIGHT_OF_TIER_2}, any other 1.`,
  find: (graph, options) => {
    const isPrivate = (node: number) =>
      graph.entities[node].kind === 'resource' &&
      degreeOf(graph.dependents, node) === 1 &&
      degreeOf(graph.dependencies, node) === 0;
    const points = articulationPoints(
      undirected(filteredEdges(graph.dependencies, (_, to) => !isPrivate(to))),
    );
    const candidates: Candidate[] = [];
    for (const [node, pieces] of points) {
      const weight = weightOf(graph.dependentsOf(node));
      const threshold = options.singlePointWeight;
      if (weight >= threshold) {
        candidates.push({
          heart: graph.entities[node].entityRef,
          severity: severityOf(weight, threshold),
          likelihood: 'medium',
          weight,
          describe: () => describe(graph, { node, pieces, weight, threshold }),
        });
      }
    }
    return {
      candidates,
      unknowns: [
        {
          code: 'no-tier',
          reason: `Their tier isn't said, so that they weigh 1 among what depends on a single point of failure, where they might weigh ${WEIGHT_OF_TIER_1}. ${TIER_WOULD_TELL}`,
          entityRefs: refsOf(
            graph.entities.filter(
              ({ tier }, node) =>
                tier === undefined && degreeOf(graph.dependencies, node) > 0,
            ),
          ),
        },
      ],
    };
  },
};

function weightOf({ all, ofTier1, ofTier2 }: Dependents): number {
  return (
    all + (WEIGHT_OF_TIER_1 - 1) * ofTier1 + (WEIGHT_OF_TIER_2 - 1) * ofTier2
  );
}

function severityOf(weight: number, threshold: number): RiskGrade {
  if (weight >= 4 * threshold) {
    return 'very-high';
  }
  return weight >= 2 * threshold ? 'high' : 'medium';
}

function describe(
  graph: DependencyGraph,
  point: { node: number; pieces: number[]; weight: number; threshold: number },
): ReturnType<Candidate['describe']> {
  const { node, pieces, weight, threshold } = point;
  const entity = graph.entities[node];
  const { all, ofTier1, ofTier2, withoutTier } = graph.dependentsOf(node);
  const [, ...cutOff] = pieces;
  const separated = cutOff.reduce((sum, nodes) => sum + nodes, 0);
  const lesser = all - ofTier1 - ofTier2 - withoutTier;
  const tiers = [
    `${ofTier1} of tier 1`,
    `${ofTier2} of tier 2`,
    `${lesser} of a lesser tier`,
    `${withoutTier} whose tier isn't said`,
  ];
  return {
    entityRef: entity.entityRef,
    affected: affectedBy(graph, node),
    core: [entity.entityRef],
    title: `${titleOf(entity)} is a single point of failure`,
    category: 'single-point-of-failure',
    explanation: [
      `${nameOf(
        entity,
      )} is an articulation point of the graph of dependencies: without it, what hangs together now falls into ${
        pieces.length
      } pieces, and ${count(
        separated,
        'entity is',
        'entities are',
      )} cut off from the largest of them.`,
      `${count(
        all,
        'entity depends',
        'entities depend',
      )} on it, directly or through others: ${listOf(tiers)}.`,
      `Their weight is ${WEIGHT_OF_TIER_1} × ${ofTier1} + ${WEIGHT_OF_TIER_2} × ${ofTier2} + ${
        lesser + withoutTier
      } = ${weight}; it is proposed from ${threshold} on.`,
    ].join('\n\n'),
    recommendation: `Let a second instance of ${nameOf(
      entity,
    )} take over by itself, or let what depends on it do without it for a while: by a cache, a queue, or a simpler answer. Prove it by a test in which it fails under load.`,
    graph: draw(graph, node),
    numbers: {
      dependents: all,
      tier1Dependents: ofTier1,
      tier2Dependents: ofTier2,
      dependentsWithoutTier: withoutTier,
      directDependents: degreeOf(graph.dependents, node),
      pieces: pieces.length,
      separated,
      weight,
    },
  };
}

/** The path from the most critical entry point, and what is next to the node. */
function draw(graph: DependencyGraph, node: number) {
  const drawing = new Drawing(graph).node(node, {
    emphasis: true,
    note: count(graph.dependentsOf(node).all, 'dependent'),
  });
  drawing.path(pathOfEntryPoint(graph, node) ?? []);
  for (const dependent of directDependents(graph, node).slice(0, MAX_DRAWN)) {
    drawing.edge(dependent, node);
  }
  const dependencies = [...followersOf(graph.dependencies, node)];
  for (const dependency of dependencies.slice(0, MAX_DRAWN)) {
    drawing.edge(node, dependency);
  }
  return drawing.toGraph();
}
