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

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'risks of reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let review: string;
    const { begin, answer, answerAll, get, expectStatus } = conductReviews(
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
      await performance.forgetEntities();
      await performance.services.catalogProjection.sweep();
      review = await begin('pay');
      await answerAll(review);
    });
    // Findings have entities evaluated in the background.
    afterEach(() => performance.services.reevaluations.whenIdle());
    afterAll(() => performance.stop());

    const decide = (
      method: 'POST' | 'DELETE',
      what: string,
      json?: object,
      user = ARCHITECT,
    ) =>
      performance.call(method, `/reviews/${review}/risks/timeouts/${what}`, {
        json,
        user,
      });
    const REASON = { reason: 'The mesh sets a timeout for all of them.' };

    it('become findings once a person wants it', async () => {
      const { status, body } = await decide('POST', '0/finding', {
        likelihood: 'high',
        dueDate: '2027-01-31',
      });
      expect([status, body]).toEqual([
        201,
        {
          findingId: expect.stringMatching(/^\d+$/),
          risk: expect.objectContaining({
            question: 'timeouts',
            index: 0,
            likelihood: 'medium',
            decision: {
              type: 'finding',
              findingId: body.findingId,
              by: ARCHITECT,
              at: NOW,
            },
          }),
        },
      ]);
      expect(
        await expectStatus(200, 'GET', `/findings/${body.findingId}`),
      ).toMatchObject({
        title: 'Calls without timeouts',
        recommendation: 'Set a timeout on each call.',
        category: 'missing-timeout',
        severity: 'high',
        likelihood: 'high',
        effort: 'small',
        owner: 'group:default/payments',
        dueDate: '2027-01-31',
        status: 'open',
        entity: { entityRef: 'component:default/pay' },
      });
      const { items } = await expectStatus(200, 'GET', '/findings', {
        query: { reviewId: review },
      });
      expect(items).toHaveLength(1);
      expect((await get(review)).risks).toEqual({ raised: 1, undecided: 0 });

      const again = await decide('POST', '0/finding', {});
      expect(again.status).toBe(409);
      expect(again.body.error.message).toContain(`F-${body.findingId}`);
      expect((await decide('POST', '0/dismissal', REASON)).status).toBe(409);
      expect((await decide('DELETE', '0/dismissal')).status).toBe(409);
      expect(performance.audit).toContainEqual({
        eventId: 'review-risk-finding',
        outcome: 'success',
      });
    });

    it('are dismissed for a reason, which can be taken back', async () => {
      const { status, body } = await decide('POST', '0/dismissal', REASON);
      expect([status, body.decision]).toEqual([
        200,
        { type: 'dismissed', ...REASON, by: ARCHITECT, at: NOW },
      ]);
      expect((await decide('POST', '0/finding', {})).status).toBe(409);
      const restored = await decide('DELETE', '0/dismissal');
      expect(restored.status).toBe(200);
      expect(restored.body).not.toHaveProperty('decision');
      expect((await decide('DELETE', '0/dismissal')).status).toBe(409);
      const { items } = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/history`,
        { query: { question: 'timeouts' } },
      );
      expect(items).toMatchObject([
        { type: 'restored' },
        { type: 'dismissed', detail: REASON },
        { type: 'answered' },
      ]);
    });

    it('keep their decision while the answer that raises them comes and goes', async () => {
      await decide('POST', '0/dismissal', REASON);
      await answer(review, 'timeouts', 1, { choices: ['all'] });
      expect((await get(review)).raisedRisks).toEqual([]);
      expect((await decide('DELETE', '0/dismissal')).status).toBe(409);
      await answer(review, 'timeouts', 2, { choices: ['none'] });
      expect((await get(review)).raisedRisks).toMatchObject([
        { decision: REASON },
      ]);
    });

    it.each([
      ['that is not raised', 'latency/0', 409],
      ['that nobody asks about', 'timeouts/1', 404],
      ['of no question', 'nothing/0', 404],
    ])('are not decided on %s', async (_, risk, expected) => {
      const { status } = await performance.call(
        'POST',
        `/reviews/${review}/risks/${risk}/dismissal`,
        { json: REASON },
      );
      expect(status).toBe(expected);
    });

    it.each([
      ['an owner', OWNER, 403],
      ['a reader', READER, 403],
      ['who may not see the review', STRANGER, 404],
    ])('are not for %s to decide on', async (_, user, expected) => {
      expect([
        (await decide('POST', '0/finding', {}, user)).status,
        (await decide('POST', '0/dismissal', REASON, user)).status,
        (await decide('DELETE', '0/dismissal', undefined, user)).status,
      ]).toEqual([expected, expected, expected]);
    });

    it('become one finding where two decide at once', async () => {
      const statuses = await Promise.all([
        decide('POST', '0/finding', {}),
        decide('POST', '0/finding', {}),
        decide('POST', '0/dismissal', REASON),
      ]);
      expect(statuses.map(({ status }) => status).sort()[1]).toBe(409);
      const { totalItems } = await expectStatus(200, 'GET', '/findings');
      expect(totalItems).toBeLessThanOrEqual(1);
    });
  },
);
