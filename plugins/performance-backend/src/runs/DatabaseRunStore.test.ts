import {
  QuantileSketch,
  resolveEntityFact,
  Series,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseEntityStore } from '../catalog/DatabaseEntityStore';
import { DatabaseRunStore } from './DatabaseRunStore';
import { noCounts } from './runRow';
import { RunRecord } from './RunStore';

const sketch = new QuantileSketch();
for (let value = 1; value <= 20_000; value++) {
  sketch.add(value);
}

const SERIES: Series[] = [
  {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: {},
    count: 4,
    min: 0.1,
    max: 1e-300,
    mean: 123456.789,
    stddev: 0,
    quantiles: { '0.5': 0.30000000000000004, '0.999': 1e21 },
    quantileMethod: 'exact',
    values: [-0.5, 0, 0.1 + 0.2, Number.MAX_VALUE],
  },
  {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: { endpoint: 'POST /pay', journey: 'buy' },
    count: 20_000,
    quantiles: { '0.95': 19_000 },
    quantileMethod: 'ddsketch',
    sketch: sketch.toBase64(),
  },
  {
    metric: 'http.request.rate',
    unit: '1/s',
    labels: {},
    mean: 33.3,
    quantiles: {},
    quantileMethod: 'none',
  },
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'DatabaseRunStore on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let store: DatabaseRunStore;
    let run: RunRecord;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      const entities = new DatabaseEntityStore(knex);
      await entities.upsert([
        resolveEntityFact(component('checkout'), () => undefined),
      ]);
      const entity = await entities.getByRef('component:default/checkout');
      store = new DatabaseRunStore(knex);
      run = {
        id: 'a'.repeat(32),
        entityId: entity!.id,
        entityRef: 'component:default/checkout',
        environment: 'production',
        externalId: 'build-7',
        changeLabels: ['reliability', 'security'],
        type: 'soak',
        tool: 'k6',
        toolVersion: '2.0.0',
        format: 'k6-ndjson',
        commit: 'abc',
        branch: 'main',
        tracked: true,
        ciUrl: 'https://ci.example/7',
        release: '1.0.0',
        startedAt: new Date('2026-11-22T11:00:00.123Z'),
        endedAt: new Date('2026-11-22T11:01:00.123Z'),
        durationSeconds: 60,
        contentSha256: 'b'.repeat(64),
        bytes: 5_000_000_000,
        configuration: { vus: 10, scenario: 'load', cached: false },
        configurationFingerprint: 'c'.repeat(32),
        toolVerdicts: [{ metric: 'm', expression: 'p(95)<1', passed: true }],
        warnings: [{ code: 'x', message: 'y', location: 'line 1' }],
        timeline: {
          startedAt: '2026-11-22T11:00:00.000Z',
          bucketSeconds: 30,
          buckets: [{ rate: 1, errorRate: 0 }],
        },
        outcome: 'fail',
        counts: { ...noCounts(), fail: 1, pass: 2 },
        notJudged: [{ ruleId: 'r', count: 1, examples: [{ a: 'b' }] }],
        requests: 4,
        p95: 19.5,
        createdAt: new Date('2026-11-22T12:00:00Z'),
        createdBy: 'user:default/ann',
      };
      await knex.transaction(tx => store.insert(run, SERIES, tx));
    });

    it('gives back a run as it was', async () => {
      expect(await store.get(run.id)).toEqual(run);
      expect(await store.get('nothing')).toBeUndefined();
    });

    it('gives back a run that says little', async () => {
      const little: RunRecord = {
        id: 'd'.repeat(32),
        entityId: run.entityId,
        entityRef: run.entityRef,
        environment: 'staging',
        changeLabels: [],
        type: 'load',
        tool: 'k6',
        format: 'run',
        tracked: false,
        startedAt: run.startedAt,
        endedAt: run.startedAt,
        contentSha256: run.contentSha256,
        bytes: 0,
        configurationFingerprint: run.configurationFingerprint,
        toolVerdicts: [],
        warnings: [],
        counts: noCounts(),
        notJudged: [],
        createdAt: run.createdAt,
        createdBy: run.createdBy,
      };
      await knex.transaction(tx => store.insert(little, [], tx));
      expect(await store.get(little.id)).toEqual(little);
    });

    it('gives back every value and sketch bit by bit', async () => {
      expect(await store.loadSeries(run.id)).toEqual(SERIES);
      expect(
        await store.loadSeries(run.id, { metrics: ['http.request.rate'] }),
      ).toEqual([SERIES[2]]);
    });

    it('lists series without their values', async () => {
      const { items } = await store.listSeries(run.id, {
        limit: 10,
        offset: 0,
      });
      expect(items).toEqual(
        SERIES.map(({ values: _, sketch: _sketch, ...rest }) => rest),
      );
    });

    it('stores more series than fit into one statement', async () => {
      const many = { ...run, id: 'e'.repeat(32), externalId: undefined };
      const series = Array.from({ length: 2000 }, (_, index) => ({
        ...SERIES[2],
        labels: { endpoint: `GET /${index}` },
      }));
      await knex.transaction(tx => store.insert(many, series, tx));
      expect(await store.loadSeries(many.id)).toEqual(series);
    });

    it('refuses an external id twice in an environment', async () => {
      await expect(
        knex.transaction(tx =>
          store.insert({ ...run, id: 'f'.repeat(32) }, [], tx),
        ),
      ).rejects.toThrow(/unique/i);
    });
  },
);
