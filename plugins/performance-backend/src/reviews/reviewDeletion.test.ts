import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { APPROVER, ARCHITECT, PEOPLE, STRANGER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { conductReviews } from './__testUtils__/conductReviews';
import { reviewTemplate } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const CHECK = `
apiVersion: performance-governance.io/v1
kind: Check
metadata: { name: reviewed }
spec:
  appliesTo: { entity: { kind: Component } }
  rationale: Somebody else looked at it this year.
  fix: Begin a review of it.
  guide: guidelines/performance-reviews
  review: { template: service, within: 365d }
`;

/** All that hangs on a review. */
const TABLES = [
  'reviews',
  'review_reviewers',
  'review_answers',
  'review_risk_decisions',
  'review_comments',
  'review_attachments',
  'review_milestones',
  'review_events',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'deletion of reviews and of their findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    let review: string;
    let findingId: string;
    const { publish, expectStatus, get } = conductReviews(() => performance);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      performance = await startPerformance({
        knex,
        entities: [component('pay')],
        now: '2026-11-23T12:00:00.000Z',
        policy: PEOPLE,
      });
      await performance.services.catalogProjection.sweep();
      for (const content of [reviewTemplate(), CHECK]) {
        await expectStatus(201, 'POST', '/definitions', { json: { content } });
      }
      review = await publish('pay', { reviewers: [ARCHITECT] });
      const path = `/reviews/${review}`;
      ({ findingId } = await expectStatus(
        201,
        'POST',
        `${path}/risks/timeouts/0/finding`,
        { json: {}, user: ARCHITECT },
      ));
      await expectStatus(201, 'POST', `${path}/comments`, {
        json: { body: 'Seen in March' },
        user: ARCHITECT,
      });
      await expectStatus(201, 'POST', `${path}/attachments`, {
        query: { name: 'notes.md' },
        text: '# Notes',
        contentType: 'application/octet-stream',
        user: ARCHITECT,
      });
    });

    afterEach(() => performance?.stop());

    const reviewed = async () => {
      await performance.services.reevaluations.whenIdle();
      const { body } = await performance.call('GET', '/verdicts', {
        query: { rule: 'check:reviewed' },
      });
      return body.items.map(({ state }: any) => state);
    };

    it('takes all of a review with it, and leaves a note with its findings', async () => {
      expect(await reviewed()).toEqual(['pass']);
      const { title } = await get(review);
      for (const [user, status] of [
        [ARCHITECT, 403],
        [STRANGER, 404],
        [APPROVER, 204],
        [APPROVER, 404],
      ] as const) {
        const gone = await performance.call('DELETE', `/reviews/${review}`, {
          user,
        });
        expect([user, gone.status]).toEqual([user, status]);
      }
      for (const table of TABLES) {
        expect([table, await knex(table)]).toEqual([table, []]);
      }
      expect(await reviewed()).toEqual(['fail']);
      expect(performance.audit).toContainEqual({
        eventId: 'review-delete',
        outcome: 'success',
      });

      const finding = await expectStatus(200, 'GET', `/findings/${findingId}`);
      expect(finding).not.toHaveProperty('reviewId');
      const { items } = await expectStatus(
        200,
        'GET',
        `/findings/${findingId}/history`,
      );
      expect(items[0]).toMatchObject({
        type: 'review-deleted',
        by: APPROVER,
        note: `R-${review} ${title}, which it came of, was deleted`,
      });
    });

    it('leaves the risk that a deleted finding was made of to be decided on', async () => {
      await expectStatus(204, 'DELETE', `/findings/${findingId}`, {
        user: APPROVER,
      });
      const { raisedRisks } = await get(review);
      expect(raisedRisks).toHaveLength(1);
      expect(raisedRisks[0]).not.toHaveProperty('decision');
      const { items } = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/history`,
      );
      expect(items[0]).toMatchObject({
        type: 'finding-deleted',
        by: APPROVER,
        question: 'timeouts',
        detail: { findingId },
      });
      await expectStatus(
        201,
        'POST',
        `/reviews/${review}/risks/timeouts/0/finding`,
        { json: {}, user: ARCHITECT },
      );
    });
  },
);
