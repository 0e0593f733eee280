import { degreeOf } from '../graph/Adjacency';
import { nameOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import { severityOf } from './excessiveFanOut';
import { affectedBy, directDependents } from './nearest';
import { Rule } from './Ruling';

const MAX_DRAWN = 40;

/** Entities that many others depend on directly. */
export const excessiveFanIn: Rule = {
  rule: 'excessive-fan-in',
  title: 'Excessive fan-in',
  describe: ({ fanIn }) =>
    `Entities that ${fanIn} or more others depend on directly. Libraries aren't counted.`,
  find: (graph, { fanIn }) => ({
    candidates: [...graph.entities.entries()]
      .map(([node, entity]) => ({
        node,
        entity,
        direct: degreeOf(graph.dependents, node),
      }))
      .filter(({ direct }) => direct >= fanIn)
      .map(({ node, entity, direct }) => ({
        heart: entity.entityRef,
        severity: severityOf(direct / fanIn),
        likelihood: 'medium',
        weight: direct,
        describe: () => {
          const { all } = graph.dependentsOf(node);
          const drawing = new Drawing(graph).node(node, {
            emphasis: true,
            note: `${direct} direct dependents`,
          });
          for (const dependent of directDependents(graph, node).slice(
            0,
            MAX_DRAWN,
          )) {
            drawing.edge(dependent, node);
          }
          return {
            entityRef: entity.entityRef,
            affected: affectedBy(graph, node),
            core: [entity.entityRef],
            title: `${direct} others depend directly on ${titleOf(entity)}`,
            category: 'capacity',
            explanation: `${direct} others depend directly on ${nameOf(
              entity,
            )}, and ${all} with those that do through others; it is proposed from ${fanIn} on. Their load adds up in it, and so do their retries when it is slow.`,
            recommendation:
              'Know the load that each of them may bring, and limit it; plan capacity for all of their peaks at once; let callers back off and break the circuit, so that a slow answer doesn’t become a storm of retries.',
            graph: drawing.toGraph(),
            numbers: { directDependents: direct, dependents: all },
          };
        },
      })),
    unknowns: [],
  }),
};
