import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EventParams } from '@backstage/plugin-events-node';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { performanceMetricSourcesExtensionPoint } from '@perf-governance/plugin-performance-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { CheckTypes } from '../checks/CheckTypes';
import { ReportParsers } from '../ingestion/ReportParsers';
import { MetricSourceTypes } from '../metrics/MetricSourceTypes';
import { createRouter } from '../service/createRouter';
import { createServices, PerformanceServices } from '../service/createServices';

/** What users other than the default one may do: a decision by user ref and permission name. */
export type TestPolicy = Record<string, Record<string, PolicyDecision>>;

interface AuditRecord {
  eventId: string;
  outcome: 'success' | 'fail';
}

/** The plugin on a real database and behind real HTTP; only Backstage around it is mocked. */
export interface TestPerformance {
  services: PerformanceServices;
  audit: AuditRecord[];
  /** What was sent, in order; `notificationDuties.send()` of the services sends what is due. */
  notifications: NotificationSendOptions[];
  events: EventParams[];
  setNow(time: string): void;
  /** What the catalog has from now on. */
  setCatalog(entities: Entity[]): void;
  /**
   * @param options - `query` may hold lists; `text` is sent as it is, `json` as JSON; `user` is who
   *   asks, somebody who may do everything unless given.
   */
  call(
    method: string,
    path: string,
    options?: {
      query?: Record<string, string | string[] | number | boolean | undefined>;
      json?: unknown;
      text?: string | Buffer;
      contentType?: string;
      user?: string;
    },
  ): Promise<{ status: number; body: any }>;
  /** The answer to a GET, as it is. */
  fetch(path: string, user?: string): Promise<Response>;
  /** The body of a GET, as it is. */
  text(path: string): Promise<string>;
  /** Forgets all entities, with their runs and verdicts, and the audit log; definitions stay. */
  forgetEntities(): Promise<void>;
  stop(): Promise<void>;
}

/** Tests count definitions: without those that nobody in them has asked for. */
function withoutTemplates(config: JsonObject): JsonObject {
  return {
    ...config,
    performance: {
      reviewTemplates: { enabled: false },
      ...(config.performance as JsonObject | undefined),
    },
  };
}

/** Starts it. Answers are held to the OpenAPI document, too. */
export async function startPerformance(options: {
  knex: Knex;
  entities: Entity[];
  now: string;
  config?: JsonObject;
  policy?: TestPolicy;
  /** Groups that users belong to. */
  groups?: Record<string, string[]>;
  checkTypes?: CheckTypes;
  metricSourceTypes?: MetricSourceTypes;
  /** Of the plugin, e.g. with types of metric sources. */
  modules?: BackendFeature[];
  /** Sends notifications instead of collecting them. */
  sendNotification?: NotificationService['send'];
}): Promise<TestPerformance> {
  const { knex, entities, config = {}, policy = {} } = options;
  let now = new Date(options.now);
  let services: PerformanceServices | undefined;
  const audit: AuditRecord[] = [];
  const notifications: NotificationSendOptions[] = [];
  const events: EventParams[] = [];
  let catalog = catalogServiceMock({ entities });

  const plugin = createBackendPlugin({
    pluginId: 'performance',
    register(env) {
      const { metricSourceTypes = new MetricSourceTypes() } = options;
      env.registerExtensionPoint(
        performanceMetricSourcesExtensionPoint,
        metricSourceTypes,
      );
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissionsRegistry: coreServices.permissionsRegistry,
          urlReader: coreServices.urlReader,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, ...dependencies }) {
          services = await createServices({
            ...dependencies,
            auditor: {
              createEvent: async ({ eventId }) => ({
                success: async () => {
                  audit.push({ eventId, outcome: 'success' });
                },
                fail: async () => {
                  audit.push({ eventId, outcome: 'fail' });
                },
              }),
            },
            permissions: mockServices.permissions.mock({
              authorizeConditional: async (requests, { credentials }) => {
                const { userEntityRef = '' } = credentials.principal as {
                  userEntityRef?: string;
                };
                return requests.map(
                  ({ permission }): PolicyDecision =>
                    policy[userEntityRef]?.[permission.name] ?? {
                      result: AuthorizeResult.ALLOW,
                    },
                );
              },
            }),
            database: mockServices.database({ knex }),
            events: mockServices.events.mock({
              publish: async event => {
                events.push(event);
              },
            }),
            notifications: {
              send:
                options.sendNotification ??
                (async notification => {
                  notifications.push(notification);
                }),
            },
            reportParsers: new ReportParsers().all,
            checkTypes: (options.checkTypes ?? new CheckTypes()).all,
            metricSourceTypes: metricSourceTypes.all,
            clock: () => now,
          });
          httpRouter.use(createRouter(services, { validateResponses: true }));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      ...(options.modules ?? []),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock.mock({
            queryEntities: (...args) => catalog.queryEntities(...args),
            getEntityByRef: (...args) => catalog.getEntityByRef(...args),
            getEntitiesByRefs: (...args) => catalog.getEntitiesByRefs(...args),
          }),
      }),
      mockServices.rootConfig.factory({ data: withoutTemplates(config) }),
      mockServices.userInfo.mock({
        getUserInfo: async ({ principal }) => {
          const { userEntityRef = '' } = principal as {
            userEntityRef?: string;
          };
          const groups = options.groups?.[userEntityRef] ?? [];
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groups],
          };
        },
      }).factory,
    ],
  });
  if (!services) {
    throw new Error('The plugin did not start');
  }
  const baseUrl = `http://localhost:${backend.server.port()}/api/performance`;

  return {
    services,
    audit,
    notifications,
    events,
    setNow: time => {
      now = new Date(time);
    },
    setCatalog: present => {
      catalog = catalogServiceMock({ entities: present });
    },
    forgetEntities: async () => {
      await knex('entities').delete();
      audit.length = 0;
    },
    call: async (method, path, call = {}) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(call.query ?? {})) {
        for (const one of [value ?? []].flat()) {
          search.append(name, String(one));
        }
      }
      const response = await fetch(`${baseUrl}${path}?${search}`, {
        method,
        headers: {
          ...(call.user && {
            authorization: mockCredentials.user.header(call.user),
          }),
          ...((call.json !== undefined || call.text !== undefined) && {
            'content-type': call.contentType ?? 'application/json',
          }),
        },
        body: call.json === undefined ? call.text : JSON.stringify(call.json),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    fetch: (path, user) =>
      fetch(`${baseUrl}${path}`, {
        headers: user
          ? { authorization: mockCredentials.user.header(user) }
          : {},
      }),
    text: async path => (await fetch(`${baseUrl}${path}`)).text(),
    stop: () => backend.stop(),
  };
}
