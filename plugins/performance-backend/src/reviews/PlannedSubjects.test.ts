import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { ARCHITECT, OWNER, PEOPLE, STRANGER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from './__testUtils__/conductReviews';
import { reviewTemplate } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';

const BUYING: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'buying', title: 'Buying' },
  spec: { owner: 'payments' },
};

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'reviews of what is planned on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const { answerAll, putTo, get, expectStatus } = conductReviews(
      () => performance,
    );

    const sweep = async (...entities: Entity[]) => {
      performance.setCatalog([BUYING, component('pay'), ...entities]);
      await performance.services.catalogProjection.sweep();
    };
    const plan = (user = ARCHITECT, subject: object = {}) =>
      performance.call('POST', '/reviews', {
        json: {
          subject: {
            entityRef: 'component:default/vouchers',
            within: 'system:default/buying',
            title: 'Vouchers',
            ...subject,
          },
          template: 'service',
        },
        user,
      });

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [],
        now: NOW,
        policy: PEOPLE,
      });
      await expectStatus(201, 'POST', '/definitions', {
        json: { content: reviewTemplate() },
      });
    });
    beforeEach(async () => {
      await performance.forgetEntities();
      await sweep();
    });
    // Findings have entities evaluated in the background.
    afterEach(() => performance.services.reevaluations.whenIdle());
    afterAll(() => performance.stop());

    it('hang on what they are going to be part of', async () => {
      const { status, body } = await plan();
      expect(status).toBe(201);
      expect(body).toMatchObject({
        title: 'Title of service: Vouchers',
        subject: {
          entityRef: 'component:default/vouchers',
          title: 'Vouchers',
          planned: true,
        },
        entity: { entityRef: 'system:default/buying' },
      });
      for (const entityRef of [
        'component:default/vouchers',
        'system:default/buying',
      ]) {
        const { items } = await expectStatus(200, 'GET', '/reviews', {
          query: { entityRef },
        });
        expect(items.map((item: { id: string }) => item.id)).toEqual([body.id]);
      }
      // Whoever may not see the system knows nothing of its plans.
      await expectStatus(404, 'GET', `/reviews/${body.id}`, { user: STRANGER });
      expect((await plan(STRANGER)).status).toBe(404);
      expect((await plan(OWNER)).status).toBe(403);
      expect((await plan()).status).toBe(409);
      const unknown = await plan(ARCHITECT, { within: undefined });
      expect(unknown.status).toBe(404);
      expect(unknown.body.error.message).toContain("say in 'within'");
    });

    it.each([
      ['a kind that is not governed', { entityRef: 'group:default/vouchers' }],
      ['what the catalog could not have', { entityRef: 'a/b c' }],
      ['a NUL', { entityRef: 'component:default/a\0b' }],
      ['no title', { title: ' \0 ' }],
    ])('are not begun of %s', async (_, subject) => {
      expect((await plan(ARCHITECT, subject)).status).toBe(400);
    });

    it('become drafts of budgets for it, and findings of what it will be part of', async () => {
      const { body } = await plan();
      await answerAll(body.id);
      const { yaml } = await expectStatus(
        200,
        'GET',
        `/reviews/${body.id}/drafts`,
      );
      expect(yaml).toContain('vouchers');
      const { findingId } = await expectStatus(
        201,
        'POST',
        `/reviews/${body.id}/risks/timeouts/0/finding`,
        { json: {} },
      );
      expect(
        await expectStatus(200, 'GET', `/findings/${findingId}`),
      ).toMatchObject({
        entity: { entityRef: 'system:default/buying' },
        description: 'Of `component:default/vouchers`, which is planned.',
      });
    });

    it('are of the entity once the catalog has it, and stale from then on', async () => {
      const { body } = await plan();
      await answerAll(body.id);
      await putTo(body.id, 'in-review');
      await putTo(body.id, 'published');

      const vouchers = component('vouchers', { system: 'buying' });
      await sweep(vouchers);
      expect(await get(body.id)).toMatchObject({
        subject: { entityRef: 'component:default/vouchers', planned: false },
        entity: { entityRef: 'component:default/vouchers' },
        status: 'published',
        stale: [],
      });
      const { items } = await expectStatus(
        200,
        'GET',
        `/reviews/${body.id}/history`,
      );
      expect(items[0]).toMatchObject({
        type: 'entity-appeared',
        detail: { within: 'system:default/buying' },
      });
      expect(items[0]).not.toHaveProperty('by');
      const { totalItems } = await expectStatus(200, 'GET', '/reviews', {
        query: { entityRef: 'system:default/buying' },
      });
      expect(totalItems).toBe(0);

      await sweep({ ...vouchers, spec: { ...vouchers.spec, owner: 'shop' } });
      expect((await get(body.id)).stale).toMatchObject([
        { question: 'on-call' },
      ]);
    });
  },
);
