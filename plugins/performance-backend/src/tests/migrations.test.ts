import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

async function migrateUpOnce(knex: Knex) {
  await knex.migrate.up({ directory: migrationsDirectory });
}

async function migrateDownOnce(knex: Knex) {
  await knex.migrate.down({ directory: migrationsDirectory });
}

const ENTITY = {
  entity_ref: 'component:default/pay',
  kind: 'component',
  namespace: 'default',
  name: 'pay',
  fact: '{}',
  fact_hash: 'abc',
  version: 1,
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'migrations on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
    });

    afterEach(async () => knex.destroy());

    async function addEntity() {
      const [{ id }] = await knex('entities').insert(ENTITY).returning('id');
      return id;
    }

    it('20261122000000_catalog.js', async () => {
      await migrateUntilBefore(knex, '20261122000000_catalog.js');
      await migrateUpOnce(knex);

      const id = await addEntity();
      await knex('entity_owners').insert({
        entity_id: id,
        owner_ref: 'group:default/payments',
        depth: 0,
      });
      await knex('entity_domains').insert({
        entity_id: id,
        domain_ref: 'domain:default/buying',
        depth: 0,
      });
      await knex('entity_tags').insert({ entity_id: id, tag: 'java' });
      await expect(knex('entities')).resolves.toEqual([
        expect.objectContaining({
          ...ENTITY,
          absent_sweeps: 0,
          announced_version: 0,
          retired_at: null,
        }),
      ]);
      await expect(addEntity()).rejects.toThrow(/unique/i);
      await knex('entities').delete();
      for (const table of ['entity_owners', 'entity_domains', 'entity_tags']) {
        await expect(knex(table)).resolves.toEqual([]);
      }

      await addEntity();
      await migrateDownOnce(knex);
      await expect(knex.schema.hasTable('entities')).resolves.toBe(false);
    });

    it('20261122000300_definitions.js', async () => {
      await migrateUntilBefore(knex, '20261122000300_definitions.js');
      await migrateUpOnce(knex);
      const entityId = await addEntity();
      const [{ id: sourceId }] = await knex('definition_sources')
        .insert({
          source_key: 'abc',
          type: 'entity',
          location: './performance.yaml',
          entity_id: entityId,
          status: 'ok',
          problems: '[]',
        })
        .returning('id');
      const [{ id }] = await knex('definitions')
        .insert({
          definition_id: 'component:default/pay/budget/latency',
          kind: 'Budget',
          name: 'latency',
          layer: 'component',
          layer_rank: 3,
          layer_entity_id: entityId,
          source_type: 'entity',
          source_location: './performance.yaml',
          source_id: sourceId,
          version: 1,
          status: 'in-force',
          problems: '[]',
          updated_at: 0,
        })
        .returning('id');
      await knex('definition_versions').insert({
        definition: id,
        version: 1,
        content: 'kind: Budget',
        content_hash: 'abc',
        document: '{}',
        created_at: 0,
      });
      await expect(knex('definition_state')).resolves.toEqual([
        { id: 1, version: 0, announced_version: 0 },
      ]);

      await knex('definition_sources').delete();
      await expect(knex('definitions')).resolves.toMatchObject([
        { id, source_id: null },
      ]);
      await knex('entities').delete();
      for (const table of ['definitions', 'definition_versions']) {
        await expect(knex(table)).resolves.toEqual([]);
      }

      await addEntity();
      await migrateDownOnce(knex);
      await expect(knex.schema.hasTable('definitions')).resolves.toBe(false);
      await expect(knex('entities')).resolves.toHaveLength(1);
    });

    it('20261122000500_waivers.js', async () => {
      await migrateUntilBefore(knex, '20261122000500_waivers.js');
      await migrateUpOnce(knex);
      const entityId = await addEntity();
      const [{ id: subjectId }] = await knex('subjects')
        .insert({
          entity_id: entityId,
          environment: 'production',
          labels_key: '',
          labels: '{}',
        })
        .returning('id');
      const [{ id: ruleId }] = await knex('rules')
        .insert({
          rule_key: 'check:runbook',
          kind: 'check',
          metric: '',
          statistic: '',
          unit: '',
          area: 'practices',
        })
        .returning('id');
      const addWaiver = async (status: string) =>
        knex('waivers')
          .insert({
            entity_id: entityId,
            rule_key: 'check:runbook',
            environment: '*',
            labels_key: '',
            labels: '{}',
            title: 'Runbook',
            status,
            reason: 'It moves.',
            requested_by: 'user:default/ann',
            requested_at: 1,
            expires_at: 2,
          })
          .returning('id');
      await addWaiver('rejected');
      await addWaiver('expired');
      const [{ id: waiverId }] = await addWaiver('requested');
      await expect(addWaiver('approved')).rejects.toThrow(/unique/i);
      await knex('waivers').where('id', waiverId).update({ status: 'revoked' });
      await addWaiver('approved');
      await knex('waiver_events').insert({
        waiver_id: waiverId,
        status: 'requested',
        at: 1,
      });

      const addDispute = async (status: string) =>
        knex('disputes').insert({
          entity_id: entityId,
          rule_id: ruleId,
          subject_id: subjectId,
          title: 'Runbook',
          state: 0,
          status,
          reason: 'It is there.',
          disputed_by: 'user:default/ann',
          disputed_at: 1,
        });
      await addDispute('rejected');
      await addDispute('open');
      await expect(addDispute('open')).rejects.toThrow(/unique/i);
      await knex('break_glass').insert({
        entity_id: entityId,
        reason: 'Nobody can pay.',
        broken_by: 'user:default/ann',
        broken_at: 1,
        until: 2,
      });

      const addOverride = async (removed_at?: number) =>
        knex('trust_overrides').insert({
          definition_id: 'org/policy/p',
          rule_key: '',
          reason: 'The launch.',
          created_by: 'user:default/ann',
          created_at: 1,
          removed_at,
        });
      await addOverride(2);
      await addOverride();
      await expect(addOverride()).rejects.toThrow(/unique/i);
      await knex('policy_trust').insert({
        definition_id: 'org/policy/p',
        rule_key: 'check:runbook',
        title: 'Runbook',
        trusted: true,
        forced: false,
        verdicts: 1,
        flip_rate: 0,
        dispute_rate: 0,
        waiver_rate: 0,
        assessed_at: 1,
      });

      await knex('entities').delete();
      for (const table of [
        'waivers',
        'waiver_events',
        'disputes',
        'break_glass',
      ]) {
        await expect(knex(table)).resolves.toEqual([]);
      }
      await expect(knex('policy_trust')).resolves.toHaveLength(1);

      await addEntity();
      await migrateDownOnce(knex);
      await expect(knex.schema.hasTable('waivers')).resolves.toBe(false);
      await expect(knex('entities')).resolves.toHaveLength(1);
    });

    it('go all the way up, down and up again', async () => {
      await knex.migrate.latest({ directory: migrationsDirectory });
      await addEntity();
      await knex.migrate.rollback({ directory: migrationsDirectory }, true);
      await expect(knex.schema.hasTable('entities')).resolves.toBe(false);
      await knex.migrate.latest({ directory: migrationsDirectory });
      await expect(knex('entities')).resolves.toEqual([]);
    });
  },
);
