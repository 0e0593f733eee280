import { Knex } from 'knex';
import { seedFindings } from '../../bench/findings';
import { readTemplate, seedReviews } from '../../bench/reviews';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  checkedInPlans,
  explainQueries,
  HotQuery,
  settleStatistics,
} from '../__testUtils__/explainQueries';
import { startPerformance } from '../__testUtils__/startPerformance';

// Two databases with some thousand rows each, on a busy machine.
jest.setTimeout(240_000);

const NOW = new Date('2026-11-22T12:00:00Z');
const ENTITY = 'component:default/service-7';

/** Of 500 entities; few enough that statistics cover all rows, so that plans don't depend on a sample. */
const FINDINGS = 2500;
const REVIEWS = 100;
const PROPOSALS = 400;

const list =
  (path: string, query: Record<string, string | boolean>): HotQuery['ask'] =>
  ({ call }) =>
    call('GET', path, { query });

/** What people ask of findings, reviews and proposals; each by the code that asks for it. */
const HOT: HotQuery[] = [
  {
    name: 'Open findings, the riskiest first, and what else to filter them by',
    table: 'findings',
    ask: list('/findings', { open: true }),
  },
  {
    name: 'What open findings add up to',
    table: 'findings',
    ask: list('/finding-summary', {}),
  },
  {
    name: 'Findings with two words',
    table: 'finding_search|findings',
    ask: list('/findings', { q: 'basket stampede' }),
  },
  {
    name: "One entity's findings",
    table: 'findings',
    ask: list('/findings', { entityRef: ENTITY }),
  },
  {
    name: 'One finding',
    table: 'findings|finding_entities|finding_links|finding_bindings',
    ask: ({ call }) => call('GET', '/findings/7'),
  },
  {
    name: 'Findings that are overdue',
    table: 'findings',
    ask: list('/findings', { overdue: true, sort: 'dueDate' }),
  },
  {
    name: 'Reviews, changed last first, and what else to filter them by',
    table: 'reviews',
    ask: list('/reviews', {}),
  },
  {
    name: 'Reviews with a text',
    table: 'reviews',
    ask: list('/reviews', { q: 'service-7' }),
  },
  {
    name: 'One review',
    table: 'reviews|review_answers|review_stale_answers',
    ask: ({ call }) => call('GET', '/reviews/7'),
  },
  {
    name: 'Proposals, the worst first, and what else to filter them by',
    table: 'analysis_proposals',
    ask: list('/analysis/proposals', {}),
  },
  {
    name: 'Proposals about one entity',
    table: 'analysis_proposals',
    ask: list('/analysis/proposals', { entityRef: ENTITY }),
  },
];

async function seedProposals(knex: Knex) {
  const entityIds: number[] = await knex('entities').orderBy('id').pluck('id');
  const rules = ['single-point-of-failure', 'fan-out', 'fan-in', 'cycle'];
  await knex.batchInsert(
    'analysis_proposals',
    Array.from({ length: PROPOSALS }, (_, index) => ({
      id: index + 1,
      key_hash: `hash-${index}`,
      key: `key-${index}`,
      rule: rules[index % rules.length],
      entity_id: entityIds[index],
      environment: '*',
      title: `Proposal ${index}`,
      explanation: 'Many depend on it.',
      recommendation: 'Have two of it.',
      category: 'single-point-of-failure',
      severity: index % 5,
      likelihood: index % 3,
      weight: index,
      graph: '{}',
      numbers: '{}',
      content_hash: `content-${index}`,
      first_seen_at: NOW.getTime(),
      last_seen_at: NOW.getTime(),
      gone_at: index % 10 === 0 ? NOW.getTime() : null,
    })),
    50,
  );
  await knex.batchInsert(
    'analysis_proposal_entities',
    Array.from({ length: PROPOSALS }, (_, index) => ({
      proposal_id: index + 1,
      entity_id: entityIds[index],
      position: 0,
      core: true,
    })),
    200,
  );
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'query plans of findings, reviews and proposals on %s',
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
      await seedFindings(knex, services, FINDINGS, NOW);
      await seedReviews(services, await readTemplate(), REVIEWS, NOW);
      await seedProposals(knex);
      await settleStatistics(knex);

      const text = await explainQueries(performance, knex, HOT);
      await performance.stop();
      expect(text).toBe(
        await checkedInPlans(`${databaseId}-records.txt`, text),
      );
    });
  },
);
