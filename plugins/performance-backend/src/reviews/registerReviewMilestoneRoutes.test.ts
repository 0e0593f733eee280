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
import { reviewTemplate, TIMEOUTS } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';

/** Asks for one more thing, offers one choice less, and has lost a question of which there is an answer. */
const NEXT = reviewTemplate({
  version: '1.1',
  questions: [
    {
      ...TIMEOUTS,
      choices: TIMEOUTS.choices.filter(({ name }) => name !== 'all'),
      risks: [
        {
          ...TIMEOUTS.risks[0],
          when: { any: ['none'] },
          title: 'No timeouts at all',
        },
        TIMEOUTS.risks[0],
      ].map(risk => ({ ...risk, when: { any: ['some', 'none'] } })),
    },
    {
      name: 'retries',
      title: 'How often is a call repeated?',
      type: 'number',
    },
  ],
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'milestones of reviews on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    let review: string;
    const { begin, answer, answerAll, putTo, get, expectStatus } =
      conductReviews(() => performance);

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [component('pay')],
        now: NOW,
        policy: PEOPLE,
      });
      await define(reviewTemplate());
    });
    beforeEach(async () => {
      await define(reviewTemplate());
      performance.setNow(NOW);
      await performance.forgetEntities();
      await performance.services.catalogProjection.sweep();
      review = await begin('pay');
      await answerAll(review);
    });
    afterAll(() => performance.stop());

    async function define(content: string) {
      const path = `/definitions/${encodeURIComponent(
        'org/reviewtemplate/service',
      )}`;
      const { status } = await performance.call('GET', path);
      if (status === 404) {
        await expectStatus(201, 'POST', '/definitions', { json: { content } });
      } else {
        await expectStatus(200, 'PUT', path, { json: { content } });
      }
    }
    const make = (name: string, user = ARCHITECT) =>
      performance.call('POST', `/reviews/${review}/milestones`, {
        json: { name },
        user,
      });
    const read = (path: string, query = {}) =>
      expectStatus(200, 'GET', `/reviews/${review}/${path}`, { query });

    it('keep the review as it stood, whatever happens to it', async () => {
      const { status, body } = await make('Before Christmas');
      expect([status, body]).toEqual([
        201,
        {
          number: 1,
          name: 'Before Christmas',
          at: NOW,
          by: ARCHITECT,
          status: 'draft',
          templateVersion: '1.0',
          progress: {
            questions: 5,
            answered: 3,
            notApplicable: 0,
            required: 3,
            requiredOpen: 0,
          },
          risks: 1,
        },
      ]);
      const then = await read('milestones/1');
      expect(then).toMatchObject({
        answers: [
          { question: 'timeouts', choices: ['some'], by: ARCHITECT, at: NOW },
          { question: 'latency', number: 300 },
          { question: 'on-call', text: 'The payments team.' },
        ],
        raisedRisks: [{ title: 'Calls without timeouts' }],
        comments: 0,
      });

      await answer(review, 'timeouts', 1, { choices: ['all'] });
      await answer(review, 'on-call', 1, {});
      await define(NEXT);
      await expectStatus(201, 'POST', `/reviews/${review}/comments`, {
        json: { body: 'Later.' },
      });
      expect(await read('milestones/1')).toEqual(then);
      await expectStatus(404, 'GET', `/reviews/${review}/milestones/2`);
      expect((await make('Second')).body.number).toBe(2);
      expect((await get(review)).milestones).toMatchObject([
        { number: 2, name: 'Second' },
        { number: 1, name: 'Before Christmas' },
      ]);
    });

    it.each([
      ['an owner', OWNER, 403],
      ['a reader', READER, 403],
      ['who may not see the review', STRANGER, 404],
    ])('are not for %s to make', async (_, user, expected) => {
      expect((await make('Mine', user)).status).toBe(expected);
    });

    it('are compared with each other, and with the present', async () => {
      await make('First');
      await answer(review, 'timeouts', 1, { choices: ['all'] });
      await answer(review, 'caches', 0, { choices: ['pages'] });
      await answer(review, 'on-call', 1, {});
      await make('Second');
      await answer(review, 'latency', 1, { number: 900 });

      expect(await read('comparison', { from: 1, to: 2 })).toEqual({
        from: expect.objectContaining({ number: 1, name: 'First' }),
        to: expect.objectContaining({ number: 2, name: 'Second' }),
        answers: [
          expect.objectContaining({
            question: 'timeouts',
            title: 'Do all calls have timeouts?',
            change: 'changed',
            from: expect.objectContaining({ choices: ['some'] }),
            to: expect.objectContaining({ choices: ['all'] }),
          }),
          expect.objectContaining({ question: 'caches', change: 'answered' }),
          expect.objectContaining({ question: 'on-call', change: 'cleared' }),
        ],
        risks: {
          added: [],
          removed: [
            expect.objectContaining({ title: 'Calls without timeouts' }),
          ],
        },
      });
      expect(await read('comparison', { from: 2 })).toMatchObject({
        to: { status: 'draft', at: NOW },
        answers: [{ question: 'latency', change: 'changed' }],
        risks: { added: [{ title: 'Slow by design' }], removed: [] },
      });
      await expectStatus(404, 'GET', `/reviews/${review}/comparison`, {
        query: { from: 3 },
      });
    });

    describe('of a review whose template changed', () => {
      const move = (json: object, user = ARCHITECT) =>
        performance.call('POST', `/reviews/${review}/template-update`, {
          json,
          user,
        });

      it('keep what it was when it moves', async () => {
        expect(await read('template-update')).toEqual({ available: false });
        expect(await get(review)).not.toHaveProperty('templateUpdate');
        await answer(review, 'caches', 0, { choices: ['pages'] });
        await expectStatus(
          200,
          'POST',
          `/reviews/${review}/risks/timeouts/0/dismissal`,
          { json: { reason: 'The mesh sets a timeout.' } },
        );
        await define(NEXT);

        const update = await read('template-update');
        expect(update).toMatchObject({
          available: true,
          from: '1.0',
          to: '1.1',
          questions: [
            {
              question: 'timeouts',
              change: 'changed',
              answered: true,
              answerLost: false,
              vanishedChoices: ['all'],
            },
            { question: 'retries', change: 'added', answered: false },
            {
              question: 'caches',
              change: 'removed',
              answered: true,
              answerLost: true,
            },
          ],
        });
        const { version, templateUpdate, templateSpec } = await get(review);
        expect(templateUpdate).toEqual({ id: update.id, version: '1.1' });
        expect(templateSpec.version).toBe('1.0');

        expect((await move({ version, to: update.id }, OWNER)).status).toBe(
          403,
        );
        expect((await move({ version, to: 'another' })).status).toBe(409);
        expect((await move({ version: 7, to: update.id })).status).toBe(409);
        const { status, body } = await move({ version, to: update.id });
        expect(status).toBe(200);
        expect(body).toMatchObject({
          version: version + 1,
          template: { version: '1.1' },
          answers: [
            { question: 'timeouts', choices: ['some'], version: 1 },
            { question: 'latency', number: 300 },
            { question: 'on-call' },
          ],
          problems: [{ question: 'retries', problem: 'unanswered' }],
          raisedRisks: [
            { title: 'No timeouts at all', index: 0 },
            {
              title: 'Calls without timeouts',
              index: 1,
              decision: { type: 'dismissed' },
            },
          ],
          milestones: [{ name: 'Before version 1.1', templateVersion: '1.0' }],
        });
        expect(body.raisedRisks[0]).not.toHaveProperty('decision');
        expect((await read('milestones/1')).answers).toContainEqual(
          expect.objectContaining({ question: 'caches', choices: ['pages'] }),
        );
        expect(await read('template-update')).toEqual({ available: false });
        expect(
          (await move({ version: version + 1, to: update.id })).status,
        ).toBe(409);
        const gone = await answer(review, 'caches', 1, { choices: ['pages'] });
        expect(gone.status).toBe(404);
      });

      it('need it reopened where it is published', async () => {
        await putTo(review, 'in-review');
        await putTo(review, 'published');
        await define(NEXT);
        const { version, templateUpdate } = await get(review);
        const { status } = await move({ version, to: templateUpdate.id });
        expect(status).toBe(409);
      });
    });

    it('and the present can be read as a document', async () => {
      await answer(review, 'on-call', 1, {
        text: 'Us.\n\n# Not a heading',
        evidence: [
          { type: 'link', ref: 'https://adr.example/7', title: 'ADR' },
        ],
      });
      await make('First');
      await answer(review, 'on-call', 2, { text: 'Them.' });
      const response = await performance.fetch(`/reviews/${review}/export`);
      expect(response.headers.get('content-type')).toContain('text/markdown');
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="R-${review}.md"`,
      );
      const now = await response.text();
      expect(now).toContain('# Title of service: pay');
      expect(now).toContain('> Them.');
      const then = await performance.text(
        `/reviews/${review}/export?milestone=1`,
      );
      expect(then).toContain('> # Not a heading');
      expect(then).toContain('https://adr.example/7');
      const none = await performance.fetch(
        `/reviews/${review}/export?milestone=9`,
      );
      expect(none.status).toBe(404);
      const hidden = await performance.fetch(
        `/reviews/${review}/export`,
        STRANGER,
      );
      expect(hidden.status).toBe(404);
    });

    it('and numbers answered become drafts that the editor takes', async () => {
      const { yaml, count } = await read('drafts');
      expect(count).toBe(1);
      expect(yaml).toContain('http.request.duration');
      expect(yaml).toContain('<= 300 ms');
      const { problems } = await expectStatus(
        200,
        'POST',
        '/definitions/validate',
        { json: { content: yaml } },
      );
      expect(problems).toEqual([]);
      await answer(review, 'latency', 1, {});
      expect(await read('drafts')).toEqual({ yaml: '', count: 0 });
    });
  },
);
