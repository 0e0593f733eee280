import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CART,
  findingCalls,
  startFindings,
} from './__testUtils__/startFindings';

// Two databases on a busy machine.
jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'search in findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const { call, create } = findingCalls(() => performance);
    let timeout: any;
    let queries: any;
    let basket: any;

    const search = async (q: string) => {
      const { body } = await performance.call('GET', '/findings', {
        query: { q, sort: 'age' },
      });
      expect(body.totalItems).toBe(body.items.length);
      const summary = await performance.call('GET', '/finding-summary', {
        query: { q },
      });
      expect(summary.body.total).toBe(body.items.length);
      return body.items.map(({ id }: any) => id);
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex);
      timeout = await create();
      queries = await create({
        title: 'N+1 queries per page',
        description: "It's 100 % of what the user's check-out waits for: a\\b",
      });
      basket = await create({
        entityRef: CART,
        title: 'Basket ärgert 顧客のタイムアウト',
        description: '',
      });
    });

    afterAll(async () => {
      await performance.stop();
    });

    it.each([
      ['words', 'timeout', () => [timeout]],
      ['in any case', 'TIMEOUT', () => [timeout]],
      ['the beginnings of words', 'quer', () => [queries]],
      ['not the ends of words', 'ueries', () => []],
      ['in the description', 'slow', () => [timeout]],
      ['inside Markdown', 'threads', () => [timeout]],
      ['all of the words, in any order', 'bank calls', () => [timeout]],
      ['nothing that has one of them only', 'bank queries', () => []],
      ['what is written in one', 'n+1', () => [queries]],
      ['the parts of that', 'out', () => [queries]],
      ['words with an apostrophe', "user's", () => [queries]],
      ['words with a backslash', 'a\\b', () => [queries]],
      ['other letters', 'ÄRGERT', () => [basket]],
      ['within scripts without spaces', 'タイムアウト', () => [basket]],
      ['part of the title of its entity', 'AR', () => [basket]],
      ['a word of its own and one of its entity', 'pay slow', () => [timeout]],
      ['its number', () => basket.id, () => [basket]],
      ['its number as it is shown', () => `F-${basket.id}`, () => [basket]],
      ['nothing by punctuation', '%', () => []],
      ['all by spaces', ' ', () => [timeout, queries, basket]],
    ] as [string, string | (() => string), () => any[]][])(
      'finds %s',
      async (_, q, found) => {
        expect(await search(typeof q === 'string' ? q : q())).toEqual(
          found().map(({ id }) => id),
        );
      },
    );

    it('finds what a finding says by now', async () => {
      const { body } = await call('PATCH', `/findings/${timeout.id}`, {
        version: timeout.version,
        title: 'Calls to the bank hang',
      });
      expect(body.title).toBe('Calls to the bank hang');
      expect(await search('hang')).toEqual([timeout.id]);
      expect(await search('timeout')).toEqual([]);
      expect(await search('slow')).toEqual([timeout.id]);
    });
  },
);
