import { degreeOf, followersOf } from '../graph/Adjacency';
import { DependencyGraph } from '../graph/DependencyGraph';
import { distancesFrom, shortestPath } from '../graph/shortestPath';

/** More than anybody looks at one by one. */
const MAX_AFFECTED = 50;

const NO_TIER = 10;

/** What depends on a node directly: the most critical first, then what most depends on. */
export function directDependents(
  graph: DependencyGraph,
  node: number,
): number[] {
  return byImportance(graph, [...followersOf(graph.dependents, node)]);
}

function byImportance(graph: DependencyGraph, nodes: number[]): number[] {
  return nodes.sort(
    (a, b) =>
      tierOf(graph, a) - tierOf(graph, b) ||
      graph.dependentsOf(b).all - graph.dependentsOf(a).all ||
      a - b,
  );
}

/**
 * The way by which the most critical entry point depends on a node; of several such the longest, each on its shortest
 * way. An entry point is what nothing depends on.
 */
export function pathOfEntryPoint(
  graph: DependencyGraph,
  node: number,
): number[] | undefined {
  let entry: number | undefined;
  // Nearest first, so that the last of the lowest tier is the farthest.
  for (const dependent of distancesFrom(graph.dependents, node).keys()) {
    if (
      degreeOf(graph.dependents, dependent) === 0 &&
      (entry === undefined || tierOf(graph, dependent) <= tierOf(graph, entry))
    ) {
      entry = dependent;
    }
  }
  return entry === undefined
    ? undefined
    : shortestPath(graph.dependencies, entry, node);
}

function tierOf({ entities }: DependencyGraph, node: number): number {
  return entities[node].tier ?? NO_TIER;
}

/** A node and what depends on it, directly or not, nearest first, as far as one would look. */
export function affectedBy(graph: DependencyGraph, node: number): string[] {
  const found = new Set([node]);
  for (const next of found) {
    if (found.size >= MAX_AFFECTED) {
      break;
    }
    for (const dependent of followersOf(graph.dependents, next)) {
      found.add(dependent);
    }
  }
  return [...found]
    .slice(0, MAX_AFFECTED)
    .map(each => graph.entities[each].entityRef);
}
