import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261123000100_findings.js';
const directory = migrationsDirectory;
const AT = 1_795_000_000_000;

const TABLES = [
  'findings',
  'finding_entities',
  'finding_links',
  'finding_comments',
  'finding_events',
  'finding_bindings',
  'finding_days',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let pay: number;
    let cart: number;

    const addEntity = (name: string) =>
      insertRow(knex, 'entities', {
        entity_ref: `component:default/${name}`,
        kind: 'component',
        namespace: 'default',
        name,
        fact: '{}',
        fact_hash: 'abc',
        version: 1,
      });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      pay = await addEntity('pay');
      cart = await addEntity('cart');
      await knex.migrate.up({ directory });
    });

    async function addFinding(externalId?: string) {
      const id = await insertRow(knex, 'findings', {
        entity_id: pay,
        title: 'Calls to the bank have no timeout',
        description: 'A **slow** bank takes all threads',
        recommendation: 'Give every call 2 s',
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
        external_id: externalId,
      });
      for (const [position, entityId] of [pay, cart].entries()) {
        await knex('finding_entities').insert({
          finding_id: id,
          entity_id: entityId,
          position,
        });
      }
      await knex('finding_links').insert({
        finding_id: id,
        position: 0,
        type: 'adr',
        url: 'https://adr.example/7',
      });
      await knex('finding_comments').insert({
        finding_id: id,
        body: 'Seen in March',
        by: 'user:default/anna',
        at: AT,
      });
      await knex('finding_events').insert({
        finding_id: id,
        type: 'created',
        by: 'user:default/anna',
        at: AT,
        changes: '[]',
      });
      await knex('finding_bindings').insert({
        finding_id: id,
        entity_id: cart,
        rule_key: 'budget:http.request.duration:p95',
        environment: 'production',
        labels: '{}',
        green_days: 5,
        bound_by: 'user:default/anna',
        bound_at: AT,
      });
      await knex('finding_days').insert({
        finding_id: id,
        day: '2026-11-18',
        state: 'green',
      });
      return id;
    }

    const counts = async () =>
      Object.fromEntries(
        await Promise.all(
          TABLES.map(async (table): Promise<[string, number]> => {
            const [{ count }] = await knex(table).count({ count: '*' });
            return [table, Number(count)];
          }),
        ),
      );

    it('goes back and forth with what people recorded', async () => {
      await addFinding();
      await knex.migrate.down({ directory });
      for (const table of TABLES) {
        expect([table, await knex.schema.hasTable(table)]).toEqual([
          table,
          false,
        ]);
      }
      expect(await knex('entities').pluck('id')).toEqual([pay, cart]);

      await knex.migrate.up({ directory });
      for (const table of TABLES) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
    });

    it('keeps one finding of an external id, and any number without', async () => {
      await addFinding('audit-1');
      await addFinding();
      await addFinding();
      await expect(addFinding('audit-1')).rejects.toThrow(/unique/i);
    });

    it('loses what hangs on a finding with it, and it with its entity', async () => {
      await addFinding();
      const kept = await addFinding();
      await knex('findings').whereNot({ id: kept }).delete();
      expect(await counts()).toEqual({
        findings: 1,
        finding_entities: 2,
        finding_links: 1,
        finding_comments: 1,
        finding_events: 1,
        finding_bindings: 1,
        finding_days: 1,
      });

      // One that is only affected takes nothing but that, and what is bound to it, with it.
      await knex('entities').where({ id: cart }).delete();
      expect(await counts()).toMatchObject({
        findings: 1,
        finding_entities: 1,
        finding_bindings: 0,
        finding_days: 1,
      });

      await knex('entities').where({ id: pay }).delete();
      expect(Object.values(await counts())).toEqual(TABLES.map(() => 0));
    });
  },
);
