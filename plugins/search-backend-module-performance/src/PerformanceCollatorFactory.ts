import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Permission } from '@backstage/plugin-permission-common';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  createPerformanceClient,
  PerformanceClient,
} from '@perf-governance/plugin-performance-common';
import { Readable } from 'node:stream';

/** Reads all of one kind, each page when the index is ready for it. */
export type ReadDocuments = (
  client: PerformanceClient,
) => AsyncIterable<IndexableDocument>;

/** Collates what the performance plugin of this backend has. */
export class PerformanceCollatorFactory implements DocumentCollatorFactory {
  readonly type: string;
  readonly visibilityPermission: Permission;

  constructor(
    private readonly options: {
      type: string;
      visibilityPermission: Permission;
      read: ReadDocuments;
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {
    this.type = options.type;
    this.visibilityPermission = options.visibilityPermission;
  }

  async getCollator(): Promise<Readable> {
    const { auth, discovery, read } = this.options;
    const client = createPerformanceClient({
      baseUrl: await discovery.getBaseUrl('performance'),
      fetch: async request => {
        // A token lasts minutes, and reading everything may take longer.
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: 'performance',
        });
        request.headers.set('authorization', `Bearer ${token}`);
        return fetch(request);
      },
    });
    return Readable.from(read(client));
  }
}
