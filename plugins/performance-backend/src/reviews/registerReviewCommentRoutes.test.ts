import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import {
  ARCHITECT,
  OWNER,
  PEOPLE,
  READER,
  STRANGER,
} from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from './__testUtils__/conductReviews';
import { reviewTemplate } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';
const LATER = '2026-11-23T12:05:00.000Z';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'comments on reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let review: string;
    const { begin, putTo, get, expectStatus } = conductReviews(
      () => performance,
    );

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [component('pay')],
        now: NOW,
        policy: PEOPLE,
      });
      await expectStatus(201, 'POST', '/definitions', {
        json: { content: reviewTemplate() },
      });
    });
    beforeEach(async () => {
      performance.setNow(NOW);
      await performance.forgetEntities();
      await performance.services.catalogProjection.sweep();
      review = await begin('pay');
    });
    afterAll(() => performance.stop());

    const comment = (body: string, question?: string, user = ARCHITECT) =>
      performance.call('POST', `/reviews/${review}/comments`, {
        json: { body, question },
        user,
      });
    const change = (
      method: string,
      commentId: string,
      json?: object,
      user = ARCHITECT,
    ) =>
      performance.call(method, `/reviews/${review}/comments/${commentId}`, {
        json,
        user,
      });

    it('are kept as they were written, in order, by question', async () => {
      const first = await comment('**Really?** <script>', 'timeouts', OWNER);
      expect([first.status, first.body]).toEqual([
        201,
        {
          id: expect.any(String),
          question: 'timeouts',
          body: '**Really?** <script>',
          by: OWNER,
          at: NOW,
          version: 1,
          may: { edit: true },
        },
      ]);
      await comment('Yes.', 'timeouts');
      await comment('Well done.');
      expect((await get(review)).comments).toEqual(
        expect.arrayContaining([
          { count: 1 },
          { question: 'timeouts', count: 2 },
        ]),
      );
      const page = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/comments`,
        { query: { question: 'timeouts', limit: 1, offset: 1 }, user: OWNER },
      );
      expect(page).toEqual({
        totalItems: 2,
        items: [
          expect.objectContaining({ body: 'Yes.', may: { edit: false } }),
        ],
      });
      const all = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/comments`,
        {
          user: OWNER,
        },
      );
      expect(
        all.items.map((item: { may: { edit: boolean } }) => item.may.edit),
      ).toEqual([true, false, false]);
    });

    it('are changed and deleted by their authors only', async () => {
      const { body } = await comment('First');
      performance.setNow(LATER);
      const edit = { version: 1, body: 'Second' };
      expect((await change('PATCH', body.id, edit, OWNER)).status).toBe(403);
      expect((await change('DELETE', body.id, undefined, OWNER)).status).toBe(
        403,
      );
      expect((await change('PATCH', body.id, edit)).body).toMatchObject({
        body: 'Second',
        at: NOW,
        editedAt: LATER,
        version: 2,
      });
      expect((await change('PATCH', body.id, edit)).status).toBe(409);
      expect((await change('DELETE', body.id)).status).toBe(204);
      expect((await change('DELETE', body.id)).status).toBe(404);
      const { items } = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/history`,
      );
      expect(items.map(({ type }: { type: string }) => type)).toEqual([
        'comment-deleted',
        'comment-edited',
        'comment-added',
        'created',
      ]);
    });

    it.each([
      ['an owner', OWNER, 201],
      ['a reader', READER, 403],
      ['who may not see the review', STRANGER, 404],
    ])('are for %s to write or not', async (_, user, expected) => {
      expect((await comment('Hello', undefined, user)).status).toBe(expected);
    });

    it('say something, about something that is asked, while the review lives', async () => {
      expect((await comment('   ')).status).toBe(400);
      expect((await comment('Hello', 'nothing')).status).toBe(404);
      await putTo(review, 'archived');
      expect((await comment('Hello')).status).toBe(409);
    });
  },
);
