import { DependencyGraph } from '../graph/DependencyGraph';
import { Components } from '../graph/stronglyConnectedComponents';
import { chooseLimit } from './chooseLimit';
import {
  AllowedTime,
  compose,
  LatencyComposition,
  repeated,
  Spending,
  timeOfLimit,
} from './LatencyComposition';

/** How long everything may take in one environment, as far as one percentile is concerned. */
export class LatencyTimes {
  /** Of what has no limit of its own: what it calls takes that long at least. */
  readonly #times = new Map<number, AllowedTime>();
  readonly #graph: DependencyGraph;
  readonly #environment: string;
  readonly #quantile: number;

  /**
   * @param calls - the strongly connected components of the graph's calls.
   */
  constructor(
    graph: DependencyGraph,
    calls: Components,
    scope: { environment: string; quantile: number },
  ) {
    this.#graph = graph;
    this.#environment = scope.environment;
    this.#quantile = scope.quantile;
    // A component comes after all those that it calls. What calls itself in a circle has no time.
    for (const [first, ...others] of calls.members) {
      if (others.length === 0 && this.limitOf(first) === undefined) {
        this.#times.set(first, this.composition(first));
      }
    }
  }

  limitOf(node: number) {
    return chooseLimit(
      this.#graph.entities[node].latencyLimits,
      this.#environment,
      this.#quantile,
    );
  }

  /** What the calls of one request to a node may take. */
  composition(node: number): LatencyComposition {
    const spendings: Spending[] = [];
    for (const call of this.#graph.entities[node].synchronous ?? []) {
      const called = this.#graph.nodeOf(call.entityRef);
      if (called !== undefined) {
        const limit = this.limitOf(called);
        const time = limit
          ? timeOfLimit(limit, this.#quantile)
          : this.#times.get(called);
        spendings.push({
          ...repeated(time ?? compose([]), call.calls),
          node: called,
          calls: call.calls,
          ...(call.parallel !== undefined && { parallel: call.parallel }),
          ...(limit && { limit }),
        });
      }
    }
    return compose(spendings);
  }

  /** Whose limits are in a composition: what is called, and through whoever has no limit, what that calls. */
  reached(node: number): Set<number> {
    const found = new Set([node]);
    for (const next of found) {
      if (next === node || this.limitOf(next) === undefined) {
        for (const { entityRef } of this.#graph.entities[next].synchronous ??
          []) {
          const called = this.#graph.nodeOf(entityRef);
          if (called !== undefined) {
            found.add(called);
          }
        }
      }
    }
    return found;
  }
}
