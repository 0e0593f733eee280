import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';

/** More of what an entity depends on isn't of interest on its page. */
const MAX_DEPENDENCIES = 50;

/** Refs of what an entity depends on itself: of an API, also of what provides it. */
export async function dependenciesOf(
  entity: ProjectedEntity,
  entities: Pick<EntityStore, 'getByRef'>,
): Promise<string[]> {
  const direct = targetsOf(entity, ['dependsOn', 'consumesApi']).slice(
    0,
    MAX_DEPENDENCIES,
  );
  const refs = new Set(direct);
  for (const ref of direct.filter(one => one.startsWith('api:'))) {
    const api = await entities.getByRef(ref);
    for (const provider of api ? targetsOf(api, ['apiProvidedBy']) : []) {
      refs.add(provider);
    }
  }
  refs.delete(entity.entityRef);
  return [...refs];
}

function targetsOf(
  { fact }: Pick<ProjectedEntity, 'fact'>,
  types: string[],
): string[] {
  return (fact.entity.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}
