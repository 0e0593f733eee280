import fc from 'fast-check';
import {
  Adjacency,
  adjacencyOf,
  edgesOf,
  followersOf,
  undirected,
} from './Adjacency';
import { articulationPoints } from './articulationPoints';
import { countDependents } from './countDependents';
import { longestPaths } from './longestPaths';
import { distancesFrom, shortestPath } from './shortestPath';
import { stronglyConnectedComponents } from './stronglyConnectedComponents';

/** Up to nine nodes, so that trying everything is quick. */
const smallGraphs = fc
  .integer({ min: 1, max: 9 })
  .chain(size =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: 0, max: size - 1 }),
          fc.integer({ min: 0, max: size - 1 }),
        ),
        { maxLength: 16 },
      )
      .map(edges => adjacencyOf(size, edges)),
  );

/** By looking along all edges until nothing new is found. */
function reach(graph: Adjacency, from: number, without?: number): Set<number> {
  const found = new Set([from]);
  let size = 0;
  while (found.size > size) {
    size = found.size;
    for (const [a, b] of edgesOf(graph)) {
      if (found.has(a) && a !== without && b !== without) {
        found.add(b);
      }
    }
  }
  return found;
}

function nodesOf({ size }: Adjacency): number[] {
  return Array.from({ length: size }, (_, node) => node);
}

/** The pieces of a node's connected part without the node, by removing it. */
function piecesWithout(graph: Adjacency, removed: number): number[] {
  const pieces: number[] = [];
  const seen = new Set<number>();
  for (const node of reach(graph, removed)) {
    if (node !== removed && !seen.has(node)) {
      const piece = reach(graph, node, removed);
      piece.forEach(each => seen.add(each));
      pieces.push(piece.size);
    }
  }
  return pieces.sort((a, b) => b - a);
}

describe('articulation points', () => {
  it('are the nodes whose removal leaves several pieces', () => {
    fc.assert(
      fc.property(smallGraphs, directed => {
        const graph = undirected(directed);
        const expected = nodesOf(graph)
          .map(node => [node, piecesWithout(graph, node)] as const)
          .filter(([, pieces]) => pieces.length > 1);
        const found = [...articulationPoints(graph)].sort(([a], [b]) => a - b);
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('are found in a chain of 200,000 nodes without exhausting the stack', () => {
    const size = 200_000;
    const chain = adjacencyOf(
      size,
      Array.from({ length: size - 1 }, (_, node) => [node, node + 1] as const),
    );
    const points = articulationPoints(undirected(chain));
    expect(points.size).toBe(size - 2);
    expect(points.get(50_000)).toEqual([149_999, 50_000]);
  });
});

describe('strongly connected components', () => {
  it('are the groups of nodes that reach each other, callees first', () => {
    fc.assert(
      fc.property(smallGraphs, graph => {
        const reached = nodesOf(graph).map(node => reach(graph, node));
        const { members, componentOf } = stronglyConnectedComponents(graph);
        for (const a of nodesOf(graph)) {
          for (const b of nodesOf(graph)) {
            const together = reached[a].has(b) && reached[b].has(a);
            expect(componentOf[a] === componentOf[b]).toBe(together);
            const isOneWay = reached[a].has(b) && !together;
            expect(isOneWay && componentOf[b] > componentOf[a]).toBe(false);
          }
        }
        expect(members.flat().sort((a, b) => a - b)).toEqual(nodesOf(graph));
      }),
      { numRuns: 500 },
    );
  });
});

describe('dependents', () => {
  it('are the nodes from which a node can be reached, by class', () => {
    fc.assert(
      fc.property(smallGraphs, graph => {
        const classOf = Uint8Array.from(nodesOf(graph), node => node % 3);
        const counts = countDependents(
          graph,
          stronglyConnectedComponents(graph),
          classOf,
          3,
        );
        for (const node of nodesOf(graph)) {
          const dependents = nodesOf(graph).filter(
            other => other !== node && reach(graph, other).has(node),
          );
          expect(counts.map(ofClass => ofClass[node])).toEqual(
            [0, 1, 2].map(
              wanted =>
                dependents.filter(other => classOf[other] === wanted).length,
            ),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are counted over the borders of blocks', () => {
    const size = 5000;
    const star = adjacencyOf(
      size,
      Array.from({ length: size - 1 }, (_, node) => [node + 1, 0] as const),
    );
    const [all] = countDependents(
      star,
      stronglyConnectedComponents(star),
      new Uint8Array(size),
      1,
    );
    expect(all[0]).toBe(4999);
    expect(all[4999]).toBe(0);
  });
});

describe('paths', () => {
  /** Every path that visits no node twice. */
  function* pathsFrom(graph: Adjacency, path: number[]): Generator<number[]> {
    yield path;
    for (const next of followersOf(graph, path[path.length - 1])) {
      if (!path.includes(next)) {
        yield* pathsFrom(graph, [...path, next]);
      }
    }
  }

  it('are the longest where nothing goes in circles', () => {
    fc.assert(
      fc.property(smallGraphs, graph => {
        const acyclic = adjacencyOf(
          graph.size,
          [...edgesOf(graph)].filter(([from, to]) => from < to),
        );
        const components = stronglyConnectedComponents(acyclic);
        const paths = longestPaths(acyclic, components);
        for (const node of nodesOf(acyclic)) {
          const component = components.componentOf[node];
          const longest = Math.max(
            ...[...pathsFrom(acyclic, [node])].map(({ length }) => length - 1),
          );
          const path = paths.pathFrom(component);
          expect(paths.lengths[component]).toBe(longest);
          expect(path).toHaveLength(longest + 1);
          for (const [index, each] of path.slice(1).entries()) {
            expect([...followersOf(acyclic, path[index])]).toContain(each);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('pass a circle on the shortest way', () => {
    // 0 → 1 → 2 → 3 → 1, and 3 → 4 leaves the circle.
    const graph = adjacencyOf(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 1],
      [3, 4],
    ]);
    const components = stronglyConnectedComponents(graph);
    const paths = longestPaths(graph, components);
    const start = components.componentOf[0];
    expect(paths.lengths[start]).toBe(2);
    expect(paths.pathFrom(start)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are the shortest between two nodes', () => {
    fc.assert(
      fc.property(smallGraphs, graph => {
        const distances = distancesFrom(graph, 0);
        for (const to of nodesOf(graph).slice(1)) {
          const lengths = [...pathsFrom(graph, [0])]
            .filter(path => path[path.length - 1] === to)
            .map(({ length }) => length);
          const shortest =
            lengths.length > 0 ? Math.min(...lengths) : undefined;
          expect(shortestPath(graph, 0, to)?.length).toBe(shortest);
          expect(distances.get(to)).toBe(shortest && shortest - 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come back to where they began', () => {
    const graph = adjacencyOf(4, [
      [0, 1],
      [1, 2],
      [2, 0],
      [1, 0],
      [3, 0],
    ]);
    expect(shortestPath(graph, 0, 0)).toEqual([0, 1, 0]);
    expect(shortestPath(graph, 2, 2)).toEqual([2, 0, 1, 2]);
    expect(shortestPath(graph, 3, 3)).toBeUndefined();
  });
});
