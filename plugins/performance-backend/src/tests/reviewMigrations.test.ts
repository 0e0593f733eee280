import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { migrationsDirectory } from '../__testUtils__/migrateTestDatabase';
import { migrateUntilBefore } from '../__testUtils__/migrateUntilBefore';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const MIGRATION = '20261123000200_reviews.js';

const TABLES = [
  'reviews',
  'review_reviewers',
  'review_answers',
  'review_stale_answers',
  'review_risk_decisions',
  'review_comments',
  'review_attachments',
  'review_milestones',
  'review_events',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the migration of reviews on %s',
  databaseId => {
    const databases = createTestDatabases();

    const fill = async (knex: Knex): Promise<void> => {
      const [{ id: entityId }] = await knex('entities')
        .insert({
          entity_ref: 'component:default/pay',
          kind: 'component',
          namespace: 'default',
          name: 'pay',
          fact: '{}',
          fact_hash: 'abc',
          version: 1,
        })
        .returning('id');
      const [{ id: templateId }] = await knex('review_templates')
        .insert({
          hash: 'abc',
          definition_id: 'org/reviewtemplate/service',
          name: 'service',
          title: 'Service',
          version: '1.0',
          spec: '{"version":"1.0","areas":[]}',
        })
        .returning('id');
      const by = 'user:default/ann';
      const [{ id }] = await knex('reviews')
        .insert({
          entity_id: entityId,
          template_id: templateId,
          title: 'Pay',
          status: 'draft',
          version: 1,
          created_by: by,
          created_at: 1,
          changed_by: by,
          changed_at: 1,
        })
        .returning('id');
      const ofReview = { review_id: id };
      const ofQuestion = { ...ofReview, question: 'timeouts' };
      for (const [table, row] of [
        ['review_reviewers', { ...ofReview, reviewer_ref: by }],
        [
          'review_answers',
          {
            ...ofQuestion,
            version: 1,
            answer: '{}',
            answered_by: by,
            answered_at: 1,
          },
        ],
        ['review_stale_answers', { ...ofQuestion, changes: '[]', since: 1 }],
        [
          'review_risk_decisions',
          {
            ...ofQuestion,
            risk_index: 0,
            decision: 'dismissed',
            decided_by: by,
            decided_at: 1,
          },
        ],
        [
          'review_milestones',
          {
            ...ofReview,
            number: 1,
            name: 'First',
            made_by: by,
            made_at: 1,
            summary: '{}',
            content: '{}',
          },
        ],
      ] as const) {
        await knex(table).insert(row);
        await expect(knex(table).insert(row)).rejects.toThrow(/unique/i);
      }
      await knex('review_comments').insert({
        ...ofQuestion,
        body: 'Yes.',
        commented_by: by,
        commented_at: 1,
        version: 1,
      });
      await knex('review_attachments').insert({
        ...ofReview,
        name: 'a.png',
        content_type: 'image/png',
        size: 4,
        content: Buffer.from([0, 1, 254, 255]),
        attached_by: by,
        attached_at: 1,
      });
      await knex('review_events').insert({
        ...ofReview,
        at: 1,
        type: 'created',
      });
    };

    it('makes room for reviews, which go with their entity, and goes back', async () => {
      const knex = await databases.init(databaseId);
      await migrateUntilBefore(knex, MIGRATION);
      await knex.migrate.up({ directory: migrationsDirectory });
      await fill(knex);
      const [{ content }] = await knex('review_attachments');
      expect([...content]).toEqual([0, 1, 254, 255]);
      const [review] = await knex('reviews');
      expect(review).toMatchObject({ planned_ref: null, published_at: null });

      await knex('entities').delete();
      for (const table of TABLES) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
      expect(await knex('review_templates')).toHaveLength(1);

      await knex('review_templates').delete();
      await fill(knex);
      await knex.migrate.down({ directory: migrationsDirectory });
      for (const table of [...TABLES, 'review_templates']) {
        expect([table, await knex.schema.hasTable(table)]).toEqual([
          table,
          false,
        ]);
      }
      expect(await knex('entities')).toHaveLength(1);
      await knex.migrate.up({ directory: migrationsDirectory });
      expect(await knex('reviews')).toEqual([]);
    });
  },
);
