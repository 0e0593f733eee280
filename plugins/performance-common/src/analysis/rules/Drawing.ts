import { AnalysisGraph } from '../../model';
import { Adjacency, followersOf } from '../graph/Adjacency';
import { DependencyGraph } from '../graph/DependencyGraph';

/** Collects what to draw; each node and edge once. */
export class Drawing {
  readonly #graph: DependencyGraph;
  readonly #nodes = new Map<number, { emphasis: boolean; note?: string }>();
  readonly #edges = new Map<
    string,
    { from: number; to: number; emphasis: boolean; note?: string }
  >();

  constructor(graph: DependencyGraph) {
    this.#graph = graph;
  }

  node(node: number, look: { emphasis?: boolean; note?: string } = {}): this {
    const known = this.#nodes.get(node);
    this.#nodes.set(node, {
      emphasis: look.emphasis || known?.emphasis || false,
      note: look.note ?? known?.note,
    });
    return this;
  }

  /** An edge and both its ends. */
  edge(
    from: number,
    to: number,
    look: { emphasis?: boolean; note?: string } = {},
  ): this {
    this.node(from).node(to);
    const key = `${from} ${to}`;
    const known = this.#edges.get(key);
    this.#edges.set(key, {
      from,
      to,
      emphasis: look.emphasis || known?.emphasis || false,
      note: look.note ?? known?.note,
    });
    return this;
  }

  /** All steps of a path, emphasised. */
  path(nodes: number[]): this {
    for (const [index, node] of nodes.entries()) {
      this.node(node, { emphasis: true });
      if (index > 0) {
        this.edge(nodes[index - 1], node, { emphasis: true });
      }
    }
    return this;
  }

  /** The edges between nodes that are drawn already. */
  connect(adjacency: Adjacency): this {
    for (const from of [...this.#nodes.keys()]) {
      for (const to of followersOf(adjacency, from)) {
        if (this.#nodes.has(to)) {
          this.edge(from, to);
        }
      }
    }
    return this;
  }

  toGraph(): AnalysisGraph {
    const { entities, calls } = this.#graph;
    return {
      nodes: [...this.#nodes].map(([node, { emphasis, note }]) => ({
        entityRef: entities[node].entityRef,
        ...(emphasis && { emphasis }),
        ...(note !== undefined && { note }),
      })),
      edges: [...this.#edges.values()].map(({ from, to, emphasis, note }) => ({
        from: entities[from].entityRef,
        to: entities[to].entityRef,
        ...(emphasis && { emphasis }),
        ...(note !== undefined && { note }),
        ...(entities[from].synchronous && {
          synchronous: followersOf(calls, from).includes(to),
        }),
      })),
    };
  }
}
