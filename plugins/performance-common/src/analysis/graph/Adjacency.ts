/**
 * Who follows whom in a graph of nodes 0 … size − 1, in compressed sparse rows: those after node `n` are
 * `targets[offsets[n]]` up to `targets[offsets[n + 1] - 1]`, ascending and each once.
 */
export interface Adjacency {
  size: number;
  offsets: Uint32Array;
  targets: Uint32Array;
}

/**
 * @param edges - pairs of node numbers; edges of a node to itself and repeated ones are left out.
 */
export function adjacencyOf(
  size: number,
  edges: Iterable<readonly [from: number, to: number]>,
): Adjacency {
  const followers: Set<number>[] = Array.from(
    { length: size },
    () => new Set(),
  );
  let count = 0;
  for (const [from, to] of edges) {
    if (from !== to && !followers[from].has(to)) {
      followers[from].add(to);
      count += 1;
    }
  }
  const offsets = new Uint32Array(size + 1);
  const targets = new Uint32Array(count);
  let next = 0;
  for (let node = 0; node < size; node++) {
    offsets[node] = next;
    targets.set(
      [...followers[node]].sort((a, b) => a - b),
      next,
    );
    next += followers[node].size;
  }
  offsets[size] = next;
  return { size, offsets, targets };
}

export function followersOf(adjacency: Adjacency, node: number): Uint32Array {
  const { offsets, targets } = adjacency;
  return targets.subarray(offsets[node], offsets[node + 1]);
}

export function degreeOf({ offsets }: Adjacency, node: number): number {
  return offsets[node + 1] - offsets[node];
}

export function* edgesOf(
  adjacency: Adjacency,
): Generator<[from: number, to: number]> {
  for (let node = 0; node < adjacency.size; node++) {
    for (const follower of followersOf(adjacency, node)) {
      yield [node, follower];
    }
  }
}

export function reversed(adjacency: Adjacency): Adjacency {
  return adjacencyOf(adjacency.size, backwards(adjacency));
}

export function filteredEdges(
  adjacency: Adjacency,
  keep: (from: number, to: number) => boolean,
): Adjacency {
  return adjacencyOf(
    adjacency.size,
    [...edgesOf(adjacency)].filter(([from, to]) => keep(from, to)),
  );
}

export function undirected(adjacency: Adjacency): Adjacency {
  return adjacencyOf(adjacency.size, bothWays(adjacency));
}

function* backwards(adjacency: Adjacency): Generator<[number, number]> {
  for (const [from, to] of edgesOf(adjacency)) {
    yield [to, from];
  }
}

function* bothWays(adjacency: Adjacency): Generator<[number, number]> {
  for (const [from, to] of edgesOf(adjacency)) {
    yield [from, to];
    yield [to, from];
  }
}
