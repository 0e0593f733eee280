import { Definition, EntityFact } from '../model';
import { isInLayer, selects } from './selectEntities';

/**
 * The definitions that are about an entity, those that exempt it included. Depends on nothing but
 * the arguments, so it may be kept per entity version and set of definitions.
 *
 * @throws InputError if a definition's filter predicate is not one.
 * @public
 */
export function applicableDefinitions(
  definitions: readonly Definition[],
  fact: EntityFact,
): Definition[] {
  return definitions.filter(
    ({ layer, spec }) =>
      isInLayer(layer, fact) && selects(spec.appliesTo, layer, fact),
  );
}
