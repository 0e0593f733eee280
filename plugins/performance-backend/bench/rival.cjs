// Run where the rival is installed: its backend with the same values and limits, checks instead of
// budgets, mocked authentication, over real HTTP. It evaluates on request and stores no verdicts.
const { createRequire } = require('node:module');
const { join } = require('node:path');

const install = createRequire(join(process.cwd(), 'package.json'));
const { startTestBackend, mockServices } = install(
  '@backstage/backend-test-utils',
);
const { createBackendModule } = install('@backstage/backend-plugin-api');
const { techInsightsFactRetrieversExtensionPoint } = install(
  '@backstage-community/plugin-tech-insights-node',
);

const { entities, connection, values, limits } = JSON.parse(
  process.env.BENCH_INPUT,
);
const REQUESTS = 500;
const WARM_UP = 100;

function moduleWith(retriever) {
  return createBackendModule({
    pluginId: 'tech-insights',
    moduleId: 'bench',
    register(env) {
      env.registerInit({
        deps: { retrievers: techInsightsFactRetrieversExtensionPoint },
        async init({ retrievers }) {
          retrievers.addFactRetrievers({ bench: retriever });
        },
      });
    },
  });
}

const names = limits.map((_, index) => `fact${index}`);
const retriever = {
  id: 'bench',
  version: '1.0.0',
  title: 'bench',
  description: 'bench',
  schema: Object.fromEntries(
    names.map(name => [name, { type: 'float', description: name }]),
  ),
  handler: async () =>
    Array.from({ length: entities }, (_, entity) => ({
      entity: {
        kind: 'component',
        namespace: 'default',
        name: `service-${entity}`,
      },
      facts: Object.fromEntries(
        names.map((name, index) => [
          name,
          values[entity % values.length][index],
        ]),
      ),
    })),
};
const checks = Object.fromEntries(
  names.map((name, index) => [
    `check${index}`,
    {
      type: 'json-rules-engine',
      name: `check${index}`,
      description: name,
      factIds: ['bench'],
      rule: {
        conditions: {
          all: [
            { fact: name, operator: 'lessThanInclusive', value: limits[index] },
          ],
        },
      },
    },
  ]),
);

async function main() {
  const feature = name => install(name).default ?? install(name);
  const { server } = await startTestBackend({
    features: [
      feature('@backstage-community/plugin-tech-insights-backend'),
      feature(
        '@backstage-community/plugin-tech-insights-backend-module-jsonfc',
      ),
      moduleWith(retriever),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: connection
              ? { client: 'pg', connection }
              : { client: 'better-sqlite3', connection: ':memory:' },
          },
          techInsights: {
            factRetrievers: {
              bench: {
                cadence: '0 0 1 1 *',
                initialDelay: { milliseconds: 10 },
                lifecycle: { maxItems: 5 },
              },
            },
            factChecker: { checks },
          },
        },
      }),
      mockServices.rootLogger.factory({ level: 'none' }),
      ...(connection
        ? [
            install('@backstage/backend-defaults/database')
              .databaseServiceFactory,
          ]
        : []),
      install('@backstage/backend-defaults/scheduler').schedulerServiceFactory,
    ],
  });
  const base = `http://localhost:${server.port()}/api/tech-insights`;
  const json = async (path, options) => {
    const response = await fetch(`${base}${path}`, options);
    return response.json();
  };
  const post = body => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const last = `component:default/service-${entities - 1}`;
  while (!(await json(`/facts/latest?entity=${last}&ids=bench`)).bench) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const times = [];
  for (let index = 0; index < WARM_UP + REQUESTS; index++) {
    const start = performance.now();
    const found = await json(
      `/checks/run/default/component/service-${(index * 7919) % entities}`,
      post({}),
    );
    if (found.length !== limits.length) {
      throw new Error(JSON.stringify(found).slice(0, 300));
    }
    if (index >= WARM_UP) {
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const start = performance.now();
  const all = await json('/checks/run', post({ entities: [] }));
  const seconds = (performance.now() - start) / 1000;
  if (all.length !== entities) {
    throw new Error(`${all.length} entities instead of ${entities}`);
  }
  process.stdout.write(
    `${JSON.stringify({
      entities,
      verdictsPerSecond: (entities * limits.length) / seconds,
      oneEntityP50: times[Math.ceil(times.length * 0.5) - 1],
      oneEntityP99: times[Math.ceil(times.length * 0.99) - 1],
    })}\n`,
  );
  process.exit(0);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
