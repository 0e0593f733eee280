import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';
import { wordsColumn } from '../findings/findingSearch';
import { findingWords } from '../findings/findingWords';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const directory = migrationsDirectory;
const AT = 1_795_000_000_000;

const TEXTS = [
  ['Calls to the bank have no timeout', 'A **slow** bank: it takes all'],
  ['N+1 queries', "The user's check-out waits, a\\b"],
  ['顧客のタイムアウト', `${'x'.repeat(39)}😀 …`],
  ['…', ''],
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of what findings are found by on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    const addFinding = (entityId: number, [title, description]: string[]) =>
      insertRow(knex, 'findings', {
        entity_id: entityId,
        title,
        description,
        recommendation: '',
        category: 'missing-timeout',
        severity: 4,
        likelihood: 4,
        risk: 2,
        status: 'open',
        status_at: AT,
        version: 1,
        created_by: 'user:default/anna',
        created_at: AT,
        changed_by: 'user:default/anna',
        changed_at: AT,
      });

    it('fills them in, goes with its findings, and is undone', async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, '20261123000600_finding_search.js');
      const pay = await insertRow(knex, 'entities', {
        entity_ref: 'component:default/pay',
        kind: 'component',
        namespace: 'default',
        name: 'pay',
        fact: '{}',
        fact_hash: 'abc',
        version: 1,
      });
      const ids: number[] = [];
      for (const texts of TEXTS) {
        ids.push(await addFinding(pay, texts));
      }
      await knex.migrate.up({ directory });

      // As those that are recorded from now on are stored.
      const rows = () => knex('finding_search').orderBy('finding_id');
      const filled = await rows();
      expect(filled.map(row => row.finding_id)).toEqual(ids);
      await knex('finding_search').delete();
      for (const [index, texts] of TEXTS.entries()) {
        await knex('finding_search').insert({
          finding_id: ids[index],
          words: wordsColumn(knex, findingWords(...texts)),
        });
      }
      expect(await rows()).toEqual(filled);

      await knex('findings').where('id', ids[0]).delete();
      expect(await rows()).toHaveLength(3);

      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('finding_search')).toBe(false);
      expect(await knex('findings').pluck('id')).toEqual(ids.slice(1));
      await knex.migrate.up({ directory });
      expect(await rows()).toHaveLength(3);
    });
  },
);
