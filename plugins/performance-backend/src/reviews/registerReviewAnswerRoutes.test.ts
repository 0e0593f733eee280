import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
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

/** May do everything with what the payments team owns, and see nothing else. */
const PAYER = 'user:default/payer';

const SLO = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability
spec:
  service: pay
  indicator:
    metadata:
      name: answered
    spec:
      ratioMetric:
        counter: false
        good: { metricSource: { type: pushed, spec: {} } }
        total: { metricSource: { type: pushed, spec: {} } }
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.99 }]
`;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'answers of reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const { begin, answer, answerAll, putTo, get, expectStatus } =
      conductReviews(() => performance);

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [
          component('pay'),
          component('parcel', { owner: 'delivery' }),
        ],
        now: NOW,
        policy: {
          ...PEOPLE,
          [PAYER]: {
            [performanceReadPermission.name]:
              createPerformanceConditionalDecision(
                performanceReadPermission,
                performanceConditions.isEntityOwner({
                  claims: ['group:default/payments'],
                }),
              ),
          },
        },
      });
      for (const content of [
        reviewTemplate(),
        budget('latency', { fail: '<= 300 ms' }),
        SLO,
      ]) {
        await expectStatus(201, 'POST', '/definitions', { json: { content } });
      }
    });
    beforeEach(async () => {
      performance.setNow(NOW);
      await performance.forgetEntities();
      await performance.services.catalogProjection.sweep();
      performance.audit.length = 0;
    });
    afterAll(() => performance.stop());

    it('are saved one by one, with what they do to the review', async () => {
      const review = await begin('pay');
      const { status, body } = await answer(review, 'timeouts', 0, {
        choices: ['none'],
        notes: '## Why\n\nNobody asked.',
        text: '',
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        answer: {
          question: 'timeouts',
          choices: ['none'],
          notes: '## Why\n\nNobody asked.',
          version: 1,
          by: ARCHITECT,
          at: NOW,
        },
        risks: [
          expect.objectContaining({
            question: 'timeouts',
            index: 0,
            title: 'Calls without timeouts',
            severity: 'high',
          }),
        ],
        progress: {
          questions: 5,
          answered: 1,
          notApplicable: 0,
          required: 3,
          requiredOpen: 2,
        },
        problems: [
          expect.objectContaining({ question: 'latency' }),
          expect.objectContaining({ question: 'on-call' }),
        ],
      });
      expect(performance.audit).toContainEqual({
        eventId: 'review-answer',
        outcome: 'success',
      });

      performance.setNow(LATER);
      const second = await answer(
        review,
        'timeouts',
        1,
        { choices: ['all'] },
        OWNER,
      );
      expect(second.body).toMatchObject({
        answer: { choices: ['all'], version: 2, by: OWNER, at: LATER },
        risks: [],
      });
      expect(second.body.answer).not.toHaveProperty('notes');
      const taken = await answer(review, 'timeouts', 2, {});
      expect(taken.body).toMatchObject({
        answer: { version: 3 },
        progress: { answered: 0 },
      });
      expect(await get(review)).toMatchObject({
        changedBy: ARCHITECT,
        changedAt: LATER,
        version: 1,
      });

      const { items, totalItems } = await expectStatus(
        200,
        'GET',
        `/reviews/${review}/history`,
        { query: { question: 'timeouts', limit: 2 } },
      );
      expect(totalItems).toBe(3);
      expect(items).toMatchObject([
        { type: 'answered', by: ARCHITECT, detail: { version: 3 } },
        {
          type: 'answered',
          by: OWNER,
          detail: { version: 2, choices: ['all'] },
        },
      ]);
    });

    it('lose nothing where two people write at once', async () => {
      const review = await begin('pay');
      await answer(review, 'on-call', 0, { text: 'The architect says so.' });
      performance.setNow(LATER);
      const mine = { text: 'The owner says otherwise.' };
      const late = await answer(review, 'on-call', 0, mine, OWNER);
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain(ARCHITECT);
      expect(late.body.error.message).toContain(NOW);
      expect(late.body.error.current).toEqual({
        question: 'on-call',
        text: 'The architect says so.',
        version: 1,
        by: ARCHITECT,
        at: NOW,
      });
      expect((await get(review)).answers).toMatchObject([
        { text: 'The architect says so.' },
      ]);
      // Each has their own version: another question is no conflict.
      expect(
        (await answer(review, 'latency', 0, { number: 300 }, OWNER)).status,
      ).toBe(200);
      const chosen = await answer(review, 'on-call', 1, mine, OWNER);
      expect([chosen.status, chosen.body.answer.version]).toEqual([200, 2]);
    });

    it('are given by many at once, and one wins each version', async () => {
      const review = await begin('pay');
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          answer(review, 'on-call', 0, { text: `Number ${index}` }),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        200, 409, 409, 409, 409, 409,
      ]);
      const [winner] = outcomes.filter(({ status }) => status === 200);
      expect((await get(review)).answers).toEqual([winner.body.answer]);
      expect(
        outcomes
          .filter(({ status }) => status === 409)
          .map(({ body }) => body.error.current),
      ).toEqual(Array(5).fill(winner.body.answer));
    });

    it('are the same once saved, though the response got lost', async () => {
      const review = await begin('pay');
      const given = { text: 'Us.' };
      await answer(review, 'on-call', 0, given);
      const again = await answer(review, 'on-call', 0, given);
      expect([again.status, again.body.answer.version]).toEqual([200, 1]);
      const others = await answer(review, 'on-call', 0, given, OWNER);
      expect(others.status).toBe(409);
    });

    it.each<[string, string, object, number]>([
      ['a question that is not asked', 'nothing', { text: 'Yes.' }, 404],
      ['a choice that is not offered', 'timeouts', { choices: ['most'] }, 400],
      ['two choices of one', 'timeouts', { choices: ['all', 'some'] }, 400],
      ['a text for a number', 'latency', { text: '300' }, 400],
      ['a number for a text', 'on-call', { number: 3 }, 400],
      [
        'an answer that does not apply',
        'on-call',
        { text: 'Us.', notApplicable: 'It never breaks.' },
        400,
      ],
      ['no reason', 'on-call', { notApplicable: '   ' }, 400],
    ])('refuse %s', async (_, question, given, expected) => {
      const review = await begin('pay');
      const { status } = await answer(review, question, 0, given);
      expect(status).toBe(expected);
      expect((await get(review)).answers).toEqual([]);
    });

    it.each([
      ['an architect', ARCHITECT, 200],
      ['an owner', OWNER, 200],
      ['a reader', READER, 403],
      ['who may not see it', STRANGER, 404],
    ])('are given by %s or not', async (_, user, expected) => {
      const review = await begin('pay');
      const { status } = await answer(
        review,
        'on-call',
        0,
        { text: 'Us.' },
        user,
      );
      expect(status).toBe(expected);
      expect((await get(review)).answers).toHaveLength(
        expected === 200 ? 1 : 0,
      );
    });

    it('are given by reviewers of what others own', async () => {
      const review = await begin('parcel');
      const give = () => answer(review, 'on-call', 0, { text: 'Us.' }, OWNER);
      expect((await give()).status).toBe(403);
      await expectStatus(200, 'PATCH', `/reviews/${review}`, {
        json: { version: 1, reviewers: ['group:default/payments'] },
      });
      expect((await give()).status).toBe(200);
    });

    it('stand as they are once published', async () => {
      const review = await begin('pay');
      await answerAll(review);
      await putTo(review, 'in-review');
      await answer(review, 'latency', 1, { number: 250 });
      await putTo(review, 'published');
      const late = await answer(review, 'latency', 2, { number: 200 });
      expect([late.status, late.body.error.message]).toEqual([
        409,
        `R-${review} is published: reopen it first`,
      ]);
    });

    describe('point at evidence', () => {
      let review: string;
      const attach = async (piece: object, version = 0, user = ARCHITECT) => {
        const { status } = await answer(
          review,
          'on-call',
          version,
          { text: 'Us.', evidence: [piece] },
          user,
        );
        return status;
      };
      beforeEach(async () => {
        review = await begin('pay', { reviewers: [STRANGER] });
      });

      it('that is there', async () => {
        const run = await expectStatus(201, 'POST', '/runs', {
          json: newRun({ entity: 'pay', startedAt: '2026-11-22T10:00:00Z' }),
        });
        const { items: slos } = await expectStatus(200, 'GET', '/slos');
        const pieces = [
          { type: 'run', ref: run.run.id, title: 'Last night' },
          { type: 'slo', ref: slos[0].id, from: NOW, to: LATER },
          {
            type: 'verdict',
            ref: 'budget:http.request.duration:p95',
            environment: 'production',
          },
          { type: 'link', ref: 'https://adr.example/7?a=b#c' },
        ];
        const { status, body } = await answer(review, 'on-call', 0, {
          evidence: pieces,
        });
        expect([status, body]).toEqual([200, expect.anything()]);
        expect(body.answer.evidence).toEqual(pieces);
      });

      it.each([
        ['a run that is not there', { type: 'run', ref: 'nothing' }],
        ['an SLO that is not there', { type: 'slo', ref: '4711' }],
        [
          'a window that ends first',
          { type: 'link', ref: 'https://a.example', from: LATER, to: NOW },
        ],
        ['no id of an SLO', { type: 'slo', ref: 'availability' }],
        ['a verdict of nothing', { type: 'verdict', ref: 'check:none' }],
        ['an attachment of nothing', { type: 'attachment', ref: '1' }],
        ['a script', { type: 'link', ref: `${'java'}script:alert(1)` }],
        ['data', { type: 'link', ref: 'data:text/html,<script>' }],
        ['a file', { type: 'link', ref: 'file:///etc/passwd' }],
        ['no URL', { type: 'link', ref: 'somewhere' }],
        ['something else', { type: 'person', ref: 'me' }],
      ])('but not at %s', async (_, piece) => {
        expect(await attach(piece)).toBe(400);
        expect((await get(review)).answers).toEqual([]);
      });

      it('but not at runs that they may not see', async () => {
        const run = await expectStatus(201, 'POST', '/runs', {
          json: newRun({ entity: 'parcel', startedAt: '2026-11-22T10:00:00Z' }),
        });
        const piece = { type: 'run', ref: run.run.id };
        expect(await attach(piece, 0, PAYER)).toBe(400);
        expect(await attach(piece)).toBe(200);
        // What somebody else pointed at stays.
        expect(await attach(piece, 1, PAYER)).toBe(200);
      });
    });
  },
);
