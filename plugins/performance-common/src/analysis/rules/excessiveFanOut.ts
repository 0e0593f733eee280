import { RiskGrade } from '../../model';
import { degreeOf, followersOf } from '../graph/Adjacency';
import { DependencyGraph } from '../graph/DependencyGraph';
import { tailAmplification } from '../tailAmplification';
import { nameOf, percent, titleOf } from '../words';
import { Drawing } from './Drawing';
import {
  Candidate,
  refsOf,
  Rule,
  SYNCHRONOUS_CALLS_WOULD_TELL,
} from './Ruling';

const MAX_DRAWN = 40;

/** Entities that depend on many others, or make many synchronous calls for one request. */
export const excessiveFanOut: Rule = {
  rule: 'excessive-fan-out',
  title: 'Excessive fan-out',
  describe: ({ fanOut, callsPerRequest }) =>
    `Entities that depend directly on ${fanOut} or more others, or make ${callsPerRequest} or more synchronous calls for one request. Libraries aren't counted.`,
  find: (graph, { fanOut, callsPerRequest }) => {
    const candidates: Candidate[] = [];
    const silent: string[] = [];
    for (const [node, { entityRef, synchronous }] of graph.entities.entries()) {
      const dependencies = degreeOf(graph.dependencies, node);
      const calls = callsOf(graph, node);
      const excess = Math.max(dependencies / fanOut, calls / callsPerRequest);
      if (excess >= 1) {
        candidates.push({
          heart: entityRef,
          severity: severityOf(excess),
          likelihood: calls >= callsPerRequest ? 'high' : 'medium',
          weight: excess,
          describe: () =>
            describe(
              graph,
              { node, dependencies, calls },
              fanOut,
              callsPerRequest,
            ),
        });
      } else if (!synchronous && dependencies > 0) {
        silent.push(entityRef);
      }
    }
    return {
      candidates,
      unknowns: [
        {
          code: 'no-synchronous-calls',
          reason: `How many synchronous calls they make for one request isn't said. ${SYNCHRONOUS_CALLS_WOULD_TELL}`,
          entityRefs: silent,
        },
      ],
    };
  },
};

function callsOf({ entities }: DependencyGraph, node: number): number {
  return (entities[node].synchronous ?? []).reduce(
    (sum, { calls }) => sum + calls,
    0,
  );
}

export function severityOf(excess: number): RiskGrade {
  return excess >= 2 ? 'high' : 'medium';
}

function describe(
  graph: DependencyGraph,
  fan: { node: number; dependencies: number; calls: number },
  fanOut: number,
  callsPerRequest: number,
): ReturnType<Candidate['describe']> {
  const { node, dependencies, calls } = fan;
  const entity = graph.entities[node];
  const texts = [
    `${nameOf(
      entity,
    )} depends directly on ${dependencies} others; it is proposed from ${fanOut} on.`,
  ];
  const numbers: Record<string, number> = { dependencies };
  if (entity.synchronous) {
    const tailAtP95 = tailAmplification([{ alpha: 0.05, calls }]);
    const tailAtP99 = tailAmplification([{ alpha: 0.01, calls }]);
    Object.assign(numbers, { calls, tailAtP95, tailAtP99 });
    texts.push(
      `One request makes ${calls} synchronous calls; it is proposed from ${callsPerRequest} on. Were each beyond its p99 once in a hundred, independently of the others, ${percent(
        tailAtP99,
      )} of the requests would meet at least one slow call (1 − 0.99^${calls}), and ${percent(
        tailAtP95,
      )} one beyond its p95 (1 − 0.95^${calls}).`,
    );
  } else {
    texts.push(
      `How many synchronous calls it makes for one request isn't said. ${SYNCHRONOUS_CALLS_WOULD_TELL}`,
    );
  }
  const drawing = new Drawing(graph).node(node, { emphasis: true });
  const drawn = [...followersOf(graph.dependencies, node)].slice(0, MAX_DRAWN);
  for (const dependency of drawn) {
    const called = entity.synchronous?.find(
      ({ entityRef }) => entityRef === graph.entities[dependency].entityRef,
    );
    drawing.edge(node, dependency, {
      emphasis: called !== undefined,
      note: called && called.calls > 1 ? `× ${called.calls}` : undefined,
    });
  }
  return {
    entityRef: entity.entityRef,
    affected: [
      entity.entityRef,
      ...refsOf(drawn.map(each => graph.entities[each])),
    ],
    core: [entity.entityRef],
    title: `${titleOf(entity)} fans out to ${
      calls >= callsPerRequest
        ? `${calls} calls for one request`
        : `${dependencies} dependencies`
    }`,
    category: 'fan-out',
    explanation: texts.join('\n\n'),
    recommendation:
      'Ask for many things by one call, keep copies of what is read often, leave out what the answer can do without once time is up, and send a second request where one takes too long.',
    graph: drawing.toGraph(),
    numbers,
  };
}
