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

const ENTITIES = [
  component('pay', { system: 'buying' }),
  component('refund'),
  component('parcel', { owner: 'delivery' }),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'buying', title: 'Buying' },
    spec: { owner: 'payments' },
  },
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('reviews on %s', id => {
  const databases = createTestDatabases();
  let performance: TestPerformance;
  const { begin, answerAll, putTo, publish, get, expectStatus } =
    conductReviews(() => performance);

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init(id),
      entities: ENTITIES,
      now: NOW,
      policy: PEOPLE,
      groups: { [OWNER]: ['group:default/payments'] },
    });
    for (const content of [
      reviewTemplate(),
      reviewTemplate({
        name: 'web',
        appliesTo: { entity: { 'spec.type': 'website' } },
      }),
    ]) {
      await expectStatus(201, 'POST', '/definitions', { json: { content } });
    }
  });
  beforeEach(async () => {
    performance.setNow(NOW);
    await performance.forgetEntities();
    await performance.services.catalogProjection.sweep();
  });
  afterAll(() => performance.stop());

  const list = async (
    query: Record<string, string | string[] | boolean | number>,
    user?: string,
  ) => expectStatus(200, 'GET', '/reviews', { query, user });
  const idsOf = (body: { items: { id: string }[] }) =>
    body.items.map(item => item.id);

  it('begin as a draft of an entity, by what its template asks now', async () => {
    const body = await expectStatus(201, 'POST', '/reviews', {
      json: {
        subject: { entityRef: 'Component:default/Pay' },
        template: 'service',
        reviewers: ['User:default/Ann', 'group:default/payments'],
      },
      user: ARCHITECT,
    });
    expect(body).toEqual({
      id: expect.stringMatching(/^\d+$/),
      title: 'Title of service: pay',
      status: 'draft',
      version: 1,
      subject: { entityRef: 'component:default/pay', planned: false },
      entity: expect.objectContaining({ entityRef: 'component:default/pay' }),
      template: {
        definitionId: 'org/reviewtemplate/service',
        name: 'service',
        title: 'Title of service',
        version: '1.0',
      },
      reviewers: ['group:default/payments', 'user:default/ann'],
      createdBy: ARCHITECT,
      createdAt: NOW,
      changedBy: ARCHITECT,
      changedAt: NOW,
      overdue: false,
      progress: {
        questions: 5,
        answered: 0,
        notApplicable: 0,
        required: 3,
        requiredOpen: 3,
      },
      staleAnswers: 0,
      risks: { raised: 0, undecided: 0 },
      templateSpec: expect.objectContaining({ version: '1.0' }),
      answers: [],
      stale: [],
      raisedRisks: [],
      milestones: [],
      attachments: [],
      comments: [],
      problems: [
        expect.objectContaining({ question: 'timeouts' }),
        expect.objectContaining({ question: 'latency' }),
        expect.objectContaining({ question: 'on-call' }),
      ],
      may: {
        answer: true,
        confirm: false,
        comment: true,
        conduct: true,
        makeFindings: true,
        statuses: ['in-review', 'archived'],
        delete: false,
      },
    });
    expect(performance.audit).toEqual([
      { eventId: 'review-create', outcome: 'success' },
    ]);
  });

  it.each([
    ['an entity that is not there', { entityRef: 'component:no/thing' }, 404],
    ['what is no ref', { entityRef: 'component:' }, 400],
    [
      'a planned entity within nothing',
      { entityRef: 'component:no/thing', within: 'system:no/thing' },
      404,
    ],
    [
      'an entity that is there, as if it were planned',
      { entityRef: 'component:default/pay', within: 'system:default/buying' },
      400,
    ],
  ])('do not begin of %s', async (_, subject, status) => {
    const answer = await performance.call('POST', '/reviews', {
      json: { subject, template: 'service' },
    });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['a template that is not there', { template: 'nothing' }, 404],
    ['a template for other entities', { template: 'web' }, 404],
    ['reviewers that are no people', { reviewers: ['component:a/b'] }, 400],
    ['reviewers that are no refs', { reviewers: ['a:b:c/'] }, 400],
    ['a next review in the past', { nextReviewAt: NOW }, 400],
  ])('do not begin with %s', async (_, more, status) => {
    const answer = await performance.call('POST', '/reviews', {
      json: {
        subject: { entityRef: 'component:default/pay' },
        template: 'service',
        ...more,
      },
    });
    expect(answer.status).toBe(status);
  });

  it('are under way once for each subject and template', async () => {
    const first = await begin('pay');
    const { error } = await expectStatus(409, 'POST', '/reviews', {
      json: {
        subject: { entityRef: 'component:default/pay' },
        template: 'service',
      },
    });
    expect(error.message).toContain(`R-${first}`);
    await begin('refund');
    await putTo(first, 'archived');
    await begin('pay');
  });

  it.each([
    ['an architect', ARCHITECT, 'pay', 201],
    ['an owner', OWNER, 'pay', 403],
    ['a reader', READER, 'pay', 403],
    ['who may not see it', STRANGER, 'pay', 404],
    ['who owns nothing of it', STRANGER, 'parcel', 201],
  ])('are begun by %s or not', async (_, user, entity, status) => {
    const answer = await performance.call('POST', '/reviews', {
      json: {
        subject: { entityRef: `component:default/${entity}` },
        template: 'service',
      },
      user,
    });
    expect(answer.status).toBe(status);
  });

  it('tell nobody whether there is an entity that they may not see', async () => {
    const refusalOf = async (path: string, json: (ref: string) => object) => {
      const answers = [];
      for (const name of ['pay', 'nothing']) {
        const { status, body } = await performance.call('POST', path, {
          json: json(`component:default/${name}`),
          user: STRANGER,
        });
        answers.push([status, body.error.message.replace(name, '…')]);
      }
      return answers;
    };
    const [hidden, absent] = await refusalOf('/reviews', entityRef => ({
      subject: { entityRef },
      template: 'service',
    }));
    expect(hidden).toEqual([
      404,
      expect.stringContaining("no entity 'component:default/…' that you"),
    ]);
    expect(hidden).toEqual(absent);
    const [found, none] = await refusalOf('/findings', entityRef => ({
      entityRef,
      title: 'No deadline',
      category: 'missing-timeout',
      severity: 'high',
      likelihood: 'high',
    }));
    expect(found[0]).toBe(404);
    expect(found).toEqual(none);
  });

  describe('go from status to status', () => {
    const PATHS: Record<string, string[]> = {
      draft: [],
      'in-review': ['in-review'],
      published: ['in-review', 'published'],
      archived: ['archived'],
    };

    it.each<[string, string, Record<string, number>]>([
      ['draft', 'in-review', { architect: 200, owner: 200, reader: 403 }],
      ['draft', 'published', { architect: 409, owner: 409, reader: 403 }],
      ['draft', 'archived', { architect: 200, owner: 403, reader: 403 }],
      ['draft', 'draft', { architect: 409, owner: 409, reader: 403 }],
      ['in-review', 'draft', { architect: 200, owner: 200, reader: 403 }],
      ['in-review', 'published', { architect: 200, owner: 403, reader: 403 }],
      ['in-review', 'archived', { architect: 200, owner: 403, reader: 403 }],
      ['published', 'draft', { architect: 200, owner: 403, reader: 403 }],
      ['published', 'in-review', { architect: 409, owner: 409, reader: 403 }],
      ['published', 'archived', { architect: 200, owner: 403, reader: 403 }],
      ['archived', 'draft', { architect: 409, owner: 409, reader: 403 }],
      ['archived', 'published', { architect: 409, owner: 409, reader: 403 }],
    ])('from %s to %s', async (from, to, expected) => {
      for (const [name, status] of Object.entries(expected)) {
        await performance.forgetEntities();
        await performance.services.catalogProjection.sweep();
        const review = await begin('pay');
        await answerAll(review);
        for (const step of PATHS[from]) {
          await putTo(review, step);
        }
        const user = `user:default/${name}`;
        const { may } = await get(review, user);
        const put = await putTo(review, to, {}, user);
        expect([name, put.status]).toEqual([name, status]);
        expect([name, may.statuses.includes(to)]).toEqual([
          name,
          status === 200,
        ]);
        expect((await get(review)).status).toBe(status === 200 ? to : from);
        const stranger = await putTo(review, to, {}, STRANGER);
        expect(stranger.status).toBe(404);
      }
    });
  });

  it('are published once all that is required is answered, for as long as the template says', async () => {
    const review = await begin('pay');
    await putTo(review, 'in-review');
    const { status, body } = await putTo(review, 'published');
    expect(status).toBe(409);
    expect(body.error.problems).toEqual([
      expect.objectContaining({ question: 'timeouts', problem: 'unanswered' }),
      expect.objectContaining({ question: 'latency', problem: 'unanswered' }),
      expect.objectContaining({ question: 'on-call', problem: 'unanswered' }),
    ]);

    await answerAll(review, {
      timeouts: { notApplicable: 'It calls nobody.' },
      latency: { number: 300 },
      'on-call': { text: 'Us.' },
    });
    await putTo(review, 'published', { note: 'Well done.' });
    expect(await get(review)).toMatchObject({
      status: 'published',
      published: { by: ARCHITECT, at: NOW },
      // 180 days later.
      nextReviewAt: '2027-05-22T12:00:00.000Z',
      overdue: false,
      progress: { answered: 3, notApplicable: 1, requiredOpen: 0 },
      milestones: [
        { number: 1, name: 'Published 2026-11-23', status: 'published' },
      ],
    });

    performance.setNow('2027-05-22T12:00:00.000Z');
    expect(await get(review)).toMatchObject({ overdue: true });
    expect(idsOf(await list({ overdue: true }))).toEqual([review]);
    expect(idsOf(await list({ overdue: false }))).toEqual([]);
    await putTo(review, 'draft');
    const reopened = await get(review);
    expect(reopened).toMatchObject({
      status: 'draft',
      overdue: false,
      published: { by: ARCHITECT, at: NOW },
    });
  });

  it('are changed by whoever conducts them and has seen them as they are', async () => {
    const review = await begin('pay');
    const patch = (json: object, user = ARCHITECT) =>
      performance.call('PATCH', `/reviews/${review}`, { json, user });
    const changed = await patch({
      version: 1,
      title: 'Before Christmas',
      reviewers: ['ann'],
      nextReviewAt: '2027-01-01T00:00:00.000Z',
    });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({
        version: 2,
        title: 'Before Christmas',
        reviewers: ['user:default/ann'],
        nextReviewAt: '2027-01-01T00:00:00.000Z',
      }),
    ]);
    const late = await patch(
      { version: 1, title: 'After Christmas' },
      'user:default/late',
    );
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain(ARCHITECT);
    expect(late.body.error.message).toContain(NOW);
    expect((await patch({ version: 2, title: 'Mine' }, OWNER)).status).toBe(
      403,
    );
    expect((await patch({ version: 2, title: 'Mine' }, STRANGER)).status).toBe(
      404,
    );
    const without = await patch({ version: 2, nextReviewAt: null });
    expect(without.body).not.toHaveProperty('nextReviewAt');
    expect(without.body.title).toBe('Before Christmas');
    const { items } = await expectStatus(
      200,
      'GET',
      `/reviews/${review}/history`,
    );
    expect(
      items.map((item: { type: string; by: string }) => [item.type, item.by]),
    ).toEqual([
      ['changed', ARCHITECT],
      ['changed', ARCHITECT],
      ['created', ARCHITECT],
    ]);
    expect(items[1].detail.title).toEqual({
      from: 'Title of service: pay',
      to: 'Before Christmas',
    });
  });

  it.each([
    [ARCHITECT, true],
    [STRANGER, true],
    [READER, false],
  ])('tell %s whether they may begin one anywhere', async (user, begins) => {
    expect(await list({}, user)).toMatchObject({ may: { begin: begins } });
  });

  it('are listed in pages, with filters and what to filter by', async () => {
    const pay = await publish('pay', { reviewers: ['group:default/payments'] });
    performance.setNow('2026-11-23T13:00:00.000Z');
    const refund = await begin('refund', { title: '100 % refunds_' });
    performance.setNow('2026-11-23T14:00:00.000Z');
    const parcel = await begin('parcel', { reviewers: [OWNER] });
    const archived = await begin('parcel').catch(() => undefined);
    expect(archived).toBeUndefined();

    const all = await list({});
    expect(idsOf(all)).toEqual([parcel, refund, pay]);
    expect(all).toMatchObject({
      totalItems: 3,
      facets: {
        statuses: [
          { value: 'draft', count: 2 },
          { value: 'published', count: 1 },
        ],
        templates: [{ value: 'service', title: 'Title of service', count: 3 }],
        reviewers: [
          { value: 'group:default/payments', count: 1 },
          { value: OWNER, count: 1 },
        ],
        owners: [
          { value: 'group:default/delivery', count: 1 },
          { value: 'group:default/payments', count: 2 },
        ],
      },
    });

    for (const [query, ids] of [
      [{ status: ['draft'] }, [parcel, refund]],
      [{ entityRef: 'component:default/pay' }, [pay]],
      [{ owner: ['group:default/payments'] }, [refund, pay]],
      [{ system: ['system:default/buying'] }, [pay]],
      [{ reviewer: ['group:default/payments'] }, [pay]],
      [{ template: ['web'] }, []],
      [{ stale: true }, []],
      [{ stale: false, sort: 'entity' }, [parcel, pay, refund]],
      [{ q: '% REFUNDS_' }, [refund]],
      [{ q: 'title of service' }, [parcel, refund, pay]],
      [{ sort: 'nextReviewAt' }, [pay, parcel, refund]],
      [{ sort: 'title', order: 'desc' }, [pay, parcel, refund]],
      [{ limit: 1, offset: 1 }, [refund]],
    ] as const) {
      expect([query, idsOf(await list({ ...query } as {}))]).toEqual([
        query,
        ids,
      ]);
    }
    expect(await list({ limit: 1, offset: 1 })).toMatchObject({
      totalItems: 3,
    });
    expect(idsOf(await list({ mine: true }, OWNER))).toEqual([parcel, pay]);
    expect(idsOf(await list({ mine: true }, READER))).toEqual([]);

    // Of entities that one may not see, one knows nothing.
    const others = await list({}, STRANGER);
    expect(others).toMatchObject({
      totalItems: 1,
      facets: { statuses: [{ value: 'draft', count: 1 }] },
    });
    expect(idsOf(others)).toEqual([parcel]);
    await expectStatus(404, 'GET', `/reviews/${pay}`, { user: STRANGER });
    await putTo(refund, 'archived');
    expect(idsOf(await list({}))).toEqual([parcel, pay]);
    expect(idsOf(await list({ status: ['archived'] }))).toEqual([refund]);
  });
});
