import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { JsonObject } from '@backstage/types';
import { MetricSourceFactory } from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { ReportParsers } from '../src/ingestion/ReportParsers';
import { createRouter } from '../src/service/createRouter';
import {
  createServices,
  PerformanceServices,
} from '../src/service/createServices';

/** Sees one team's services, which are a tenth. */
export const MEMBER = 'user:default/member';

export interface BenchBackend {
  services: PerformanceServices;
  /** Of the plugin, e.g. `http://localhost:1234/api/performance`. */
  baseUrl: string;
  stop(): Promise<void>;
}

/** The plugin behind real HTTP on a database, with authentication mocked as in the rival's bench. */
export async function startBackend(
  knex: Knex,
  now: Date,
  options: {
    /** Of the plugin: `performance` in the app-config. */
    config?: JsonObject;
    /** By type. */
    metricSourceTypes?: ReadonlyMap<string, MetricSourceFactory>;
    /** Stands still unless given. */
    clock?: () => Date;
  } = {},
): Promise<BenchBackend> {
  let services: PerformanceServices | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'performance',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          urlReader: coreServices.urlReader,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, permissions, ...dependencies }) {
          const created = await createServices({
            ...dependencies,
            auditor: {
              createEvent: async () => ({
                success: async () => {},
                fail: async () => {},
              }),
            },
            permissions: {
              authorize: permissions.authorize.bind(permissions),
              authorizeConditional: async (requests, { credentials }) => {
                // The real service decides, too, so that its time counts.
                await permissions.authorizeConditional(requests, {
                  credentials,
                });
                const { userEntityRef } = (credentials.principal ?? {}) as {
                  userEntityRef?: string;
                };
                return requests.map(
                  ({ permission }): PolicyDecision =>
                    userEntityRef === MEMBER &&
                    permission.name === performanceReadPermission.name
                      ? createPerformanceConditionalDecision(
                          performanceReadPermission,
                          performanceConditions.isEntityOwner({
                            claims: ['group:default/team-3'],
                          }),
                        )
                      : { result: AuthorizeResult.ALLOW },
                );
              },
            },
            database: mockServices.database({ knex }),
            events: {
              publish: async () => {},
              subscribe: async () => {},
            },
            notifications: { send: async () => {} },
            reportParsers: new ReportParsers().all,
            checkTypes: new Map(),
            metricSourceTypes: options.metricSourceTypes ?? new Map(),
            clock: options.clock ?? (() => now),
          });
          services = created;
          const router = createRouter(created);
          const { accessControl } = created;
          httpRouter.use((req, res, next) => {
            if (req.path !== '/empty') {
              next();
              return;
            }
            accessControl
              .forRequest(req, performanceReadPermission)
              .then(() => res.json({}))
              .catch(next);
          });
          httpRouter.use(router);
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootLogger.factory({ level: 'none' }),
      mockServices.rootConfig.factory({
        data: {
          performance: { practices: { enabled: false }, ...options.config },
        },
      }),
    ],
  });
  if (!services) {
    throw new Error('The plugin did not start');
  }
  return {
    services,
    baseUrl: `http://localhost:${backend.server.port()}/api/performance`,
    stop: () => backend.stop(),
  };
}
