import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityFact } from '../model';

/**
 * Lower-cased full ref to the entity, of at least the groups, systems and domains that matter.
 *
 * @public
 */
export type EntityLookup = (entityRef: string) => Entity | undefined;

function relationTargets(entity: Entity, type: string, kind?: string) {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => stringifyEntityRef(parseEntityRef(relation.targetRef)))
    .filter(ref => !kind || ref.startsWith(`${kind}:`));
}

/** A spec field counts only where the catalog hasn't (yet) made a relation of it. */
function specTarget(entity: Entity, field: string, defaultKind: string) {
  const value = entity.spec?.[field];
  if (typeof value !== 'string' || value === '') {
    return [];
  }
  try {
    const ref = parseEntityRef(value, {
      defaultKind,
      defaultNamespace: entity.metadata.namespace ?? 'default',
    });
    return [stringifyEntityRef(ref)];
  } catch {
    return [];
  }
}

function firstKnown(...candidates: string[][]) {
  return candidates.find(refs => refs.length > 0) ?? [];
}

function isKind(entity: Entity, kind: string) {
  return entity.kind.toLocaleLowerCase('en-US') === kind;
}

/**
 * The refs one step up: owners of an entity, parents of a group, the system of a part, the domain of
 * a system, the parent of a domain.
 *
 * @public
 */
export function parentRefs(entity: Entity): {
  owners: string[];
  systems: string[];
  domains: string[];
} {
  return {
    owners: isKind(entity, 'group')
      ? firstKnown(
          relationTargets(entity, RELATION_CHILD_OF, 'group'),
          specTarget(entity, 'parent', 'group'),
        )
      : firstKnown(
          relationTargets(entity, RELATION_OWNED_BY),
          specTarget(entity, 'owner', 'group'),
        ),
    systems: isKind(entity, 'system')
      ? []
      : firstKnown(
          relationTargets(entity, RELATION_PART_OF, 'system'),
          specTarget(entity, 'system', 'system'),
        ),
    domains: firstKnown(
      relationTargets(entity, RELATION_PART_OF, 'domain'),
      specTarget(
        entity,
        isKind(entity, 'domain') ? 'subdomainOf' : 'domain',
        'domain',
      ),
    ),
  };
}

/** Breadth first, so nearest first; every ref once, so a cycle ends. */
function chain(start: string[], next: (entityRef: string) => string[]) {
  const found = new Set(start);
  for (const ref of found) {
    for (const parent of next(ref)) {
      found.add(parent);
    }
  }
  return [...found];
}

/** Leaves out what changes without the entity having changed. */
function withoutBookkeeping(entity: Entity): Entity {
  const { etag, ...metadata } = entity.metadata;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata,
    ...(entity.spec && { spec: entity.spec }),
    ...(entity.relations && {
      relations: [...entity.relations].sort((a, b) =>
        `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
      ),
    }),
  };
}

/**
 * What is known of an entity, its owner's parent groups, system and domains resolved: from its
 * relations, or from its spec where it comes straight from a file.
 *
 * @public
 */
export function resolveEntityFact(
  entity: Entity,
  lookup: EntityLookup,
): EntityFact {
  const entityRef = stringifyEntityRef(entity);
  const { owners, systems, domains } = parentRefs(entity);
  const parentsOf = (part: 'owners' | 'domains') => (ref: string) => {
    const parent = lookup(ref);
    return parent ? parentRefs(parent)[part] : [];
  };

  const system = isKind(entity, 'system') ? entityRef : systems[0];
  let nearestDomains = domains;
  if (isKind(entity, 'domain')) {
    nearestDomains = [entityRef];
  } else if (domains.length === 0 && systems.length > 0) {
    nearestDomains = parentsOf('domains')(systems[0]);
  }

  return {
    entity: withoutBookkeeping(entity),
    entityRef,
    owners: chain(owners, ref =>
      ref.startsWith('group:') ? parentsOf('owners')(ref) : [],
    ),
    ...(system && { system }),
    domains: chain(nearestDomains, parentsOf('domains')),
  };
}
