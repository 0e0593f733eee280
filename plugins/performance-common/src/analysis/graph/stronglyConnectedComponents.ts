import { Adjacency } from './Adjacency';

/** Groups of nodes each of which reaches every other of its group. */
export interface Components {
  /** Nodes of each, ascending. A component comes after all those that it reaches. */
  members: number[][];
  /** The component of each node. */
  componentOf: Uint32Array;
}

/**
 * R. Tarjan: Depth-first search and linear graph algorithms. SIAM Journal on Computing 1 (2), 1972, 146–160,
 * with a stack of its own in place of recursion. O(nodes + edges).
 */
export function stronglyConnectedComponents({
  size,
  offsets,
  targets,
}: Adjacency): Components {
  const members: number[][] = [];
  const componentOf = new Uint32Array(size);
  /** 0 is not visited yet. */
  const visitedAt = new Uint32Array(size);
  const lowLink = new Uint32Array(size);
  const isOpen = new Uint8Array(size);
  const nextEdge = offsets.slice(0, size);
  const open: number[] = [];
  const path: number[] = [];
  let time = 0;

  const visit = (node: number) => {
    time += 1;
    visitedAt[node] = time;
    lowLink[node] = time;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };

  const leave = (node: number) => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) {
      lowLink[parent] = Math.min(lowLink[parent], lowLink[node]);
    }
    if (lowLink[node] === visitedAt[node]) {
      const component = open.splice(open.lastIndexOf(node));
      for (const member of component) {
        isOpen[member] = 0;
        componentOf[member] = members.length;
      }
      members.push(component.sort((a, b) => a - b));
    }
  };

  for (let start = 0; start < size; start++) {
    if (visitedAt[start] === 0) {
      visit(start);
    }
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (nextEdge[node] === offsets[node + 1]) {
        leave(node);
      } else {
        const target = targets[nextEdge[node]];
        nextEdge[node] += 1;
        if (visitedAt[target] === 0) {
          visit(target);
        } else if (isOpen[target]) {
          lowLink[node] = Math.min(lowLink[node], visitedAt[target]);
        }
      }
    }
  }
  return { members, componentOf };
}
