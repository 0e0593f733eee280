import { Adjacency, followersOf } from './Adjacency';
import { shortestPath } from './shortestPath';
import { Components } from './stronglyConnectedComponents';

/** The longest ways through a graph, in which a cycle counts no more than the steps it takes to pass it. */
export interface LongestPaths {
  /** Edges between different components on the longest path from each component. */
  lengths: Uint32Array;
  /** A longest path from a component, node by node, and through cycles on the shortest way. */
  pathFrom(component: number): number[];
}

/**
 * Longest paths by dynamic programming over the components in topological order (T. Cormen et al.: Introduction to
 * Algorithms, 3rd edition, section 24.2). Within a cycle, where the longest path is NP-hard, the shortest way is
 * taken. O(nodes + edges).
 */
export function longestPaths(
  adjacency: Adjacency,
  { members, componentOf }: Components,
): LongestPaths {
  const lengths = new Uint32Array(members.length);
  /** The edge by which the longest path leaves each component. */
  const exits = new Map<number, [from: number, to: number]>();
  // A component comes after all those that it reaches.
  for (const [component, nodes] of members.entries()) {
    for (const node of nodes) {
      for (const follower of followersOf(adjacency, node)) {
        const next = componentOf[follower];
        if (next !== component && lengths[next] + 1 > lengths[component]) {
          lengths[component] = lengths[next] + 1;
          exits.set(component, [node, follower]);
        }
      }
    }
  }

  return {
    lengths,
    pathFrom: start => {
      let exit = exits.get(start);
      const path = [exit?.[0] ?? members[start][0]];
      while (exit) {
        const entered = path[path.length - 1];
        const [from, to] = exit;
        const component = componentOf[from];
        if (from !== entered) {
          const inside = shortestPath(
            adjacency,
            entered,
            from,
            node => componentOf[node] === component,
          );
          path.push(...(inside ?? [from]).slice(1));
        }
        path.push(to);
        exit = exits.get(componentOf[to]);
      }
      return path;
    },
  };
}
