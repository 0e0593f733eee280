import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { applicableDefinitions } from '../../evaluation/applicableDefinitions';
import { exemptionOf } from '../../evaluation/selectEntities';
import { EntityFact, SloDefinition } from '../../model';

/**
 * An SLO, of one entity where it is a template.
 *
 * @public
 */
export interface SloOfEntity {
  slo: SloDefinition;
  /** Whose fields its queries may hold. */
  entity?: Entity;
}

/** The ref of the entity, if there is one. */
export function entityRefOf({ entity }: SloOfEntity): string | undefined {
  return entity && stringifyEntityRef(entity);
}

/**
 * SLOs as rules are written of them: each once, templates once for every entity that they are about and
 * don't exempt. A template that is about none of the entities stays without one.
 *
 * @public
 */
export function slosOfEntities(
  slos: readonly SloDefinition[],
  entities: readonly EntityFact[],
): SloOfEntity[] {
  return slos.flatMap((slo): SloOfEntity[] => {
    if (!isTemplate(slo)) {
      return [{ slo }];
    }
    const about = entities.filter(
      fact =>
        applicableDefinitions([slo], fact).length > 0 &&
        exemptionOf(slo, fact) === undefined,
    );
    return about.length > 0
      ? about.map(({ entity }) => ({ slo, entity }))
      : [{ slo }];
  });
}

/** With `appliesTo`, or queries that hold fields of an entity. */
function isTemplate({ spec }: SloDefinition): boolean {
  return (
    spec.appliesTo !== undefined ||
    /\{\{\s*entity\b/.test(JSON.stringify([spec.indicator, spec.objectives]))
  );
}
