import { AnalysedEntity } from '../../model';
import { Adjacency, adjacencyOf, filteredEdges, reversed } from './Adjacency';
import {
  Components,
  stronglyConnectedComponents,
} from './stronglyConnectedComponents';
import { countDependents } from './countDependents';

/** Of tier 1, of tier 2, of another tier, of none that is known. */
const TIER_CLASSES = 4;

/** What depends on an entity, directly or not. */
export interface Dependents {
  all: number;
  ofTier1: number;
  ofTier2: number;
  withoutTier: number;
}

/** The entities as a graph; nodes are in the order of refs, so that the same catalog gives the same answers. */
export class DependencyGraph {
  readonly entities: readonly AnalysedEntity[];
  /** From an entity to what it depends on, libraries included. */
  readonly declared: Adjacency;
  /** From an entity to what it depends on while it runs: no library is in it. */
  readonly dependencies: Adjacency;
  /** From an entity to what depends on it. */
  readonly dependents: Adjacency;
  readonly components: Components;
  /** From an entity to what it waits for, as far as that is said. */
  readonly calls: Adjacency;
  readonly #nodes: ReadonlyMap<string, number>;
  readonly #dependentsByClass: Uint32Array[];

  constructor(
    entities: readonly AnalysedEntity[],
    isLibrary: (entity: AnalysedEntity) => boolean,
  ) {
    this.entities = [...entities].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    );
    this.#nodes = new Map(
      this.entities.map(({ entityRef }, node) => [entityRef, node]),
    );
    this.declared = this.#adjacency(({ dependsOn }) => dependsOn);
    const libraries = new Set(
      [...this.entities.keys()].filter(node => isLibrary(this.entities[node])),
    );
    this.dependencies = filteredEdges(
      this.declared,
      (from, to) => !libraries.has(from) && !libraries.has(to),
    );
    this.dependents = reversed(this.dependencies);
    this.components = stronglyConnectedComponents(this.dependencies);
    this.calls = this.#adjacency(({ synchronous = [] }) =>
      synchronous.map(({ entityRef }) => entityRef),
    );
    this.#dependentsByClass = countDependents(
      this.dependencies,
      this.components,
      Uint8Array.from(this.entities, tierClassOf),
      TIER_CLASSES,
    );
  }

  get size(): number {
    return this.entities.length;
  }

  get relations(): number {
    return this.dependencies.targets.length;
  }

  /** undefined where there is no such entity. */
  nodeOf(entityRef: string): number | undefined {
    return this.#nodes.get(entityRef);
  }

  dependentsOf(node: number): Dependents {
    const [ofTier1, ofTier2, others, withoutTier] = this.#dependentsByClass.map(
      counts => counts[node],
    );
    return {
      all: ofTier1 + ofTier2 + others + withoutTier,
      ofTier1,
      ofTier2,
      withoutTier,
    };
  }

  #adjacency(refsOf: (entity: AnalysedEntity) => string[]): Adjacency {
    const edges: [number, number][] = [];
    for (const [from, entity] of this.entities.entries()) {
      for (const ref of refsOf(entity)) {
        const to = this.#nodes.get(ref);
        if (to !== undefined) {
          edges.push([from, to]);
        }
      }
    }
    return adjacencyOf(this.size, edges);
  }
}

function tierClassOf({ tier }: AnalysedEntity): number {
  if (tier === undefined) {
    return 3;
  }
  return Math.min(tier, 3) - 1;
}
