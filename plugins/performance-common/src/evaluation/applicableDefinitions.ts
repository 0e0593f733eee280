import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Definition, EntityFact, SloDefinition, SloSpec } from '../model';
import { isInLayer, KnownMatches, selects } from './selectEntities';

const SERVICE_CONTEXT = {
  defaultKind: 'component',
  defaultNamespace: 'default',
};

const serviceRefs = new WeakMap<SloSpec, string>();

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
  const known: KnownMatches = new Map();
  return definitions.filter(definition =>
    definition.kind === 'SLO'
      ? isSloAbout(definition, fact, known)
      : isInLayer(definition.layer, fact) &&
        selects(definition.spec.appliesTo, definition.layer, fact, known),
  );
}

/**
 * An SLO without `appliesTo` is about its service: the component whose file it is in, or else the entity it
 * names, a component unless it says otherwise. With it, it is a template. In the organisation's layer one
 * of them is needed.
 */
function isSloAbout(
  { layer, spec }: SloDefinition,
  fact: EntityFact,
  known: KnownMatches,
): boolean {
  const { appliesTo, service } = spec;
  if (!isInLayer(layer, fact)) {
    return false;
  }
  if (!appliesTo && layer.kind === 'component') {
    return fact.entityRef === layer.entityRef;
  }
  if (!appliesTo && service !== undefined) {
    return fact.entityRef === serviceRef(spec, service);
  }
  // Not everybody's: whoever writes no template means one service.
  return (
    (appliesTo !== undefined || layer.kind !== 'org') &&
    selects(appliesTo, layer, fact, known)
  );
}

function serviceRef(spec: SloSpec, service: string): string {
  let ref = serviceRefs.get(spec);
  if (ref === undefined) {
    ref = stringifyEntityRef(parseEntityRef(service, SERVICE_CONTEXT));
    serviceRefs.set(spec, ref);
  }
  return ref;
}
