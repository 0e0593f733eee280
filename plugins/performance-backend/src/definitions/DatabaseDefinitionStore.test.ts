import { Definition, Layer } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { Access } from '../access/Access';
import { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
import { DefinitionSourceKey } from './DefinitionStore';
import { readDefinitions } from './readDefinitions';

const NOW = new Date('2026-11-22T12:00:00Z');

function budget(name: string, fail = '<= 300 ms', title = name) {
  return `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: ${name}
  title: ${title}
spec:
  metric: http.request.duration
  statistic: p95
  limits:
    fail: ${fail}
`;
}

const everything: Access = {
  principal: 'user:default/ann',
  scope: 'all',
  restrict: () => {},
  allows: async () => true,
  assertAllowed: async () => {},
};

const BASE: DefinitionSourceKey = {
  type: 'config',
  location: 'definitions/base.yaml',
  configuredAs: 'definitions/*.yaml',
};
const EXTRA: DefinitionSourceKey = {
  ...BASE,
  location: 'definitions/extra.yaml',
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'DatabaseDefinitionStore on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let store: DatabaseDefinitionStore;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      store = new DatabaseDefinitionStore(knex, () => NOW);
    });

    afterEach(async () => knex.destroy());

    function read(
      source: DefinitionSourceKey,
      text: string,
      layer: Layer = { kind: 'org' },
    ) {
      const { type, location } = source;
      return store.applyReading(
        source,
        readDefinitions(text, {
          file: location,
          layer,
          source: { type, location },
        }),
      );
    }

    function written(text: string, author: string) {
      const [definition] = readDefinitions(text, {
        file: 'definition.yaml',
        layer: { kind: 'org' },
        source: { type: 'api', location: `api:${author}` },
      }).definitions;
      return definition;
    }

    async function inForce() {
      const definitions = await store.listInForce();
      return definitions.map(
        (definition: Definition) =>
          `${definition.id} v${definition.version} ${
            'fail' in definition.spec ? definition.spec.fail?.text : ''
          }`,
      );
    }

    const statusOf = async (id: string) => (await store.get(id))?.status;
    const sources = () => store.listSources(everything);

    it('adds a version only where the text changed', async () => {
      const before = await store.version();
      await read(BASE, `${budget('latency')}---\n${budget('errors')}`);
      await read(BASE, `${budget('latency')}---\n${budget('errors')}`);
      expect(await store.version()).toBe(before + 1);
      const { layers } = await read(
        BASE,
        `${budget('latency', '<= 0.2 s')}---\n${budget('errors')}`,
      );

      expect(layers).toEqual([{ kind: 'org' }]);
      await expect(inForce()).resolves.toEqual([
        'org/budget/errors v1 <= 300 ms',
        'org/budget/latency v2 <= 0.2 s',
      ]);
      await expect(store.listVersions('org/budget/latency')).resolves.toEqual([
        { version: 2, createdAt: NOW, createdBy: undefined },
        { version: 1, createdAt: NOW, createdBy: undefined },
      ]);
      await expect(
        store.getVersion('org/budget/latency', 1),
      ).resolves.toMatchObject({ content: budget('latency') });
    });

    it('keeps the last valid version of a broken text in force, and shows both', async () => {
      await read(BASE, `${budget('latency')}---\n${budget('errors')}`);
      await read(
        BASE,
        `${budget('latency', '<= 300 parsecs')}---\n${budget(
          'errors',
          '<= 400 ms',
        )}`,
      );

      await expect(inForce()).resolves.toEqual([
        'org/budget/errors v2 <= 400 ms',
        'org/budget/latency v1 <= 300 ms',
      ]);
      await expect(store.get('org/budget/latency')).resolves.toMatchObject({
        status: 'invalid',
        problems: [
          { file: 'definitions/base.yaml', line: 10, severity: 'error' },
        ],
      });
      expect(await statusOf('org/budget/errors')).toBe('in-force');
      await expect(sources()).resolves.toMatchObject([
        { status: 'invalid', definitions: 2, problems: [{ line: 10 }] },
      ]);

      await read(BASE, `${budget('latency')}---\n${budget('errors')}`);
      expect(await statusOf('org/budget/latency')).toBe('in-force');
      await expect(sources()).resolves.toMatchObject([
        { status: 'ok', problems: [] },
      ]);
    });

    it('retires what a readable source no longer has, and takes it back', async () => {
      await read(BASE, `${budget('latency')}---\n${budget('errors')}`);
      const { layers } = await read(BASE, budget('latency'));
      expect(layers).toEqual([{ kind: 'org' }]);
      expect(await statusOf('org/budget/errors')).toBe('retired');
      await expect(inForce()).resolves.toHaveLength(1);

      await read(EXTRA, budget('errors'));
      await expect(store.get('org/budget/errors')).resolves.toMatchObject({
        status: 'in-force',
        definition: { version: 1, source: { location: EXTRA.location } },
      });
    });

    it('keeps what it could read of a source that vanished', async () => {
      await read(BASE, budget('latency'));
      const version = await store.version();
      await store.applyReading(BASE, {
        status: 'unreadable',
        message: 'definitions/base.yaml is gone',
      });

      expect(await store.version()).toBe(version);
      await expect(inForce()).resolves.toHaveLength(1);
      await expect(sources()).resolves.toMatchObject([
        {
          status: 'unreadable',
          message: 'definitions/base.yaml is gone',
          readAt: NOW,
          definitions: 1,
        },
      ]);
      await expect(store.listConfigSources()).resolves.toEqual([BASE]);

      await store.retire('org/budget/latency');
      await expect(inForce()).resolves.toEqual([]);
      await expect(store.listConfigSources()).resolves.toEqual([]);
    });

    it('keeps the first of two definitions of one id, and names both', async () => {
      await read(BASE, budget('latency'));
      await read(EXTRA, budget('latency', '<= 100 ms'));

      await expect(inForce()).resolves.toEqual([
        'org/budget/latency v1 <= 300 ms',
      ]);
      expect(await statusOf('org/budget/latency')).toBe('in-force');
      const [extra] = await sources();
      expect(extra).toMatchObject({
        location: EXTRA.location,
        status: 'invalid',
        definitions: 0,
      });
      expect(extra.problems).toEqual([
        {
          file: EXTRA.location,
          line: 1,
          column: 1,
          severity: 'error',
          rule: 'duplicate-definition',
          message:
            'org/budget/latency is already defined in definitions/base.yaml, which stays in force; definitions/extra.yaml needs another name for it.',
        },
      ]);
    });

    it('retires the definitions of sources that nothing names', async () => {
      await read(BASE, budget('latency'));
      await read(EXTRA, budget('errors'));
      await expect(store.concludeReading([BASE, EXTRA])).resolves.toEqual({
        layers: [],
      });
      await expect(store.concludeReading([BASE])).resolves.toEqual({
        layers: [{ kind: 'org' }],
      });
      await expect(inForce()).resolves.toEqual([
        'org/budget/latency v1 <= 300 ms',
      ]);
      await expect(sources()).resolves.toHaveLength(1);
    });

    it('keeps what people make and what files say apart', async () => {
      const options = { mode: 'create', author: 'user:default/ann' } as const;
      await read(BASE, budget('latency'));
      await store.write(written(budget('errors'), 'user:default/ann'), options);

      await expect(
        store.write(written(budget('latency'), 'user:default/ann'), options),
      ).rejects.toThrow(
        'org/budget/latency is defined in definitions/base.yaml; change it there',
      );
      await expect(
        store.write(written(budget('errors'), 'user:default/ann'), options),
      ).rejects.toThrow('There is a definition org/budget/errors already');
      await expect(store.retire('org/budget/latency')).rejects.toThrow(
        'org/budget/latency is defined in definitions/base.yaml; remove it there',
      );
      await read(EXTRA, budget('errors', '<= 1 ms'));
      await expect(inForce()).resolves.toContain(
        'org/budget/errors v1 <= 300 ms',
      );

      await store.write(
        written(budget('errors', '<= 200 ms'), 'user:default/bob'),
        { mode: 'update', author: 'user:default/bob' },
      );
      const versions = await store.listVersions('org/budget/errors');
      expect(versions.map(({ createdBy }) => createdBy)).toEqual([
        'user:default/bob',
        'user:default/ann',
      ]);
      await store.retire('org/budget/errors');
      await expect(store.retire('org/budget/errors')).rejects.toThrow(
        'There is no definition org/budget/errors',
      );
    });

    it('gives every concurrent change a version of its own', async () => {
      const create = { mode: 'create', author: 'user:default/ann' } as const;
      await store.write(written(budget('errors'), 'user:default/ann'), create);
      const other = new DatabaseDefinitionStore(knex, () => NOW);
      await Promise.all(
        [100, 200, 400, 500].map((limit, index) =>
          (index % 2 ? store : other).write(
            written(budget('errors', `<= ${limit} ms`), 'user:default/ann'),
            { ...create, mode: 'update' },
          ),
        ),
      );
      const versions = await store.listVersions('org/budget/errors');
      expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    });

    it('filters, sorts and pages', async () => {
      await read(
        BASE,
        ['c-latency', 'a-latency', 'b-errors']
          .map(name => budget(name, '<= 1 s', `100% of ${name}`))
          .join('---\n'),
      );
      await read(EXTRA, budget('gone'));
      await store.concludeReading([BASE]);
      const list = async (
        options: Partial<Parameters<DatabaseDefinitionStore['list']>[0]>,
      ) => {
        const { items, totalItems } = await store.list({
          access: everything,
          filter: {},
          order: { field: 'name', direction: 'asc' },
          limit: 10,
          offset: 0,
          ...options,
        });
        return [
          totalItems,
          ...items.map(item => item.definition.metadata.name),
        ];
      };

      await expect(list({ limit: 2, offset: 1 })).resolves.toEqual([
        4,
        'b-errors',
        'c-latency',
      ]);
      await expect(
        list({ order: { field: 'name', direction: 'desc' }, limit: 1 }),
      ).resolves.toEqual([4, 'gone']);
      await expect(list({ filter: { text: 'LATENCY' } })).resolves.toEqual([
        2,
        'a-latency',
        'c-latency',
      ]);
      await expect(list({ filter: { text: '100%' } })).resolves.toEqual([
        3,
        'a-latency',
        'b-errors',
        'c-latency',
      ]);
      await expect(list({ filter: { text: '_' } })).resolves.toEqual([0]);
      await expect(
        list({ filter: { status: ['retired'], kind: ['Budget'] } }),
      ).resolves.toEqual([1, 'gone']);
      await expect(list({ filter: { layer: ['system'] } })).resolves.toEqual([
        0,
      ]);
      await expect(
        list({ access: { ...everything, scope: 'none' } }),
      ).resolves.toEqual([0]);
    });

    it('knows what verdicts still have to follow', async () => {
      await expect(store.hasUnannouncedChanges()).resolves.toBe(false);
      await read(BASE, budget('latency'));
      await expect(store.hasUnannouncedChanges()).resolves.toBe(true);
      const version = await store.version();
      await read(BASE, budget('latency', '<= 1 s'));
      await store.markAnnounced(version);
      await expect(store.hasUnannouncedChanges()).resolves.toBe(true);
      await store.markAnnounced(version + 1);
      await store.markAnnounced(version);
      await expect(store.hasUnannouncedChanges()).resolves.toBe(false);
    });
  },
);
