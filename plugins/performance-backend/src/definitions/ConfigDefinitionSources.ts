import { UrlReaderService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import glob from 'fast-glob';
import { isAbsolute, relative, resolve } from 'node:path';
import { DefinitionSources, DefinitionSourceToRead } from './DefinitionSources';
import { DefinitionStore } from './DefinitionStore';
import { listBuiltInFiles } from './listBuiltInFiles';
import { readLocalFile } from './readLocalFile';
import { readRemoteFile } from './readRemoteFile';

const LAYER = { kind: 'org' } as const;

/**
 * The organisation's files and URLs, as the app-config names them, and what comes with the backend: practices where
 * it wants them, and templates of reviews unless it doesn't. Paths are relative to where the backend runs, like the catalog's own `file` locations:
 * nothing tells a plugin where its config is.
 */
export class ConfigDefinitionSources implements DefinitionSources {
  private readonly files: string[];
  private readonly urls: string[];
  private readonly libraries: ('practices' | 'reviewTemplates')[];

  constructor(
    private readonly options: {
      config: Config;
      urlReader: UrlReaderService;
      store: Pick<DefinitionStore, 'listConfigSources'>;
      workingDirectory: string;
    },
  ) {
    const definitions = options.config.getOptionalConfig(
      'performance.definitions',
    );
    this.files = definitions?.getOptionalStringArray('files') ?? [];
    this.urls = definitions?.getOptionalStringArray('urls') ?? [];
    const isEnabled = (key: string) =>
      options.config.getOptionalBoolean(`performance.${key}.enabled`);
    this.libraries = [
      ...(isEnabled('practices') ?? false ? (['practices'] as const) : []),
      // They judge nothing until somebody holds a review by one.
      ...(isEnabled('reviewTemplates') ?? true
        ? (['reviewTemplates'] as const)
        : []),
    ];
  }

  async list(): Promise<DefinitionSourceToRead[]> {
    const { workingDirectory } = this.options;
    const sources = new Map<string, DefinitionSourceToRead>();
    const productive = new Set<string>();
    for (const pattern of this.files) {
      const found = await this.listFiles(pattern);
      if (found.length > 0) {
        productive.add(pattern);
      }
      for (const source of found.length > 0
        ? found
        : [
            this.missing(
              pattern,
              pattern,
              `No file matches ${pattern} in ${workingDirectory}`,
            ),
          ]) {
        sources.set(source.location, sources.get(source.location) ?? source);
      }
    }
    for (const url of this.urls) {
      sources.set(url, {
        type: 'config',
        location: url,
        configuredAs: url,
        layer: LAYER,
        read: () => readRemoteFile(this.options.urlReader, url),
      });
    }
    for (const library of this.libraries) {
      for (const { location, path } of await listBuiltInFiles(library)) {
        sources.set(location, {
          type: 'config',
          location,
          layer: LAYER,
          read: () => readLocalFile(path),
        });
      }
    }
    // A file that a glob no longer finds keeps its definitions in force until the reading after this.
    for (const known of await this.options.store.listConfigSources()) {
      const { location, configuredAs } = known;
      if (configuredAs && this.files.includes(configuredAs)) {
        sources.set(
          location,
          sources.get(location) ?? {
            ...this.missing(location, configuredAs, `${location} is gone`),
            // A glob that finds nothing at all more likely looks at a volume that isn't mounted.
            isAbsent: productive.has(configuredAs),
          },
        );
      }
    }
    return [...sources.values()];
  }

  private async listFiles(pattern: string): Promise<DefinitionSourceToRead[]> {
    const { workingDirectory } = this.options;
    const found = await glob(pattern, {
      cwd: workingDirectory,
      onlyFiles: true,
      absolute: true,
    });
    return found.sort().map(path => ({
      type: 'config',
      location: isAbsolute(pattern) ? path : relative(workingDirectory, path),
      configuredAs: pattern,
      layer: LAYER,
      read: () => readLocalFile(resolve(workingDirectory, path)),
    }));
  }

  private missing(
    location: string,
    configuredAs: string,
    message: string,
  ): DefinitionSourceToRead {
    return {
      type: 'config',
      location,
      configuredAs,
      layer: LAYER,
      read: async () => {
        throw new NotFoundError(message);
      },
    };
  }
}
