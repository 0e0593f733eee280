import { EntityFact, Layer } from '../model';

/** Further apart than any two layers of the same kind. */
const KIND_DISTANCE = 1_000_000;

/**
 * How far in a layer is, as seen from an entity in it: 0 is the outermost. Of nested domains, the
 * parent is further out; of nested components, the entity's own layer is the innermost.
 */
export function layerRank(layer: Layer, fact: EntityFact): number {
  switch (layer.kind) {
    case 'org':
      return 0;
    case 'domain':
      return (
        KIND_DISTANCE +
        fact.domains.length -
        fact.domains.indexOf(layer.entityRef ?? '')
      );
    case 'system':
      return 2 * KIND_DISTANCE;
    default:
      return 3 * KIND_DISTANCE + Number(layer.entityRef === fact.entityRef);
  }
}
