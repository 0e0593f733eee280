import { InputError, stringifyError } from '@backstage/errors';
import {
  evaluateFilterPredicate,
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { EntityFact, EntitySelector, Exemption, Layer } from '../model';

const parsedPredicates = new WeakMap<object, FilterPredicate>();

/**
 * `evaluateFilterPredicate` doesn't reject what it doesn't know, and an unknown operator under
 * `$not` would match everything; so every predicate is parsed before its first use.
 */
function parsePredicate(predicate: FilterPredicate): FilterPredicate {
  const cached =
    typeof predicate === 'object' ? parsedPredicates.get(predicate) : undefined;
  if (cached !== undefined) {
    return cached;
  }
  let parsed: FilterPredicate;
  try {
    parsed = parseFilterPredicate(predicate);
  } catch (error) {
    throw new InputError(
      `Not a filter predicate: ${stringifyError(error)}`,
      error,
    );
  }
  if (typeof predicate === 'object') {
    parsedPredicates.set(predicate, parsed);
  }
  return parsed;
}

/** Whether an entity is the one a layer belongs to, or contained in it. */
export function isInLayer(layer: Layer, fact: EntityFact): boolean {
  const { entityRef } = layer;
  switch (layer.kind) {
    case 'org':
      return true;
    case 'domain':
      return entityRef !== undefined && fact.domains.includes(entityRef);
    case 'system':
      return entityRef !== undefined && fact.system === entityRef;
    default:
      return (
        fact.entityRef === entityRef ||
        (fact.entity.relations ?? []).some(
          relation =>
            relation.type === 'partOf' && relation.targetRef === entityRef,
        )
      );
  }
}

/**
 * Whether a selector is about an entity. Without an `entity` predicate it is about Components, but
 * in a component's own layer about whatever that layer holds.
 *
 * @throws InputError if the predicate is not one.
 */
export function selects(
  selector: EntitySelector | undefined,
  layer: Layer,
  fact: EntityFact,
): boolean {
  if (selector?.entity !== undefined) {
    if (!matchesPredicate(selector, fact)) {
      return false;
    }
  } else if (
    layer.kind !== 'component' &&
    fact.entity.kind.toLowerCase() !== 'component'
  ) {
    return false;
  }
  return selector === undefined || matchesRelations(selector, fact);
}

/** Whether an exemption is about an entity that the definition itself is about. */
export function exempts(selector: EntitySelector, fact: EntityFact): boolean {
  return matchesPredicate(selector, fact) && matchesRelations(selector, fact);
}

/**
 * Why an entity is exempt from a definition that is about it, if it is.
 *
 * @public
 */
export function exemptionOf(
  definition: { spec: { exempt?: Exemption[] } },
  fact: EntityFact,
): string | undefined {
  return definition.spec.exempt?.find(({ when }) => exempts(when, fact))
    ?.reason;
}

/**
 * Whether a filter predicate holds for the raw entity.
 *
 * @throws InputError if the predicate is not one.
 */
export function matchesEntity(
  predicate: FilterPredicate,
  fact: EntityFact,
): boolean {
  return evaluateFilterPredicate(parsePredicate(predicate), fact.entity);
}

function matchesPredicate(selector: EntitySelector, fact: EntityFact): boolean {
  return selector.entity === undefined || matchesEntity(selector.entity, fact);
}

function matchesRelations(selector: EntitySelector, fact: EntityFact): boolean {
  const { owner, system, domain, tag, lifecycle } = selector;
  return (
    (!owner || owner.some(ref => fact.owners.includes(ref))) &&
    (!system || (fact.system !== undefined && system.includes(fact.system))) &&
    (!domain || domain.some(ref => fact.domains.includes(ref))) &&
    (!tag || tag.some(name => fact.entity.metadata.tags?.includes(name))) &&
    (!lifecycle || lifecycle.some(name => fact.entity.spec?.lifecycle === name))
  );
}
