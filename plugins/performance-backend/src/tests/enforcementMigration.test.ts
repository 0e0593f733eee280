import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { insertRow } from '../__testUtils__/insertRow';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261122000400_enforcement.js';

const rule = (kind: string, area: string) => ({
  rule_key: `${kind}:some`,
  kind,
  metric: '',
  statistic: '',
  unit: '',
  area,
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of enforcement on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let subject: { subject_id: number; entity_id: number };
    let explanationId: number;

    const insert = (table: string, row: object) => insertRow(knex, table, row);
    const insertVerdict = async (ruleId: number, more: object = {}) => {
      await knex('verdicts').insert({
        ...subject,
        rule_id: ruleId,
        environment: 'production',
        state: 0,
        explanation_id: explanationId,
        since: 1_795_000_000_000,
        confirmed: false,
        streak: 1,
        ...more,
      });
    };
    const explanation = async () =>
      JSON.parse((await knex('explanations').first()).body);
    const version = async () =>
      (await knex('definition_state').first()).version;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      const entityId = await insert('entities', {
        entity_ref: 'component:default/checkout',
        kind: 'component',
        namespace: 'default',
        name: 'checkout',
        fact: '{}',
        fact_hash: 'x',
        version: 1,
      });
      subject = {
        entity_id: entityId,
        subject_id: await insert('subjects', {
          entity_id: entityId,
          environment: 'production',
          labels_key: '',
          labels: '{}',
        }),
      };
      explanationId = await insert('explanations', {
        hash: 'x',
        essence: 'x',
        title: 'Latency',
        definition_name: 'latency',
        body: JSON.stringify({ title: 'Latency', limit: {} }),
      });
    });

    it('keeps budgets blocking, and has everything judged again', async () => {
      const budgetId = await insert('rules', rule('budget', 'latency'));
      await insertVerdict(budgetId, { lapses_at: 1_795_000_600_000 });
      const before = await version();
      await knex.migrate.up({ directory: migrationsDirectory });

      const [row] = await knex('verdicts');
      expect({ ...row, changes_at: Number(row.changes_at) }).toMatchObject({
        state: 0,
        stage: 3,
        next_stage: null,
        next_stage_at: null,
        waiver_id: null,
        changes_at: 1_795_000_600_000,
      });
      expect(Boolean(row.waived)).toBe(false);
      expect(await explanation()).toEqual({
        title: 'Latency',
        limit: {},
        enforcement: { stage: 'block', requireEvidence: true, story: [] },
      });
      expect(await version()).toBe(before + 1);
      await insert('rules', rule('budget', 'a-much-longer-name-of-an-area'));
      await expect(insert('rules', rule('budget', 'latency'))).rejects.toThrow(
        /unique/i,
      );
    });

    it('goes back to budgets only', async () => {
      const budgetId = await insert('rules', rule('budget', 'latency'));
      await knex.migrate.up({ directory: migrationsDirectory });
      const checkId = await insert('rules', rule('check', 'practices'));
      await insertVerdict(budgetId);
      await insertVerdict(checkId, {
        stage: 1,
        waived: true,
        waiver_id: 'waiver',
      });
      await knex('verdict_history').insert({
        rule_id: checkId,
        subject_id: subject.subject_id,
        at: 1_795_000_000_000,
        cause: 'definition',
        state: 0,
        confirmed: true,
        explanation_id: explanationId,
      });
      await knex.migrate.down({ directory: migrationsDirectory });

      expect(await knex('verdicts')).toEqual([
        expect.not.objectContaining({ stage: expect.anything() }),
      ]);
      expect(await knex('verdict_history')).toEqual([]);
      expect(await knex('rules')).toMatchObject([{ kind: 'budget' }]);
      expect(await explanation()).toEqual({ title: 'Latency', limit: {} });
      await expect(insert('rules', rule('budget', 'errors'))).rejects.toThrow(
        /unique/i,
      );

      await knex.migrate.up({ directory: migrationsDirectory });
      expect(await knex('verdicts')).toMatchObject([{ stage: 3 }]);
    });
  },
);
