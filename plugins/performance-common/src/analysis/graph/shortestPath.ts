import { Adjacency, followersOf } from './Adjacency';

/**
 * Breadth first, so among the shortest; the first by node number where there are several.
 *
 * @param within - only through these nodes; all unless given.
 * @returns the nodes from `from` to `to`, both included, or undefined where there is no way. With `from` equal to
 *   `to`, the shortest cycle through it.
 */
export function shortestPath(
  adjacency: Adjacency,
  from: number,
  to: number,
  within: (node: number) => boolean = () => true,
): number[] | undefined {
  const cameFrom = new Map<number, number>();
  const queue = [from];
  for (const node of queue) {
    for (const follower of followersOf(adjacency, node)) {
      if (!cameFrom.has(follower) && within(follower)) {
        cameFrom.set(follower, node);
        if (follower === to) {
          return pathTo(to, from, cameFrom);
        }
        queue.push(follower);
      }
    }
  }
  return undefined;
}

function pathTo(
  to: number,
  from: number,
  cameFrom: Map<number, number>,
): number[] {
  const path = [to];
  let node = cameFrom.get(to);
  while (node !== undefined && node !== from) {
    path.push(node);
    node = cameFrom.get(node);
  }
  path.push(from);
  return path.reverse();
}

/** How many steps each node that can be reached is away, nearest first; `from` itself apart. */
export function distancesFrom(
  adjacency: Adjacency,
  from: number,
): Map<number, number> {
  const distances = new Map([[from, 0]]);
  for (const [node, distance] of distances) {
    for (const follower of followersOf(adjacency, node)) {
      if (!distances.has(follower)) {
        distances.set(follower, distance + 1);
      }
    }
  }
  distances.delete(from);
  return distances;
}
