import { degreeOf, reversed } from '../graph/Adjacency';
import { DependencyGraph } from '../graph/DependencyGraph';
import { longestPaths } from '../graph/longestPaths';
import { stronglyConnectedComponents } from '../graph/stronglyConnectedComponents';
import { tailAmplification } from '../tailAmplification';
import { nameOf, percent, titleOf } from '../words';
import { Drawing } from './Drawing';
import {
  Candidate,
  refsOf,
  Rule,
  SYNCHRONOUS_CALLS_WOULD_TELL,
  withoutSynchronousCalls,
} from './Ruling';

/** The longest path of synchronous calls from each entity that nobody calls. */
export const longCallChains: Rule = {
  rule: 'long-call-chain',
  title: 'Long chains of synchronous calls',
  describe: ({ chainCalls }) =>
    `Chains of ${chainCalls} or more synchronous calls, each made while the one before waits; the longest of each entry point.`,
  find: (graph, { chainCalls }) => {
    const components = stronglyConnectedComponents(graph.calls);
    const paths = longestPaths(graph.calls, components);
    const callers = reversed(graph.calls);
    const candidates: Candidate[] = [];
    for (const [component, nodes] of components.members.entries()) {
      const isEntry = nodes.length === 1 && degreeOf(callers, nodes[0]) === 0;
      const calls = paths.lengths[component];
      if (isEntry && calls >= chainCalls) {
        candidates.push({
          heart: graph.entities[nodes[0]].entityRef,
          severity: calls >= 2 * chainCalls ? 'high' : 'medium',
          likelihood: 'medium',
          weight: calls,
          describe: () =>
            describe(graph, paths.pathFrom(component), calls, chainCalls),
        });
      }
    }
    return {
      candidates,
      unknowns: [
        {
          code: 'no-synchronous-calls',
          reason: `Which of their dependencies they wait for isn't said, so that chains of calls end there. ${SYNCHRONOUS_CALLS_WOULD_TELL}`,
          entityRefs: withoutSynchronousCalls(graph),
        },
      ],
    };
  },
};

function describe(
  graph: DependencyGraph,
  path: number[],
  calls: number,
  threshold: number,
): ReturnType<Candidate['describe']> {
  const entities = path.map(node => graph.entities[node]);
  const [start] = entities;
  const end = entities[entities.length - 1];
  const refs = [...new Set(refsOf(entities))];
  const tailAtP99 = tailAmplification([{ alpha: 0.01, calls }]);
  const texts = [
    `A request to ${nameOf(
      start,
    )} waits for ${calls} calls, each made while the one before waits: ${entities
      .map(nameOf)
      .join(' → ')}. It is proposed from ${threshold} on.`,
    `The latencies of all of them add up. Were each slow for one request in a hundred, ${percent(
      tailAtP99,
    )} of the requests would meet at least one slow call: 1 − 0.99^${calls}.`,
  ];
  if (!end.synchronous && end.dependsOn.length > 0) {
    texts.push(
      `What ${nameOf(
        end,
      )} waits for isn't said, so that the chain may go on there.`,
    );
  }
  return {
    entityRef: start.entityRef,
    affected: refs,
    core: refs,
    title: `A request to ${titleOf(start)} waits for ${calls} calls in a row`,
    category: 'long-call-chain',
    explanation: texts.join('\n\n'),
    recommendation:
      'Shorten the chain: keep a copy of what is read often, make calls at once that don’t need each other, answer before the work is done where the caller needn’t know the outcome, or join two services that are always called together.',
    graph: new Drawing(graph).path(path).toGraph(),
    numbers: { calls, tailAtP99 },
  };
}
