import { InputError, stringifyError } from '@backstage/errors';
import {
  evaluateFilterPredicate,
  FilterPredicate,
  parseFilterPredicate,
} from '@backstage/filter-predicates';
import { EntityFact, EntitySelector, Exemption, Layer } from '../model';

const parsedPredicates = new WeakMap<object, FilterPredicate>();

/** More than an organisation has different ones; what is forgotten is only parsed again. */
const MAX_REMEMBERED_TEXTS = 10_000;
const predicatesByText = new Map<string, FilterPredicate>();

/** What predicates, as they are parsed, say of one entity. */
export type KnownMatches = Map<FilterPredicate, boolean>;

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
    parsed = sharedPredicate(parsed);
    parsedPredicates.set(predicate, parsed);
  }
  return parsed;
}

/** Most definitions select by the same few predicates: equal ones become one, to be asked once about an entity. */
function sharedPredicate(parsed: FilterPredicate): FilterPredicate {
  const text = JSON.stringify(parsed);
  const known = predicatesByText.get(text);
  if (known !== undefined) {
    return known;
  }
  if (predicatesByText.size >= MAX_REMEMBERED_TEXTS) {
    predicatesByText.clear();
  }
  predicatesByText.set(text, parsed);
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
 * @param known - What was found of the entity so far, and more is added to.
 * @throws InputError if the predicate is not one.
 */
export function selects(
  selector: EntitySelector | undefined,
  layer: Layer,
  fact: EntityFact,
  known?: KnownMatches,
): boolean {
  if (selector?.entity !== undefined) {
    if (!matchesEntity(selector.entity, fact, known)) {
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
  known?: KnownMatches,
): boolean {
  const parsed = parsePredicate(predicate);
  let matches = known?.get(parsed);
  if (matches === undefined) {
    matches = evaluateFilterPredicate(parsed, fact.entity);
    known?.set(parsed, matches);
  }
  return matches;
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
