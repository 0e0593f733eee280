import { NotFoundError } from '@backstage/errors';
import { Access } from '../access/Access';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionStore, StoredDefinition } from './DefinitionStore';

/**
 * A definition as far as the caller may see it: the organisation's is for everyone who may read
 * anything, an entity's for who may read the entity.
 *
 * @throws NotFoundError otherwise.
 */
export async function getVisibleDefinition(
  services: {
    definitionStore: Pick<DefinitionStore, 'get'>;
    entityStore: Pick<EntityStore, 'getById'>;
  },
  access: Access,
  definitionId: string,
): Promise<StoredDefinition> {
  const stored = await services.definitionStore.get(definitionId);
  const entity =
    stored?.layerEntityId === undefined
      ? undefined
      : await services.entityStore.getById(stored.layerEntityId);
  const isVisible = entity
    ? await access.allows(entity)
    : access.scope !== 'none';
  if (!stored || !isVisible) {
    throw new NotFoundError(
      `There is no definition ${definitionId} that you may see`,
    );
  }
  return stored;
}
