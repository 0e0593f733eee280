import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { cwd } from 'node:process';
import { EntityStore } from '../catalog/EntityStore';
import { ConfigDefinitionSources } from './ConfigDefinitionSources';
import { DefinitionRefresh, ReevaluateEntities } from './DefinitionRefresh';
import { DefinitionStore } from './DefinitionStore';
import { EntityDefinitionSources } from './EntityDefinitionSources';

/** Reads definitions from the app-config's files and URLs, and from the files of entities. */
export function createDefinitionRefresh(options: {
  config: Config;
  urlReader: UrlReaderService;
  logger: LoggerService;
  store: DefinitionStore;
  entityStore: EntityStore;
  reevaluateEntities: ReevaluateEntities;
}): DefinitionRefresh {
  const { config, urlReader, logger, store, entityStore } = options;
  return new DefinitionRefresh({
    store,
    entityStore,
    logger,
    reevaluateEntities: options.reevaluateEntities,
    sources: [
      new ConfigDefinitionSources({
        config,
        urlReader,
        store,
        workingDirectory: cwd(),
      }),
      new EntityDefinitionSources({
        entityStore,
        urlReader,
        integrations: ScmIntegrations.fromConfig(config),
      }),
    ],
  });
}
