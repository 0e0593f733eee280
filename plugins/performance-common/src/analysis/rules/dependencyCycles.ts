import { RiskGrade } from '../../model';
import { DependencyGraph } from '../graph/DependencyGraph';
import { shortestPath } from '../graph/shortestPath';
import { stronglyConnectedComponents } from '../graph/stronglyConnectedComponents';
import { count, nameOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import {
  Candidate,
  refsOf,
  Rule,
  SYNCHRONOUS_CALLS_WOULD_TELL,
} from './Ruling';

/** Larger groups are drawn by their shortest cycle alone, and searched for it from so many of their members. */
const MAX_DRAWN = 40;

type Waiting = 'yes' | 'no' | 'unknown';

const SEVERITIES: Record<Waiting, RiskGrade> = {
  yes: 'high',
  unknown: 'medium',
  no: 'low',
};

const WAITING_TEXTS: Record<Waiting, string> = {
  yes: 'Some of them wait for each other in a circle: one slow answer fills the pools of all of them, and retries multiply around the cycle.',
  no: 'They don’t wait for each other in a circle, as their synchronous calls say.',
  unknown:
    'Whether they wait for each other in a circle isn’t known, as not all of them say what they call synchronously.',
};

/** Strongly connected components of more than one entity, libraries included. */
export const dependencyCycles: Rule = {
  rule: 'dependency-cycle',
  title: 'Dependency cycles',
  describe: () =>
    'Entities that depend on each other in a circle; each strongly connected component of the graph of dependencies is one.',
  find: graph => {
    const groups = stronglyConnectedComponents(graph.declared).members.filter(
      ({ length }) => length > 1,
    );
    const calls = stronglyConnectedComponents(graph.calls);
    const isInCallCycle = (node: number) =>
      calls.members[calls.componentOf[node]].length > 1;
    const silent: string[] = [];
    const candidates = groups.map(group => {
      const entities = group.map(node => graph.entities[node]);
      const isSilent = entities.some(({ synchronous }) => !synchronous);
      let waiting: Waiting = isSilent ? 'unknown' : 'no';
      if (group.some(isInCallCycle)) {
        waiting = 'yes';
      } else if (isSilent) {
        silent.push(
          ...refsOf(entities.filter(({ synchronous }) => !synchronous)),
        );
      }
      return {
        heart: refsOf(entities).join(','),
        severity: SEVERITIES[waiting],
        likelihood: 'medium' as const,
        weight: group.length,
        describe: () => describe(graph, group, waiting),
      };
    });
    return {
      candidates,
      unknowns: [
        {
          code: 'no-synchronous-calls',
          reason: `They are in a cycle, and whether its members wait for each other isn't said. ${SYNCHRONOUS_CALLS_WOULD_TELL}`,
          entityRefs: silent,
        },
      ],
    };
  },
};

function describe(
  graph: DependencyGraph,
  group: number[],
  waiting: Waiting,
): ReturnType<Candidate['describe']> {
  const cycle = shortestCycle(graph, group);
  const entities = cycle.map(node => graph.entities[node]);
  const drawing = new Drawing(graph).path(cycle);
  if (group.length <= MAX_DRAWN) {
    for (const node of group) {
      drawing.node(node);
    }
    drawing.connect(graph.declared);
  }
  const refs = refsOf(group.map(node => graph.entities[node]));
  return {
    entityRef: refs[0],
    affected: refs,
    core: refs,
    title: `${group
      .slice(0, 3)
      .map(node => titleOf(graph.entities[node]))
      .join(', ')}${
      group.length > 3 ? ` and ${group.length - 3} more` : ''
    } depend on each other in a circle`,
    category: 'dependency-cycle',
    explanation: [
      `${count(
        group.length,
        'entity',
        'entities',
      )} reach each other along their dependencies, so that none can be changed, started or tested without the others. The shortest cycle has ${
        cycle.length - 1
      } steps: ${entities.map(nameOf).join(' → ')}.`,
      WAITING_TEXTS[waiting],
    ].join('\n\n'),
    recommendation:
      'Take out one of the dependencies: by an event in place of a call, by moving what both need into a third, or by making one of two.',
    graph: drawing.toGraph(),
    numbers: { entities: group.length, shortestCycle: cycle.length - 1 },
  };
}

/** Of a large group, the shortest of those through its first members. */
function shortestCycle(graph: DependencyGraph, group: number[]): number[] {
  const members = new Set(group);
  let shortest: number[] | undefined;
  for (const node of group.slice(0, MAX_DRAWN)) {
    const cycle = shortestPath(graph.declared, node, node, next =>
      members.has(next),
    );
    if (cycle && (!shortest || cycle.length < shortest.length)) {
      shortest = cycle;
    }
  }
  return shortest ?? group;
}
