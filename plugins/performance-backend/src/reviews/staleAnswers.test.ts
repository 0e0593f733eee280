import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { ARCHITECT, OWNER, PEOPLE } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from '../slos/__testUtils__/sloDefinition';
import { conductReviews } from './__testUtils__/conductReviews';
import { reviewTemplate } from './__testUtils__/template';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const NOW = '2026-11-23T12:00:00.000Z';
const LATER = '2026-11-24T12:00:00.000Z';

/** As the catalog has it: relations are its own, in both directions. */
function pay(
  options: {
    relations?: [type: string, targetRef: string][];
    owner?: string;
    lifecycle?: string;
    description?: string;
  } = {},
): Entity {
  const { owner = 'payments', lifecycle = 'production' } = options;
  const entity = component('pay', { owner });
  return {
    ...entity,
    metadata: { ...entity.metadata, description: options.description },
    spec: { ...entity.spec, lifecycle },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      ...(
        options.relations ?? [
          ['dependsOn', 'component:default/ledger'],
          ['providesApi', 'api:default/payments'],
        ]
      ).map(([type, targetRef]) => ({ type, targetRef })),
    ],
  };
}

/** Fails while more than none of a review's answers is stale. */
const FRESH = JSON.stringify({
  apiVersion: 'performance-governance.io/v1',
  kind: 'Check',
  metadata: { name: 'reviewed' },
  spec: {
    appliesTo: { entity: { kind: 'Component' } },
    rationale: 'Somebody thought about it.',
    fix: 'Have it reviewed.',
    guide: 'https://example.com/reviews',
    review: { maxStaleAnswers: 0 },
  },
});

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'stale answers on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const { publish, answer, putTo, get, expectStatus } = conductReviews(
      () => performance,
    );

    const sweep = async (entity: Entity) => {
      performance.setCatalog([entity, component('other')]);
      await performance.services.catalogProjection.sweep();
    };

    beforeAll(async () => {
      performance = await startPerformance({
        knex: await databases.init(id),
        entities: [],
        now: NOW,
        policy: PEOPLE,
      });
      for (const content of [reviewTemplate(), FRESH]) {
        await expectStatus(201, 'POST', '/definitions', { json: { content } });
      }
    });
    beforeEach(async () => {
      performance.setNow(NOW);
      await performance.forgetEntities();
      await sweep(pay());
    });
    afterAll(() => performance.stop());

    /** With answers to all of the template's questions. */
    const published = async () => {
      const review = await publish('pay', { reviewers: [OWNER] });
      await putTo(review, 'draft');
      await answer(review, 'caches', 0, { choices: ['pages'] });
      await answer(review, 'limits', 0, { text: 'Yes.' });
      await putTo(review, 'in-review');
      await putTo(review, 'published');
      return review;
    };
    const staleOf = async (review: string) => {
      const { stale } = await get(review);
      return Object.fromEntries(
        stale.map(({ question, changes }: any) => [question, changes]),
      );
    };
    const stateOfCheck = async () => {
      const { items } = await expectStatus(200, 'GET', '/verdicts', {
        query: {
          entityRef: 'component:default/pay',
          rule: 'check:reviewed',
          ruleKind: 'check',
        },
      });
      return items[0].state;
    };

    it('stands as it was published while it is reopened, until that is withdrawn', async () => {
      const review = await published();
      expect(await stateOfCheck()).toBe('pass');
      await putTo(review, 'draft');
      expect(await stateOfCheck()).toBe('pass');
      await answer(review, 'caches', 1, { choices: ['queries'] });
      await putTo(review, 'in-review');
      expect(await stateOfCheck()).toBe('pass');

      await sweep(pay({ owner: 'treasury' }));
      expect(await stateOfCheck()).toBe('fail');
      expect(Object.keys(await staleOf(review))).toEqual(['on-call']);
      await answer(review, 'on-call', 1, { text: 'The treasury team.' });
      expect(await stateOfCheck()).toBe('pass');

      // The next one is due 180 days after publication, which its being reopened doesn't change.
      performance.setNow('2027-05-22T12:00:01.000Z');
      await performance.services.evaluation.reevaluateDue();
      expect(await stateOfCheck()).toBe('fail');
      await putTo(review, 'published');
      expect(await stateOfCheck()).toBe('pass');
      await putTo(review, 'draft');
      await putTo(review, 'archived');
      expect(await stateOfCheck()).toBe('fail');
    });

    it.each<[string, Entity, Record<string, unknown>]>([
      ['nothing that questions depend on', pay({ description: 'New' }), {}],
      [
        'a relation',
        pay({
          relations: [
            ['dependsOn', 'component:default/fraud'],
            ['providesApi', 'api:default/payments'],
          ],
        }),
        {
          timeouts: [
            {
              dependency: 'relations',
              added: ['component:default/fraud'],
              removed: ['component:default/ledger'],
            },
          ],
        },
      ],
      [
        'who depends on it, and an API',
        pay({
          relations: [
            ['dependsOn', 'component:default/ledger'],
            ['dependencyOf', 'component:default/web'],
            ['providesApi', 'api:default/payments'],
            ['consumesApi', 'api:default/banks'],
          ],
        }),
        {
          timeouts: [
            {
              dependency: 'relations',
              added: ['component:default/web'],
              removed: [],
            },
            { dependency: 'apis', added: ['api:default/banks'], removed: [] },
          ],
        },
      ],
      [
        'the owner',
        pay({ owner: 'billing' }),
        {
          'on-call': [
            {
              dependency: 'owner',
              added: ['group:default/billing'],
              removed: ['group:default/payments'],
            },
          ],
        },
      ],
      [
        'the lifecycle',
        pay({ lifecycle: 'deprecated' }),
        {
          limits: [
            {
              dependency: 'lifecycle',
              added: ['deprecated'],
              removed: ['production'],
            },
          ],
        },
      ],
    ])(
      'are exactly those that depend on what changed: %s',
      async (_, changed, stale) => {
        const review = await published();
        expect(await staleOf(review)).toEqual({});
        performance.setNow(LATER);
        await sweep(changed);
        expect(await staleOf(review)).toEqual(stale);
        expect((await get(review)).staleAnswers).toBe(
          Object.keys(stale).length,
        );

        // What is undone was never another answer.
        await sweep(pay());
        expect(await staleOf(review)).toEqual({});
      },
    );

    it('are those that depend on budgets, when one is set', async () => {
      const review = await published();
      const { definitions } = await expectStatus(201, 'POST', '/definitions', {
        json: { content: budget('fast', { fail: '<= 300 ms' }) },
      });
      expect(await staleOf(review)).toEqual({
        latency: [
          {
            dependency: 'budgets',
            added: [expect.stringMatching(/^fast: .*300 ms/)],
            removed: [],
          },
        ],
      });
      await expectStatus(
        204,
        'DELETE',
        `/definitions/${encodeURIComponent(
          definitions?.[0]?.id ?? 'org/budget/fast',
        )}`,
      );
      expect(await staleOf(review)).toEqual({});
    });

    it('are those that depend on SLOs, when one of the subject changes', async () => {
      const available = (spec: object) => ({
        json: {
          content: sloDefinition('available', { component: 'pay', ...spec }),
        },
      });
      const path = `/definitions/${encodeURIComponent('org/slo/available')}`;
      await expectStatus(
        201,
        'POST',
        '/definitions',
        available({ target: 0.99, duration: '28d' }),
      );
      const review = await published();
      expect(await staleOf(review)).toEqual({});

      // Neither that of another component, nor what nobody promises anybody.
      await expectStatus(201, 'POST', '/definitions', {
        json: { content: sloDefinition('others', { component: 'other' }) },
      });
      await expectStatus(
        200,
        'PUT',
        path,
        available({ target: 0.99, duration: '28d', minEvents: 7 }),
      );
      expect(await staleOf(review)).toEqual({});

      await expectStatus(
        200,
        'PUT',
        path,
        available({ target: 0.999, duration: '28d' }),
      );
      expect(await staleOf(review)).toEqual({
        latency: [
          {
            dependency: 'slos',
            added: ['available: 99.9 % over 28d in production'],
            removed: ['available: 99 % over 28d in production'],
          },
        ],
      });
      expect((await get(review)).staleAnswers).toBe(1);
      expect(await stateOfCheck()).toBe('fail');

      await expectStatus(204, 'DELETE', path);
      expect(await staleOf(review)).toEqual({
        latency: [
          {
            dependency: 'slos',
            added: [],
            removed: ['available: 99 % over 28d in production'],
          },
        ],
      });
      await expectStatus(
        204,
        'DELETE',
        `/definitions/${encodeURIComponent('org/slo/others')}`,
      );
    });

    it('are told of, and judged at once, until somebody confirms them', async () => {
      const review = await published();
      expect(await stateOfCheck()).toBe('pass');

      performance.setNow(LATER);
      await sweep(pay({ owner: 'billing' }));
      expect(await stateOfCheck()).toBe('fail');
      await performance.services.notificationDuties.send();
      const link = `/performance/reviews/${review}`;
      const told = performance.notifications.filter(
        ({ payload }) => payload.link === link,
      );
      const name = `R-${review} Title of service: pay`;
      expect(told.map(({ payload }) => payload.title)).toEqual([
        `To be reviewed: ${name}`,
        `Review published: ${name}`,
        `To be reviewed: ${name}`,
        `Review published: ${name}`,
        `1 answer is stale: ${name}`,
      ]);
      expect(told[0].recipients).toMatchObject({ entityRef: [OWNER] });
      expect(told[4]).toMatchObject({
        recipients: {
          // With the owner as it is now.
          entityRef: [OWNER, ARCHITECT, 'group:default/billing'],
        },
        payload: { description: expect.stringContaining('the owner changed') },
      });
      expect(
        (await expectStatus(200, 'GET', '/reviews', { query: { stale: true } }))
          .items,
      ).toHaveLength(1);

      const confirm = (question: string, version: number, user = ARCHITECT) =>
        performance.call(
          'POST',
          `/reviews/${review}/answers/${question}/confirmation`,
          { json: { version, note: 'They share the rota.' }, user },
        );
      expect((await confirm('timeouts', 1)).status).toBe(409);
      expect((await confirm('on-call', 7)).status).toBe(409);
      expect((await confirm('nothing', 1)).status).toBe(404);
      expect((await confirm('on-call', 1, 'user:default/reader')).status).toBe(
        403,
      );
      // No owner any more, but a reviewer.
      const { status, body } = await confirm('on-call', 1, OWNER);
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          by: ARCHITECT,
          text: 'The payments team.',
          confirmed: { by: OWNER, at: LATER, note: 'They share the rota.' },
        }),
      ]);
      expect(await staleOf(review)).toEqual({});
      expect(await stateOfCheck()).toBe('pass');

      // From then on it is about the new owner.
      await sweep(pay({ owner: 'payments' }));
      expect(Object.keys(await staleOf(review))).toEqual(['on-call']);
    });

    it('keep a review that was reopened from publication, until they are answered again', async () => {
      const review = await published();
      await sweep(pay({ owner: 'billing' }));
      await putTo(review, 'draft');
      await putTo(review, 'in-review');
      const { status, body } = await putTo(review, 'published');
      expect(status).toBe(409);
      expect(body.error.problems).toEqual([
        expect.objectContaining({ question: 'on-call', problem: 'stale' }),
      ]);

      // The same words again are an answer as well.
      await answer(review, 'on-call', 1, { text: 'The payments team.' });
      expect(await staleOf(review)).toEqual({});
      expect((await putTo(review, 'published')).status).toBe(200);
      expect(await staleOf(review)).toEqual({});
      await sweep(pay());
      expect(Object.keys(await staleOf(review))).toEqual(['on-call']);
    });

    it('are none of archived reviews, and of drafts that were never published', async () => {
      const review = await published();
      await putTo(review, 'archived');
      const draft = await publish('pay');
      await putTo(draft, 'draft');
      await answer(draft, 'timeouts', 1, { choices: ['none'] });
      await sweep(pay({ relations: [] }));
      expect(await staleOf(review)).toEqual({});
      expect(await staleOf(draft)).toEqual({});
    });
  },
);
