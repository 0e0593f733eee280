import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  MetricQuery,
  MetricQueryResult,
  MetricSourceFactory,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { DatabaseMetricSourceHealthStore } from './DatabaseMetricSourceHealthStore';
import { MetricSources } from './MetricSources';
import { MetricSourceTypes } from './MetricSourceTypes';

jest.setTimeout(60_000);

const query: MetricQuery = {
  query: 'requests',
  start: 0,
  end: 60_000,
  stepSeconds: 60,
  counter: false,
};
const answered: MetricQueryResult = {
  points: [{ at: 0, value: 7 }],
  until: 60_000,
  warnings: [],
};
const unavailable = (message: string): MetricQueryResult => ({
  points: [],
  until: 0,
  warnings: [],
  error: { kind: 'unavailable', message },
});
const rejected: MetricQueryResult = {
  ...unavailable('parse error'),
  error: { kind: 'rejected', message: 'parse error' },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'MetricSources on %s',
  databaseId => {
    const databases = createTestDatabases();
    const signal = new AbortController().signal;
    let knex: Knex;
    let now: Date;
    let answer: (queries: MetricQuery[]) => Promise<MetricQueryResult[]>;

    const factory: MetricSourceFactory = {
      type: 'test',
      create: ({ config }) => {
        config.getString('url');
        return { queryRange: queries => answer(queries) };
      },
    };
    const told: string[] = [];
    const logger = mockServices.logger.mock({
      child: () => logger,
      warn: message => told.push(`warn: ${message}`),
      info: message => told.push(`info: ${message}`),
    });
    const sourcesOf = (...metricSources: JsonObject[]) =>
      new MetricSources({
        config: mockServices.rootConfig({
          data: { performance: { metricSources } },
        }),
        factories: new Map([['test', factory]]),
        health: new DatabaseMetricSourceHealthStore(knex),
        clock: () => now,
        logger,
      });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      now = new Date('2026-11-22T12:00:00Z');
      told.length = 0;
    });

    it('names the installed types where the config has another one', () => {
      expect(() => sourcesOf({ name: 'main', type: 'graphite' })).toThrow(
        "The metric source 'main' is of the type 'graphite', which no installed backend module adds. Types here: test",
      );
    });

    it('refuses two sources of one name', () => {
      const item = { name: 'main', type: 'test', url: 'http://a' };
      expect(() => sourcesOf(item, item)).toThrow(
        "performance.metricSources names 'main' more than once",
      );
    });

    it('shows a source that can not be made, and makes the others', async () => {
      answer = async () => [answered];
      const sources = sourcesOf(
        { name: 'broken', type: 'test' },
        { name: 'main', type: 'test', url: 'http://a' },
      );
      expect(sources.get('broken')).toBeUndefined();
      expect(sources.get('other')).toBeUndefined();
      expect(
        await sources.get('main')?.queryRange([query], { signal }),
      ).toEqual([answered]);
      expect(await sources.list()).toEqual([
        {
          name: 'broken',
          type: 'test',
          state: 'unhealthy',
          lastError: {
            at: now,
            message: expect.stringContaining(
              "Missing required config value at 'performance.metricSources[0].url'",
            ),
          },
        },
        { name: 'main', type: 'test', state: 'healthy', lastSuccessAt: now },
      ]);
    });

    it('tells how sources do, to every replica', async () => {
      const item = { name: 'main', type: 'test', url: 'http://a' };
      const [sources, replica] = [sourcesOf(item), sourcesOf(item)];
      const ask = async (time: string, ...results: MetricQueryResult[]) => {
        now = new Date(time);
        answer = async () => results;
        await sources.get('main')?.queryRange(
          results.map(() => query),
          { signal },
        );
        const [info] = await replica.list();
        return [
          info.state,
          info.lastSuccessAt?.toISOString().slice(11, 16),
          info.lastError?.at.toISOString().slice(11, 16),
          info.lastError?.message,
        ];
      };
      expect((await replica.list())[0].state).toBe('unknown');
      expect(await ask('2026-11-22T12:00:00Z', answered)).toEqual([
        'healthy',
        '12:00',
        undefined,
        undefined,
      ]);
      expect(await ask('2026-11-22T12:01:00Z', unavailable('refused'))).toEqual(
        ['unhealthy', '12:00', '12:01', 'refused'],
      );
      expect(
        await ask('2026-11-22T12:02:00Z', answered, unavailable('too slow')),
      ).toEqual(['healthy', '12:02', '12:02', 'too slow']);
      expect(await ask('2026-11-22T12:03:00Z', rejected)).toEqual([
        'healthy',
        '12:03',
        '12:02',
        'too slow',
      ]);
      await ask('2026-11-22T12:04:00Z', unavailable('gone'));
      await ask('2026-11-22T12:05:00Z', unavailable('gone'));
      await ask('2026-11-22T12:06:00Z', answered);
      expect(told).toEqual([
        "warn: The metric source 'main' doesn't answer: refused",
        "info: The metric source 'main' answers again",
        "warn: The metric source 'main' doesn't answer: gone",
        "info: The metric source 'main' answers again",
      ]);
    });

    it.each([
      ['throws', async () => Promise.reject(new Error('Out of order'))],
      ['answers too little', async () => []],
    ])('gives answers for a source that %s', async (_, misbehaviour) => {
      answer = misbehaviour;
      const source = sourcesOf({ name: 'main', type: 'test', url: 'x' }).get(
        'main',
      );
      expect(await source?.queryRange([query], { signal })).toEqual([
        {
          points: [],
          until: 0,
          warnings: [],
          error: {
            kind: 'unavailable',
            message: expect.stringMatching(
              /Out of order|It gave 0 answers to 1 queries/,
            ),
          },
        },
      ]);
    });

    it('passes an abort on, and holds nothing against the source', async () => {
      answer = async () => Promise.reject(new Error('Aborted'));
      const sources = sourcesOf({ name: 'main', type: 'test', url: 'x' });
      await expect(
        sources.get('main')?.queryRange([query], {
          signal: AbortSignal.abort(new Error('Shutting down')),
        }),
      ).rejects.toThrow('Shutting down');
      expect((await sources.list())[0].state).toBe('unknown');
    });
  },
);

describe('MetricSourceTypes', () => {
  it('refuses a second factory of a type', () => {
    const types = new MetricSourceTypes();
    const factory: MetricSourceFactory = {
      type: 'test',
      create: () => ({ queryRange: async () => [] }),
    };
    types.addMetricSourceFactory(factory);
    expect(() => types.addMetricSourceFactory(factory)).toThrow(
      "There is a type of metric source 'test' already",
    );
  });
});
