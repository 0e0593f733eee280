import { followersOf } from '../graph/Adjacency';
import { DependencyGraph } from '../graph/DependencyGraph';
import { count, nameOf, titleOf } from '../words';
import { Drawing } from './Drawing';
import { directDependents } from './nearest';
import { Candidate, isOfType, refsOf, Rule } from './Ruling';

/** Databases that entities of different owners use directly. */
export const sharedDatabases: Rule = {
  rule: 'shared-database',
  title: 'Databases shared by owners',
  describe: ({ sharedDatabaseOwners, databaseTypes }) =>
    `Resources of the type ${databaseTypes.join(
      ' or ',
    )} that entities of ${sharedDatabaseOwners} or more different owners use directly.`,
  find: (graph, { sharedDatabaseOwners, databaseTypes }) => {
    const candidates: Candidate[] = [];
    const ownerless = new Set<string>();
    for (const [node, entity] of graph.entities.entries()) {
      if (entity.kind === 'resource' && isOfType(entity, databaseTypes)) {
        const users = [...followersOf(graph.dependents, node)].map(
          user => graph.entities[user],
        );
        const owners = new Set(users.flatMap(({ owner }) => owner ?? []));
        if (owners.size >= sharedDatabaseOwners) {
          const isCritical = users.some(({ tier }) => tier === 1);
          candidates.push({
            heart: entity.entityRef,
            severity:
              isCritical || owners.size > sharedDatabaseOwners
                ? 'high'
                : 'medium',
            likelihood: 'medium',
            weight: owners.size,
            describe: () =>
              describe(graph, node, owners.size, sharedDatabaseOwners),
          });
        } else if (users.length >= sharedDatabaseOwners) {
          for (const { entityRef, owner } of users) {
            if (owner === undefined) {
              ownerless.add(entityRef);
            }
          }
        }
      }
    }
    return {
      candidates,
      unknowns: [
        {
          code: 'no-owner',
          reason:
            'They use a database together with others and have no owner (`spec.owner`), so that it can’t be told whether different owners share it.',
          entityRefs: [...ownerless].sort(),
        },
      ],
    };
  },
};

function describe(
  graph: DependencyGraph,
  node: number,
  owners: number,
  threshold: number,
): ReturnType<Candidate['describe']> {
  const entity = graph.entities[node];
  const users = directDependents(graph, node);
  const withoutOwner = users.filter(
    user => graph.entities[user].owner === undefined,
  ).length;
  const drawing = new Drawing(graph).node(node, { emphasis: true });
  for (const user of users) {
    drawing.edge(user, node, { emphasis: true });
  }
  return {
    entityRef: entity.entityRef,
    affected: [
      entity.entityRef,
      ...refsOf(users.map(user => graph.entities[user])),
    ],
    // Who else uses it is nothing that one may know by seeing the database.
    core: [entity.entityRef],
    title: `${titleOf(entity)} is shared by ${owners} owners`,
    category: 'shared-database',
    explanation: `${nameOf(entity)} is used directly by ${count(
      users.length,
      'entity',
      'entities',
    )} of ${owners} different owners${
      withoutOwner > 0 ? `, and ${withoutOwner} of them have no owner` : ''
    }; it is proposed from ${threshold} owners on. A slow query, a lock or a full connection pool of one slows all of them, and nobody can change the schema alone.`,
    recommendation:
      'Give it to one owner, behind an API that the others use; or give each its own schema, with connections and load limited for each.',
    graph: drawing.toGraph(),
    numbers: { owners, users: users.length, usersWithoutOwner: withoutOwner },
  };
}
