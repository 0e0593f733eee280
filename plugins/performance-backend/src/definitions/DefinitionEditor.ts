import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { Access } from '../access/Access';
import { EntityStore, ProjectedEntity } from '../catalog/EntityStore';
import { DefinitionRefresh } from './DefinitionRefresh';
import {
  DefinitionStore,
  StoredDefinition,
  WrittenDefinition,
} from './DefinitionStore';
import { layerOfEntity } from './layerOfEntity';
import { readDefinitions } from './readDefinitions';

/** What problems call a text that came through the API. */
export const API_FILE_NAME = 'definition.yaml';

/** Definitions made through the API: written, changed and retired by who may define. */
export class DefinitionEditor {
  constructor(
    private readonly options: {
      store: DefinitionStore;
      entityStore: Pick<EntityStore, 'getByRef' | 'getById'>;
      refresh: Pick<DefinitionRefresh, 'catchUp' | 'announce'>;
    },
  ) {}

  /** @returns the new definition's id. */
  async create(
    access: Access,
    input: { content: string; entityRef?: string },
  ): Promise<string> {
    const entity = await this.layerEntity(access, input.entityRef);
    const written = this.parse(access, input.content, entity);
    await this.write(access, written, entity, 'create');
    return written.definition.id;
  }

  /** Adds a version. Its name, kind and layer stay what they are. */
  async update(
    access: Access,
    definitionId: string,
    content: string,
  ): Promise<void> {
    const existing = await this.existing(access, definitionId);
    const { layer, kind, metadata } = existing.definition;
    const entity = await this.layerEntity(access, layer.entityRef);
    const written = this.parse(access, content, entity);
    if (written.definition.id !== definitionId) {
      throw new InputError(
        `The text is of ${written.definition.kind} '${written.definition.metadata.name}'; a new version of ${definitionId} is of ${kind} '${metadata.name}'`,
      );
    }
    await this.write(access, written, entity, 'update');
  }

  async retire(access: Access, definitionId: string): Promise<void> {
    const { store, refresh } = this.options;
    await this.existing(access, definitionId);
    await refresh.catchUp();
    const { layers } = await store.retire(definitionId);
    await refresh.announce(layers);
  }

  /** Whether the caller may change the definition here at all. */
  async mayEdit(access: Access, stored: StoredDefinition): Promise<boolean> {
    if (
      stored.status === 'retired' ||
      stored.definition.source.type !== 'api'
    ) {
      return false;
    }
    if (stored.layerEntityId === undefined) {
      return access.scope === 'all';
    }
    const entity = await this.options.entityStore.getById(stored.layerEntityId);
    return entity !== undefined && access.allows(entity);
  }

  private async existing(
    access: Access,
    definitionId: string,
  ): Promise<StoredDefinition> {
    const { store, entityStore } = this.options;
    const existing = await store.get(definitionId);
    const entity =
      existing?.layerEntityId === undefined
        ? undefined
        : await entityStore.getById(existing.layerEntityId);
    if (existing && entity) {
      await access.assertAllowed(entity);
    } else if (existing) {
      this.assertMayDefineForAll(access);
    }
    if (!existing || existing.status === 'retired') {
      throw new NotFoundError(`There is no definition ${definitionId}`);
    }
    return existing;
  }

  private async layerEntity(
    access: Access,
    entityRef: string | undefined,
  ): Promise<ProjectedEntity | undefined> {
    if (entityRef === undefined) {
      this.assertMayDefineForAll(access);
      return undefined;
    }
    const entity = await this.options.entityStore.getByRef(entityRef);
    if (!entity || entity.retired) {
      throw new NotFoundError(
        `There is no entity ${entityRef} that you may see`,
      );
    }
    await access.assertAllowed(entity);
    return entity;
  }

  private assertMayDefineForAll(access: Access) {
    if (access.scope !== 'all') {
      throw new NotAllowedError(
        `${access.principal} lacks the permission performance.define for the whole organisation, which definitions that name no entity need`,
      );
    }
  }

  private parse(
    access: Access,
    content: string,
    entity: ProjectedEntity | undefined,
  ): WrittenDefinition {
    const { definitions, problems } = readDefinitions(content, {
      file: API_FILE_NAME,
      layer: entity ? layerOfEntity(entity) : { kind: 'org' },
      source: { type: 'api', location: `api:${access.principal}` },
    });
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      const [{ line, column, message }] = errors;
      throw Object.assign(
        new InputError(
          `Line ${line}, column ${column}: ${message}${
            errors.length > 1 ? ` (${errors.length} errors in all)` : ''
          }`,
        ),
        { problems },
      );
    }
    if (definitions.length !== 1) {
      throw new InputError(
        `The text holds ${definitions.length} definitions; one at a time is made through the API`,
      );
    }
    return definitions[0];
  }

  private async write(
    access: Access,
    written: WrittenDefinition,
    entity: ProjectedEntity | undefined,
    mode: 'create' | 'update',
  ) {
    const { store, refresh } = this.options;
    await refresh.catchUp();
    const { layers } = await store.write(written, {
      mode,
      author: access.principal,
      layerEntityId: entity?.id,
    });
    await refresh.announce(layers);
  }
}
