import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261123000300_analysis.js';
const directory = migrationsDirectory;

const TABLES = [
  'analysis_runs',
  'analysis_proposals',
  'analysis_proposal_entities',
  'analysis_proposal_events',
  'analysis_gaps',
  'analysis_gap_entities',
  'analysis_problems',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of the analysis on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let entityId: number;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      entityId = await insertRow(knex, 'entities', {
        entity_ref: 'resource:default/db',
        kind: 'resource',
        namespace: 'default',
        name: 'db',
        fact: '{}',
        fact_hash: 'abc',
        version: 1,
      });
      await knex.migrate.up({ directory });
    });

    async function addProposal(keyHash: string) {
      const id = await insertRow(knex, 'analysis_proposals', {
        key_hash: keyHash,
        key: 'shared-database:resource:default/db',
        rule: 'shared-database',
        entity_id: entityId,
        environment: '*',
        title: 'db is shared by 2 owners',
        explanation: 'It is.',
        recommendation: 'Split it.',
        category: 'shared-database',
        severity: 2,
        likelihood: 2,
        weight: 2,
        graph: '{"nodes":[],"edges":[]}',
        numbers: '{"owners":2}',
        content_hash: 'x',
        first_seen_at: 1_795_000_000_000,
        last_seen_at: 1_795_000_000_000,
      });
      await knex('analysis_proposal_entities').insert({
        proposal_id: id,
        entity_id: entityId,
        position: 0,
        core: true,
      });
      await knex('analysis_proposal_events').insert({
        proposal_id: id,
        type: 'appeared',
        at: 1_795_000_000_000,
      });
      return id;
    }

    async function addGap() {
      const gapId = await insertRow(knex, 'analysis_gaps', {
        rule: 'shared-database',
        code: 'no-owner',
        reason: 'They have no owner.',
      });
      await knex('analysis_gap_entities').insert({
        gap_id: gapId,
        entity_id: entityId,
      });
      await knex('analysis_problems').insert({
        entity_id: entityId,
        annotation: 'performance-governance.io/tier',
        message: 'It is no tier.',
      });
    }

    it('goes back and forth with what people decided', async () => {
      await addProposal('a');
      await addGap();
      await insertRow(knex, 'analysis_runs', {
        state: 'pending',
        trigger: 'change',
        not_before: 1,
      });

      await knex.migrate.down({ directory });
      for (const table of TABLES) {
        expect([table, await knex.schema.hasTable(table)]).toEqual([
          table,
          false,
        ]);
      }
      expect(await knex('entities').select('id')).toEqual([{ id: entityId }]);

      await knex.migrate.up({ directory });
      for (const table of TABLES) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
    });

    it('keeps one proposal of a key, and loses them with their entity', async () => {
      await addProposal('a');
      await addProposal('b');
      await expect(addProposal('a')).rejects.toThrow(/unique/i);
      await addGap();
      await knex('entities').delete();
      for (const table of TABLES.filter(name => name !== 'analysis_gaps')) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
    });

    it('lets one analysis wait and one be made', async () => {
      const add = (state: string) =>
        insertRow(knex, 'analysis_runs', {
          state,
          trigger: 'change',
          not_before: 1,
        });
      for (const state of ['ended', 'ended', 'running', 'pending']) {
        await add(state);
      }
      await expect(add('pending')).rejects.toThrow(/unique/i);
      await expect(add('running')).rejects.toThrow(/unique/i);
      await add('ended');
    });
  },
);
