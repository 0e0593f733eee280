import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { resolveEntityFact } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { rm, writeFile } from 'node:fs/promises';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseEntityStore } from '../catalog/DatabaseEntityStore';
import { ConfigDefinitionSources } from './ConfigDefinitionSources';
import { DatabaseDefinitionRegistry } from './DatabaseDefinitionRegistry';
import { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
import { DefinitionRefresh } from './DefinitionRefresh';
import { readDefinitions } from './readDefinitions';
import {
  DefinitionSourceToRead,
  ForbiddenSourceError,
} from './DefinitionSources';

const NOW = new Date('2026-11-22T12:00:00Z');
const URL_SOURCE = 'https://github.com/company/budgets/blob/main/base.yaml';

function budget(name: string, fail = '<= 300 ms') {
  return `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: ${name}
spec:
  metric: http.request.duration
  statistic: p95
  limits:
    fail: ${fail}
`;
}

describe('DefinitionRefresh', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();
  let knex: Knex;
  let store: DatabaseDefinitionStore;
  let entityStore: DatabaseEntityStore;
  let reevaluated: (number[] | 'all')[];
  let remote: Record<string, string>;
  let entitySources: DefinitionSourceToRead[];

  function createRefresh(
    options: {
      files?: string[];
      urls?: string[];
      practices?: boolean;
      reviewTemplates?: boolean;
      isKilled?: boolean;
    } = {},
  ) {
    return new DefinitionRefresh({
      store,
      entityStore,
      logger: mockServices.logger.mock(),
      reevaluateEntities: async ids => {
        if (options.isKilled) {
          throw new Error('Killed');
        }
        reevaluated.push(ids);
      },
      sources: [
        new ConfigDefinitionSources({
          config: new ConfigReader({
            performance: {
              definitions: {
                files: options.files ?? ['budgets/*.yaml'],
                urls: options.urls ?? [],
              },
              ...(options.practices !== undefined && {
                practices: { enabled: options.practices },
              }),
              reviewTemplates: { enabled: options.reviewTemplates ?? false },
            },
          }),
          store,
          workingDirectory: directory.path,
          urlReader: mockServices.urlReader.mock({
            readUrl: async url => {
              const text = remote[url];
              if (text === undefined) {
                throw new NotFoundError(`Nothing is at ${url}`);
              }
              return { buffer: async () => Buffer.from(text) };
            },
          }),
        }),
        { list: async () => entitySources },
      ],
    });
  }

  const inForce = async () =>
    (await store.listInForce()).map(({ id, version }) => `${id} v${version}`);

  const statuses = async () => {
    const sources = await store.listConfigSources();
    const rows = await knex('definition_sources')
      .orderBy('location')
      .select('location', 'status', 'message');
    return { sources: sources.length, rows };
  };

  beforeEach(async () => {
    directory.setContent({
      budgets: {
        'a.yaml': budget('latency'),
        'b.yaml': budget('errors'),
        'README.md': 'no definitions',
      },
    });
    knex = await databases.init('SQLITE_3');
    await migrateTestDatabase(knex);
    store = new DatabaseDefinitionStore(knex, () => NOW);
    entityStore = new DatabaseEntityStore(knex);
    await entityStore.upsert(
      ['pay', 'parcel'].map(name =>
        resolveEntityFact(
          component(name, { system: `${name}-system` }),
          () => undefined,
        ),
      ),
    );
    reevaluated = [];
    remote = {};
    entitySources = [];
  });

  afterEach(async () => knex.destroy());

  it('reads files by glob and URLs, and has all verdicts follow once', async () => {
    remote[URL_SOURCE] = budget('throughput');
    const refresh = createRefresh({ urls: [URL_SOURCE] });
    await refresh.refreshAll();
    await refresh.refreshAll();

    await expect(inForce()).resolves.toEqual([
      'org/budget/errors v1',
      'org/budget/latency v1',
      'org/budget/throughput v1',
    ]);
    expect(reevaluated).toEqual(['all']);
  });

  it('retires what a deleted file said when two readings in a row find it gone', async () => {
    const refresh = createRefresh();
    await refresh.refreshAll();
    const file = directory.resolve('budgets/a.yaml');
    await rm(file);
    await refresh.refreshAll();
    await expect(inForce()).resolves.toHaveLength(2);
    await writeFile(file, budget('latency'));
    await refresh.refreshAll();
    await rm(file);
    await refresh.refreshAll();
    await expect(inForce()).resolves.toHaveLength(2);
    await refresh.refreshAll();
    await expect(inForce()).resolves.toEqual(['org/budget/errors v1']);
    await expect(statuses()).resolves.toEqual({
      sources: 1,
      rows: [{ location: 'budgets/b.yaml', status: 'ok', message: null }],
    });
    expect(reevaluated).toEqual(['all', 'all']);

    await writeFile(file, budget('latency'));
    await refresh.refreshAll();
    await expect(inForce()).resolves.toHaveLength(2);
  });

  it('keeps everything while a glob finds nothing at all', async () => {
    const refresh = createRefresh();
    await refresh.refreshAll();
    await rm(directory.resolve('budgets'), { recursive: true });
    for (let reading = 0; reading < 3; reading++) {
      await refresh.refreshAll();
    }
    await expect(inForce()).resolves.toHaveLength(2);
    expect(reevaluated).toEqual(['all']);
  });

  it("retires an entity's definitions with it, and brings those made here back", async () => {
    const [pay, parcel] = ['pay', 'parcel'].map(
      name => `component:default/${name}`,
    );
    const entity = await entityStore.getByRef(pay);
    const { definitions } = readDefinitions(budget('own'), {
      file: 'definition.yaml',
      layer: { kind: 'component', entityRef: pay },
      source: { type: 'api', location: 'api:user:default/ann' },
    });
    await store.write(definitions[0], {
      mode: 'create',
      author: 'user:default/ann',
      layerEntityId: entity?.id,
    });
    entitySources = [
      {
        type: 'entity',
        location: 'pay/performance.yaml',
        entityId: entity?.id,
        layer: { kind: 'component', entityRef: pay },
        read: async () => budget('written'),
      },
    ];
    const refresh = createRefresh({ files: [] });
    await refresh.refreshAll();
    await expect(inForce()).resolves.toHaveLength(2);

    await entityStore.concludeSweep(new Set([parcel]), NOW);
    await entityStore.concludeSweep(new Set([parcel]), NOW);
    entitySources = [];
    await refresh.refreshEntities([Number(entity?.id)]);
    await expect(inForce()).resolves.toEqual([]);

    await entityStore.upsert([
      resolveEntityFact(component('pay'), () => undefined),
    ]);
    await refresh.refreshEntities([Number(entity?.id)]);
    await expect(inForce()).resolves.toEqual([`${pay}/budget/own v1`]);
    // One that somebody retired doesn't come back.
    await store.retire(`${pay}/budget/own`);
    await refresh.refreshAll();
    await expect(inForce()).resolves.toEqual([]);
  });

  it('keeps what a deleted file and an unreachable URL said', async () => {
    remote[URL_SOURCE] = budget('throughput');
    const refresh = createRefresh({ urls: [URL_SOURCE] });
    await refresh.refreshAll();
    delete remote[URL_SOURCE];
    await rm(directory.resolve('budgets/a.yaml'));
    await refresh.refreshAll();

    await expect(inForce()).resolves.toHaveLength(3);
    await expect(statuses()).resolves.toEqual({
      sources: 3,
      rows: [
        {
          location: 'budgets/a.yaml',
          status: 'unreadable',
          message: 'NotFoundError: budgets/a.yaml is gone',
        },
        { location: 'budgets/b.yaml', status: 'ok', message: null },
        {
          location: URL_SOURCE,
          status: 'unreadable',
          message: `NotFoundError: Nothing is at ${URL_SOURCE}`,
        },
      ],
    });
    expect(reevaluated).toEqual(['all']);
  });

  it('retires what the app-config no longer names', async () => {
    await createRefresh().refreshAll();
    await createRefresh({ files: ['budgets/b.yaml'] }).refreshAll();
    await expect(inForce()).resolves.toEqual(['org/budget/errors v1']);
    expect(reevaluated).toEqual(['all', 'all']);
  });

  it('brings in the built-in practices only where they are asked for', async () => {
    await createRefresh({ files: [], practices: true }).refreshAll();
    await expect(store.get('org/check/load-test-fresh')).resolves.toMatchObject(
      {
        status: 'in-force',
        definition: {
          layer: { kind: 'org' },
          source: {
            type: 'config',
            location:
              '@perf-governance/plugin-performance-backend/practices/testing.yaml',
          },
        },
      },
    );

    await createRefresh({ files: [] }).refreshAll();
    await expect(inForce()).resolves.toEqual([]);
  });

  it('brings in the built-in templates of reviews, unless they aren’t wanted', async () => {
    await createRefresh({ files: [], reviewTemplates: true }).refreshAll();
    await expect(inForce()).resolves.toEqual([
      'org/reviewtemplate/data-and-queries v1',
      'org/reviewtemplate/launch-readiness v1',
      'org/reviewtemplate/service-architecture v1',
      'org/reviewtemplate/web-front-end v1',
    ]);

    await createRefresh({ files: [] }).refreshAll();
    await expect(inForce()).resolves.toEqual([]);
  });

  it('says which glob finds nothing, until it does', async () => {
    const refresh = createRefresh({ files: ['nothing/*.yaml'] });
    await refresh.refreshAll();
    await expect(statuses()).resolves.toEqual({
      sources: 0,
      rows: [
        {
          location: 'nothing/*.yaml',
          status: 'unreadable',
          message: `NotFoundError: No file matches nothing/*.yaml in ${directory.path}`,
        },
      ],
    });
    directory.addContent({ nothing: { 'c.yaml': budget('latency') } });
    await refresh.refreshAll();
    await expect(statuses()).resolves.toEqual({
      sources: 1,
      rows: [{ location: 'nothing/c.yaml', status: 'ok', message: null }],
    });
  });

  it('brings in at once what another source held back', async () => {
    await writeFile(
      directory.resolve('budgets/b.yaml'),
      budget('latency', '<= 1 s'),
    );
    await createRefresh().refreshAll();
    await createRefresh({ files: ['budgets/b.yaml'] }).refreshAll();

    await expect(store.get('org/budget/latency')).resolves.toMatchObject({
      status: 'in-force',
      definition: { version: 2, source: { location: 'budgets/b.yaml' } },
    });
  });

  it('refuses a file that is too big', async () => {
    await writeFile(
      directory.resolve('budgets/a.yaml'),
      `# ${'x'.repeat(1_000_000)}`,
    );
    await createRefresh().refreshAll();
    const { rows } = await statuses();
    expect(rows[0].message).toContain(
      'has 1000002 bytes; a file of definitions has at most 1000000',
    );
  });

  it("has only the entities of an entity's layer follow", async () => {
    await entityStore.upsert([
      resolveEntityFact(
        { ...component('pay-system'), kind: 'System' },
        () => undefined,
      ),
    ]);
    const system = await entityStore.getByRef('system:default/pay-system');
    const pay = await entityStore.getByRef('component:default/pay');
    const inLayer = [pay?.id, system?.id];
    const source: DefinitionSourceToRead = {
      type: 'entity',
      location: 'pay/performance.yaml',
      entityId: system?.id,
      layer: { kind: 'system', entityRef: 'system:default/pay-system' },
      read: async () => budget('own'),
    };
    entitySources = [source];
    const refresh = createRefresh({ files: [] });
    await refresh.refreshEntities([999]);
    expect(reevaluated).toEqual([]);
    await refresh.refreshEntities([Number(system?.id)]);
    expect(reevaluated).toEqual([inLayer]);

    entitySources = [
      {
        ...source,
        read: async () => {
          throw new ForbiddenSourceError('../../secret leads out');
        },
      },
    ];
    await refresh.refreshAll();
    await expect(inForce()).resolves.toHaveLength(1);
    await expect(knex('definition_sources').pluck('problems')).resolves.toEqual(
      [
        JSON.stringify([
          {
            file: 'pay/performance.yaml',
            line: 1,
            column: 1,
            severity: 'error',
            rule: 'forbidden-location',
            message: '../../secret leads out',
          },
        ]),
      ],
    );

    entitySources = [];
    await refresh.refreshAll();
    await expect(inForce()).resolves.toEqual([]);
    expect(reevaluated).toEqual([inLayer, inLayer]);
  });

  it('keeps a definition with an entity that is renamed', async () => {
    const pay = await entityStore.getByRef('component:default/pay');
    const { definitions } = readDefinitions(budget('own'), {
      file: 'definition.yaml',
      layer: { kind: 'component', entityRef: 'component:default/pay' },
      source: { type: 'api', location: 'api:user:default/ann' },
    });
    await store.write(definitions[0], {
      mode: 'create',
      author: 'user:default/ann',
      layerEntityId: pay?.id,
    });
    await entityStore.rename('component:default/pay', 'component:default/cash');
    await entityStore.upsert([
      resolveEntityFact(component('cash'), () => undefined),
    ]);

    const cash = await entityStore.getByRef('component:default/cash');
    if (!cash) {
      throw new Error('The test needs component:default/cash');
    }
    await expect(
      new DatabaseDefinitionRegistry(store).applicableTo(cash),
    ).resolves.toMatchObject([
      {
        id: 'component:default/pay/budget/own',
        layer: { kind: 'component', entityRef: 'component:default/cash' },
      },
    ]);
    const id = 'component:default/pay/budget/own';
    await expect(store.retire(id)).resolves.toEqual({
      layers: [{ kind: 'component', entityRef: 'component:default/cash' }],
    });
  });

  it('has verdicts follow what a killed backend changed', async () => {
    await expect(
      createRefresh({ isKilled: true }).refreshAll(),
    ).rejects.toThrow('Killed');
    await createRefresh().refreshAll();
    await createRefresh().refreshAll();
    expect(reevaluated).toEqual(['all']);
  });

  it('lets every replica see a change at once', async () => {
    const registries = [
      store,
      new DatabaseDefinitionStore(knex, () => NOW),
    ].map(own => new DatabaseDefinitionRegistry(own));
    const pay = await entityStore.getByRef('component:default/pay');
    if (!pay) {
      throw new Error('The test needs component:default/pay');
    }
    const applicable = () =>
      Promise.all(
        registries.map(async registry =>
          (await registry.applicableTo(pay)).map(
            ({ id, version }) => `${id} v${version}`,
          ),
        ),
      );
    await createRefresh({ files: ['budgets/a.yaml'] }).refreshAll();
    await expect(applicable()).resolves.toEqual([
      ['org/budget/latency v1'],
      ['org/budget/latency v1'],
    ]);
    await writeFile(
      directory.resolve('budgets/a.yaml'),
      budget('latency', '<= 1 s'),
    );
    await createRefresh({ files: ['budgets/a.yaml'] }).refreshAll();
    await expect(applicable()).resolves.toEqual([
      ['org/budget/latency v2'],
      ['org/budget/latency v2'],
    ]);
    await expect(
      registries[0].applicableTo({ ...pay, retired: true }),
    ).resolves.toEqual([]);
  });
});
