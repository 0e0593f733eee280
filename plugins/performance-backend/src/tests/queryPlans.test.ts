import { Knex } from 'knex';
import { benchEntities } from '../../bench/catalog';
import { seedTrend } from '../../bench/requests';
import { seed } from '../../bench/seed';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  checkedInPlans,
  explainQueries,
  HotQuery,
  settleStatistics,
} from '../__testUtils__/explainQueries';
import { startPerformance } from '../__testUtils__/startPerformance';
import { chunked } from '../database/chunked';
import { selectChanges } from '../verdicts/selectChanges';
import { DatabaseEvidenceStore } from '../evaluation/DatabaseEvidenceStore';

// Two databases with some ten thousand rows each, on a busy machine.
jest.setTimeout(240_000);

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Few enough that statistics cover all rows, so that plans don't depend on a sample. */
const SCALE = { entities: 500, teams: 10 };

/** What is asked for most, or reads most; each by the code that asks for it. */
const HOT: HotQuery[] = [
  {
    name: 'The evidence of a batch of entities',
    table: 'evidence',
    ask: async (_, knex) =>
      knex.transaction(async tx =>
        new DatabaseEvidenceStore().load(
          await batch(knex, tx),
          ['http.request.duration', 'web.lcp'],
          tx,
        ),
      ),
  },
  {
    name: 'What a batch of entities was last found to be',
    table: 'entity_evaluations',
    ask: async ({ services }, knex) =>
      knex.transaction(async tx =>
        services.verdictStore.fingerprints(await batch(knex, tx), tx),
      ),
  },
  {
    name: 'Current verdicts of a batch of entities',
    table: 'verdicts',
    ask: async ({ services }, knex) =>
      knex.transaction(async tx =>
        services.verdictStore.current(await batch(knex, tx), tx),
      ),
  },
  {
    name: 'Entities with verdicts that time has changed',
    table: 'entity_evaluations',
    ask: ({ services }) => services.verdictStore.entitiesDue(NOW),
  },
  {
    name: 'The worst verdicts of all, and how many there are of each state',
    table: 'verdicts|entity_counts',
    ask: ({ call }) => call('GET', '/verdicts'),
  },
  {
    name: 'Verdicts of one entity',
    table: 'verdicts|entity_counts',
    ask: ({ call }) =>
      call('GET', '/verdicts', {
        query: { entityRef: 'component:default/service-7' },
      }),
  },
  {
    name: 'Changes of one verdict',
    table: 'verdict_history',
    ask: async ({ call }, knex) => {
      const { rule_id, subject_id } = await knex('verdicts')
        .orderBy(['subject_id', 'rule_id'])
        .first('rule_id', 'subject_id');
      return call('GET', `/verdicts/${rule_id}-${subject_id}`);
    },
  },
  {
    name: 'Counts by owner',
    table: 'entity_counts',
    ask: ({ call }) => call('GET', '/rollups', { query: { by: 'owner' } }),
  },
  {
    name: 'The trend of two years',
    table: 'trend_changes',
    ask: ({ call }) => call('GET', '/rollups/trend', { query: { days: 730 } }),
  },
  {
    name: 'Who has moved in thirty days',
    table: 'verdict_history',
    ask: ({ call }) => call('GET', '/rollups/movers', { query: { days: 30 } }),
  },
  {
    name: 'Scorecards of one entity',
    table: 'scorecard_results|scorecard_history',
    ask: ({ call }) =>
      call('GET', '/entities/component/default/service-7/scorecards'),
  },
  {
    name: 'Messages that are due',
    table: 'outbox',
    ask: ({ services }) =>
      services.notificationDuties.send(new AbortController().signal),
  },
];

/** What was found today once more for every hundred days before. */
async function seedHistory(knex: Knex) {
  const others =
    'rule_id, subject_id, cause, state, previous_state, confirmed, explanation_id';
  for (let days = 100; days <= 700; days += 100) {
    await knex.raw(
      `insert into verdict_history (at, ${others})
      select at - ${days * DAY_MS}, ${others} from ? where at >= ?`,
      [selectChanges(knex, 'changes'), NOW.getTime() - DAY_MS],
    );
  }
}

/** Of as many as there are here, what a hundred are of ten thousand. */
async function batch(knex: Knex, tx: Knex.Transaction): Promise<number[]> {
  const rows = await knex('entities')
    .transacting(tx)
    .orderBy('id')
    .limit(5)
    .select('id');
  return rows.map(({ id }) => id);
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'query plans on %s',
  databaseId => {
    const databases = createTestDatabases();

    it('are those that are checked in', async () => {
      const knex = await databases.init(databaseId);
      const performance = await startPerformance({
        knex,
        entities: [],
        now: NOW.toISOString(),
      });
      const { services } = performance;
      await seed(services, benchEntities(SCALE), NOW);
      // One batch after the other, so that rows always lie in the same order.
      const ids: number[] = await knex('entities').orderBy('id').pluck('id');
      for (const part of chunked(ids, 100)) {
        await services.evaluation.reevaluateEntities(part);
      }
      await seedHistory(knex);
      await seedTrend(knex, NOW);
      await knex.batchInsert(
        'outbox',
        Array.from({ length: 2000 }, (_, index) => ({
          message_key: `sent:${index}`,
          type: 'event',
          payload: '{}',
          due_at: NOW.getTime() - index,
          sent_at: NOW.getTime(),
        })),
        200,
      );
      await settleStatistics(knex);

      const text = await explainQueries(performance, knex, HOT);
      await performance.stop();
      expect(text).toBe(await checkedInPlans(`${databaseId}.txt`, text));
    });
  },
);
