import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Layer } from '@perf-governance/plugin-performance-common';
import {
  DEFINITIONS_ANNOTATION,
  EntityStore,
  ProjectedEntity,
} from '../catalog/EntityStore';
import { DefinitionSources, DefinitionSourceToRead } from './DefinitionSources';
import { layerOfEntity } from './layerOfEntity';
import { readLocalFile } from './readLocalFile';
import { readRemoteFile } from './readRemoteFile';
import { describeEntityFile, resolveEntityFile } from './resolveEntityFile';

/** The files that entities name by annotation. */
export class EntityDefinitionSources implements DefinitionSources {
  constructor(
    private readonly options: {
      entityStore: Pick<EntityStore, 'listWithDefinitions'>;
      urlReader: UrlReaderService;
      integrations: ScmIntegrationRegistry;
    },
  ) {}

  async list(): Promise<DefinitionSourceToRead[]> {
    const entities = await this.options.entityStore.listWithDefinitions();
    return entities.flatMap(entity => this.sourceOf(entity) ?? []);
  }

  private sourceOf(
    entity: ProjectedEntity,
  ): DefinitionSourceToRead | undefined {
    const reference =
      entity.fact.entity.metadata.annotations?.[DEFINITIONS_ANNOTATION];
    if (!reference) {
      return undefined;
    }
    const layer: Layer = layerOfEntity(entity);
    return {
      type: 'entity',
      location: describeEntityFile(
        entity.fact.entity,
        reference,
        this.options.integrations,
      ),
      entityId: entity.id,
      layer,
      read: () => this.read(entity, reference),
    };
  }

  private async read(entity: ProjectedEntity, reference: string) {
    const { integrations, urlReader } = this.options;
    const file = await resolveEntityFile(
      entity.fact.entity,
      reference,
      integrations,
    );
    return file.type === 'file'
      ? readLocalFile(file.path)
      : readRemoteFile(urlReader, file.url);
  }
}
