import { LatencyLimit, RiskGrade } from '../../model';
import { DependencyGraph } from '../graph/DependencyGraph';
import {
  Components,
  stronglyConnectedComponents,
} from '../graph/stronglyConnectedComponents';
import {
  guaranteedLevel,
  LatencyComposition,
} from '../latency/LatencyComposition';
import { LatencyTimes } from '../latency/LatencyTimes';
import { describeOverrun } from './describeOverrun';
import { Overrun } from './Overrun';
import {
  Candidate,
  Rule,
  SYNCHRONOUS_CALLS_WOULD_TELL,
  withoutSynchronousCalls,
} from './Ruling';

const RISKS: Record<
  Overrun['kind'],
  { severity: RiskGrade; likelihood: RiskGrade; rank: number }
> = {
  maximum: { severity: 'high', likelihood: 'high', rank: 2 },
  sum: { severity: 'high', likelihood: 'medium', rank: 1 },
  level: { severity: 'low', likelihood: 'medium', rank: 0 },
};

/** Differences of decimal fractions are off by less. */
const ROUNDING = 1e-9;

/** Limits along synchronous calls that don't add up to that of the caller. */
export const latencyBudgetOverruns: Rule = {
  rule: 'latency-budget-overrun',
  title: 'Latency budgets that don’t add up',
  describe: ({ levelShortfall }) =>
    `Entities that may be slower than their own limit while all that they wait for keep theirs: the sum of those limits is larger, or is guaranteed only at a level that is ${Number(
      (levelShortfall * 100).toFixed(2),
    )} points or more below.`,
  find: (graph, { levelShortfall }) => {
    const timesOf = timesByScope(
      graph,
      stronglyConnectedComponents(graph.calls),
    );
    const candidates: Candidate[] = [];
    const unlimited = new Set<number>();
    for (const [node, entity] of graph.entities.entries()) {
      const byEnvironment = new Map<string, Overrun[]>();
      if (entity.synchronous && entity.synchronous.length > 0) {
        for (const limit of entity.latencyLimits) {
          const times = timesOf(limit);
          const composition = times.composition(node);
          const kind = kindOf(limit, composition, levelShortfall);
          if (kind) {
            const overruns = byEnvironment.get(limit.environment) ?? [];
            overruns.push({ kind, node, limit, composition, times });
            byEnvironment.set(limit.environment, overruns);
          }
          if (kind === undefined || kind === 'level') {
            for (const { node: called, ...spending } of composition.spendings) {
              // What a resource takes is part of its caller's own time unless it has a limit.
              const isResource = graph.entities[called].kind === 'resource';
              if (!spending.limit && !isResource) {
                unlimited.add(called);
              }
            }
          }
        }
      }
      for (const [environment, overruns] of byEnvironment) {
        candidates.push(candidateOf(graph, environment, overruns));
      }
    }
    return {
      candidates,
      unknowns: [
        {
          code: 'no-synchronous-calls',
          reason: `They have a latency limit, and which of their dependencies they wait for isn't said. ${SYNCHRONOUS_CALLS_WOULD_TELL}`,
          entityRefs: withoutSynchronousCalls(graph).filter(
            ref =>
              graph.entities[graph.nodeOf(ref) ?? 0].latencyLimits.length > 0,
          ),
        },
        {
          code: 'no-latency-limit',
          reason:
            'They are called synchronously and have no latency limit in the environment of their caller’s, so that whether that one’s limit adds up isn’t known. Give them a budget of `http.request.duration`.',
          entityRefs: [...unlimited]
            .sort((a, b) => a - b)
            .map(node => graph.entities[node].entityRef),
        },
      ],
    };
  },
};

/** Limits of one environment and percentile are looked up for all entities at once. */
function timesByScope(graph: DependencyGraph, calls: Components) {
  const known = new Map<string, LatencyTimes>();
  return ({ environment, quantile }: LatencyLimit): LatencyTimes => {
    const key = `${quantile} ${environment}`;
    const times =
      known.get(key) ??
      new LatencyTimes(graph, calls, { environment, quantile });
    known.set(key, times);
    return times;
  };
}

function kindOf(
  limit: LatencyLimit,
  composition: LatencyComposition,
  levelShortfall: number,
): Overrun['kind'] | undefined {
  if (composition.decisive > limit.milliseconds) {
    return 'maximum';
  }
  if (composition.milliseconds > limit.milliseconds) {
    return 'sum';
  }
  const shortfall = limit.quantile - guaranteedLevel(composition);
  return composition.milliseconds > 0 &&
    shortfall > ROUNDING &&
    shortfall >= levelShortfall - ROUNDING
    ? 'level'
    : undefined;
}

function candidateOf(
  graph: DependencyGraph,
  environment: string,
  overruns: Overrun[],
): Candidate {
  overruns.sort(
    (a, b) =>
      RISKS[b.kind].rank - RISKS[a.kind].rank || excessOf(b) - excessOf(a),
  );
  const [worst] = overruns;
  const { severity, likelihood } = RISKS[worst.kind];
  return {
    heart: `${graph.entities[worst.node].entityRef}:${environment}`,
    severity,
    likelihood,
    weight: excessOf(worst),
    describe: () => describeOverrun(graph, overruns),
  };
}

function excessOf({ composition, limit }: Overrun): number {
  return composition.milliseconds / limit.milliseconds;
}
