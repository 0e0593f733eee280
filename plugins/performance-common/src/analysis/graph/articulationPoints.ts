import { Adjacency } from './Adjacency';

/**
 * Nodes without which a connected part of the graph falls into pieces.
 *
 * J. Hopcroft, R. Tarjan: Algorithm 447: efficient algorithms for graph manipulation. Communications of the ACM
 * 16 (6), 1973, 372–378, with a stack of its own in place of recursion. O(nodes + edges).
 *
 * @param graph - with every edge in both directions.
 * @returns the sizes of the pieces that each leaves, largest first.
 */
export function articulationPoints({
  size,
  offsets,
  targets,
}: Adjacency): Map<number, number[]> {
  const pieces = new Map<number, number[]>();
  /** 0 is not visited yet. */
  const visitedAt = new Uint32Array(size);
  const low = new Uint32Array(size);
  const parent = new Int32Array(size).fill(-1);
  const subtree = new Uint32Array(size).fill(1);
  const nextEdge = offsets.slice(0, size);
  let time = 0;

  const addPiece = (node: number, nodes: number) => {
    const known = pieces.get(node);
    if (known) {
      known.push(nodes);
    } else {
      pieces.set(node, [nodes]);
    }
  };

  for (let root = 0; root < size; root++) {
    if (visitedAt[root] > 0) {
      continue;
    }
    const path = [root];
    const part = [root];
    time += 1;
    visitedAt[root] = time;
    low[root] = time;
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (nextEdge[node] < offsets[node + 1]) {
        const target = targets[nextEdge[node]];
        nextEdge[node] += 1;
        if (visitedAt[target] === 0) {
          time += 1;
          visitedAt[target] = time;
          low[target] = time;
          parent[target] = node;
          path.push(target);
          part.push(target);
        } else if (target !== parent[node]) {
          low[node] = Math.min(low[node], visitedAt[target]);
        }
      } else {
        path.pop();
        const above = parent[node];
        if (above >= 0) {
          low[above] = Math.min(low[above], low[node]);
          subtree[above] += subtree[node];
          if (low[node] >= visitedAt[above]) {
            addPiece(above, subtree[node]);
          }
        }
      }
    }
    concludePart(part, root, pieces);
  }
  return pieces;
}

/** What is left above a node is a piece, too; a root has nothing above it, and one piece below it is all. */
function concludePart(
  part: number[],
  root: number,
  pieces: Map<number, number[]>,
): void {
  for (const node of part) {
    const below = pieces.get(node);
    if (below && node === root && below.length === 1) {
      pieces.delete(node);
    } else if (below) {
      const cutOff = below.reduce((sum, nodes) => sum + nodes, 0);
      const rest = part.length - 1 - cutOff;
      if (rest > 0) {
        below.push(rest);
      }
      below.sort((a, b) => b - a);
    }
  }
}
