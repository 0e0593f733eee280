import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  performanceFindingReadPermission,
  performanceReadPermission,
} from '@perf-governance/plugin-performance-common';
import {
  createPerformanceFindingConditionalDecision,
  performanceFindingConditions,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { ARCHITECT, OWNER, PEOPLE, STRANGER } from '../__testUtils__/people';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CART,
  ENTITIES,
  findingCalls,
  NEW,
  NOW,
  owned,
  PAY,
  startFindings,
} from './__testUtils__/startFindings';

jest.setTimeout(120_000);

/** Sees only findings that are theirs to see to. */
const ASSIGNEE = 'user:default/assignee';

const CSV_HEADING = 'externalId,entityRef,title,category,severity,likelihood';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'edges of findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;

    const { call, create, importCsv } = findingCalls(() => performance);

    /** Of the version that it was read with. */
    const step = async (
      { id, version }: { id: string; version: number },
      status: string,
      more: object = {},
      user = ARCHITECT,
    ) =>
      call(
        'POST',
        `/findings/${id}/status`,
        { version, status, ...more },
        user,
      );

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex, {
        [ASSIGNEE]: {
          ...PEOPLE[OWNER],
          [performanceReadPermission.name]: { result: AuthorizeResult.ALLOW },
          [performanceFindingReadPermission.name]:
            createPerformanceFindingConditionalDecision(
              performanceFindingReadPermission,
              performanceFindingConditions.isFindingOwner({
                claims: [ASSIGNEE],
              }),
            ),
        },
      });
    });

    beforeEach(async () => {
      await performance.services.reevaluations.whenIdle();
      await knex('findings').delete();
      performance.setNow(NOW);
    });

    afterAll(() => performance?.stop());

    it.each<
      [string, (id: string, version: number) => [string, string, unknown?]]
    >([
      ['title', () => ['POST', '/findings', { ...NEW, title: 'a\u0000bc' }]],
      [
        'description',
        () => ['POST', '/findings', { ...NEW, description: 'a\u0000bc' }],
      ],
      [
        'external id',
        () => ['POST', '/findings', { ...NEW, externalId: 'a\u0000bc' }],
      ],
      [
        'owner',
        () => ['POST', '/findings', { ...NEW, owner: 'group:default/a\u0000' }],
      ],
      [
        'entity',
        () => [
          'POST',
          '/findings',
          { ...NEW, entityRef: 'component:default/a\u0000' },
        ],
      ],
      [
        'link',
        () => [
          'POST',
          '/findings',
          {
            ...NEW,
            links: [
              { type: 'adr', url: 'https://a.example', title: 'a\u0000' },
            ],
          },
        ],
      ],
      [
        'further entity',
        () => [
          'POST',
          '/findings',
          { ...NEW, affected: ['component:default/a\u0000'] },
        ],
      ],
      [
        'note for many',
        id => [
          'POST',
          '/finding-changes',
          { ids: [id], change: { status: 'invalid', note: 'a\u0000b' } },
        ],
      ],
      [
        'comment',
        id => ['POST', `/findings/${id}/comments`, { body: 'a\u0000b' }],
      ],
      [
        'note',
        (id, version) => [
          'POST',
          `/findings/${id}/status`,
          { version, status: 'invalid', note: 'a\u0000b' },
        ],
      ],
      [
        'changed title',
        (id, version) => [
          'PATCH',
          `/findings/${id}`,
          { version, title: 'a\u0000bc' },
        ],
      ],
      ['search', () => ['GET', '/findings?q=a%00b']],
      ['search for an assignee', () => ['GET', '/findings?assignee=a%00b']],
      ['search for an entity', () => ['GET', '/findings?entityRef=a%00b']],
    ])('takes no NUL in a %s', async (_, requestOf) => {
      const { id, version } = await create();
      const [method, path, json] = requestOf(id, version);
      const { status } = await call(method, path, json);
      expect(status).toBeLessThan(500);
    });

    it('leaves a finding whole where a change of many is refused in part', async () => {
      const finding = await create();
      const resolved = await step(finding, 'resolved');
      const { body } = await call('POST', '/finding-changes', {
        ids: [finding.id],
        change: { status: 'verified', dueDate: '2026-05-01' },
      });
      expect(body.items).toMatchObject([{ outcome: 'refused' }]);
      const { body: after } = await call('GET', `/findings/${finding.id}`);
      expect(after).toEqual(resolved.body);
    });

    it('leaves no trace of a change to what is there already', async () => {
      const finding = await create({
        owner: OWNER,
        links: [{ type: 'adr', url: 'https://a.example/1', title: 'ADR 1' }],
        affected: [CART],
      });
      const { id, version, title, owner, links } = finding;
      const same = await call('PATCH', `/findings/${id}`, {
        version,
        title,
        owner,
        links,
        affected: [CART],
      });
      expect(same.body).toEqual(finding);
      const bulk = await call('POST', '/finding-changes', {
        ids: [id],
        change: { owner, status: 'open' },
      });
      expect(bulk.body.items).toEqual([{ id, outcome: 'unchanged' }]);
      const history = await call('GET', `/findings/${id}/history`);
      expect(history.body.items).toHaveLength(1);
      const stale = await call('PATCH', `/findings/${id}`, {
        version: version + 1,
        title,
      });
      expect(stale.status).toBe(409);
    });

    it('records one of two findings with an external id at once', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const answers = await Promise.all(
          [1, 2].map(() =>
            call('POST', '/findings', { ...NEW, externalId: `x-${attempt}` }),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      }
    });

    it('takes one of two changes at once', async () => {
      const { id, version } = await create();
      const answers = await Promise.all(
        ['One way', 'Another way'].map(title =>
          call('PATCH', `/findings/${id}`, { version, title }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });

    it('lets no two findings become duplicates of each other at once', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const one = await create();
        const other = await create();
        const answers = await Promise.all([
          step(one, 'duplicate', { duplicateOf: other.id }),
          step(other, 'duplicate', { duplicateOf: one.id }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      }
    });

    it('names no original that the caller may not see', async () => {
      const hidden = await create();
      const shown = await create({ entityRef: CART });
      const { status } = await step(
        shown,
        'duplicate',
        { duplicateOf: hidden.id },
        STRANGER,
      );
      expect(status).toBe(404);
    });

    it('keeps affected entities that whoever changes it may not see', async () => {
      const { id, version } = await create({
        entityRef: CART,
        affected: [PAY],
      });
      const { status } = await call(
        'PATCH',
        `/findings/${id}`,
        { version, affected: [] },
        STRANGER,
      );
      expect(status).toBe(200);
      const { body } = await call('GET', `/findings/${id}`);
      expect(body.affected).toMatchObject([{ entityRef: PAY }]);
    });

    it('counts for those who see to findings only theirs', async () => {
      const mine = await create({ owner: ASSIGNEE });
      await create({ severity: 'low' });
      const list = await call('GET', '/findings', undefined, ASSIGNEE);
      expect(list.body.items.map(({ id }: any) => id)).toEqual([mine.id]);
      expect(list.body.totalItems).toBe(1);
      for (const name of [
        'statuses',
        'risks',
        'categories',
        'owners',
        'assignees',
      ]) {
        expect(list.body.facets[name].map(({ count }: any) => count)).toEqual([
          1,
        ]);
      }
      const summary = await call(
        'GET',
        '/finding-summary',
        undefined,
        ASSIGNEE,
      );
      expect(summary.body).toMatchObject({
        total: 1,
        matrix: [{ severity: 'high', count: 1 }],
      });
      expect(summary.body.ages[0].risks).toEqual({
        low: 0,
        medium: 0,
        high: 1,
        critical: 0,
      });
      const file = await performance.call('GET', '/finding-exports/json', {
        user: ASSIGNEE,
      });
      expect(file.body.findings).toHaveLength(1);
    });

    it('accepts the risk only of what is open', async () => {
      const finding = await create();
      await performance.services.reevaluations.whenIdle();
      const request = () =>
        performance.call('POST', '/waivers', {
          json: {
            entityRef: PAY,
            ruleId: `finding:${finding.id}`,
            environment: '*',
            reason: 'The bank is replaced in summer',
            expiresAt: '2026-04-01T00:00:00Z',
          },
          user: OWNER,
        });
      const approve = (id: string) =>
        performance.call('POST', '/waivers/decisions', {
          json: { ids: [id], decision: 'approve' },
        });
      const { body: waiver } = await request();
      const resolved = await step(finding, 'resolved', {}, OWNER);
      const verified = await step(resolved.body, 'verified');
      expect(verified.status).toBe(200);

      const late = await approve(waiver.id);
      expect([late.status, late.body.error.message]).toEqual([
        409,
        `F-${finding.id} is verified: only of open findings is there a risk to accept`,
      ]);
      await performance.call('POST', `/waivers/${waiver.id}/withdrawal`, {
        user: OWNER,
      });
      expect((await request()).status).toBe(409);

      // Nothing is left that would waive it when it is open again.
      await step(verified.body, 'open', { note: 'It is back' });
      await performance.services.reevaluations.whenIdle();
      const again = await request();
      expect(again.status).toBe(201);
      expect((await approve(again.body.id)).status).toBe(200);
      const { body } = await call('GET', `/findings/${finding.id}`);
      expect(body.status).toBe('risk-accepted');
    });

    it.each([
      '1e0',
      '00x',
      '-1',
      '1.5',
      '99999999999999999999',
      '0x1',
      'F-',
      "1'",
    ])('knows no finding %s', async id => {
      const { status } = await call(
        'GET',
        `/findings/${encodeURIComponent(id)}`,
      );
      expect(status).toBe(404);
    });

    it('tells every problem of a file at once', async () => {
      const { body } = await importCsv(
        [
          `${CSV_HEADING},dueDate,owner`,
          `,${PAY},Two bad cells,capacity,awful,low,2026-02-30,`,
          `,component:default/none,Unknown,capacity,low,low,soon,component:default/x`,
          `,${PAY},Short`,
          `a,${PAY},Twice,capacity,low,low,,`,
          `a,${PAY},Twice,capacity,low,low,,`,
        ].join('\r\n'),
      );
      expect(
        body.problems
          .map(({ line, column }: any) => `${line} ${column}`)
          .sort(),
      ).toEqual([
        '2 dueDate',
        '2 severity',
        '3 dueDate',
        '3 entityRef',
        '3 owner',
        '4 undefined',
        '6 externalId',
      ]);
    });

    it.each([
      '=1+1',
      "'=1+1",
      "''=x",
      '@x y',
      '-5 is',
      '+1 is',
      '\u00a0 odd "x", y',
    ])('keeps the title %j over a file', async title => {
      const { title: kept } = await create({ title });
      const csv = await performance.text('/finding-exports/csv');
      await knex('findings').delete();
      const { body } = await importCsv(csv);
      expect(body.problems).toEqual([]);
      expect(await knex('findings').pluck('title')).toEqual([kept]);
    });

    it('keeps descriptions and titles of links over a file', async () => {
      const description = '- one\n- two, "three"\r\n\n    code\n';
      await create({
        description,
        links: [
          {
            type: 'adr',
            url: 'https://a.example/a?x=1',
            title: 'ADR 7: it is',
          },
        ],
      });
      const before = await knex('finding_links').select('type', 'url', 'title');
      const csv = await performance.text('/finding-exports/csv');
      await knex('findings').delete();
      const { body } = await importCsv(csv);
      expect(body.problems).toEqual([]);
      // Breaks are the same to Markdown, and to who counts the lines of a file.
      expect(await knex('findings').pluck('description')).toEqual([
        description.replace('\r\n', '\n'),
      ]);
      expect(
        await knex('finding_links').select('type', 'url', 'title'),
      ).toEqual(before);
    });

    it.each([
      ['nothing', ''],
      ['an unclosed quote', `${CSV_HEADING}\n"a,b`],
      ['binary', '\u0001\u0002\u0003'],
      ['NUL in a cell', `${CSV_HEADING}\n,${PAY},a\u0000bcd,capacity,low,low`],
    ])('says what is wrong with %s', async (_, text) => {
      const { status, body } = await importCsv(text);
      expect([200, 400]).toContain(status);
      expect(body.problems ?? [body.error]).not.toEqual([]);
    });

    it.each([
      ['a string', ['x']],
      ['null', [null]],
      ['a list', [[]]],
      ['numbers', [{ ...NEW, title: 7 }]],
      ['an object as a link', [{ ...NEW, links: { type: 'adr' } }]],
      ['null among links', [{ ...NEW, links: [null] }]],
      ['numbers among affected', [{ ...NEW, affected: [5] }]],
      ['a prototype', [{ ...NEW, __proto__x: 1, constructor: 'x' }]],
      [
        'a long link',
        [
          {
            ...NEW,
            links: [
              { type: 'adr', url: `https://a.example/${'x'.repeat(5000)}` },
            ],
          },
        ],
      ],
    ])('says what is wrong with %s in JSON', async (_, findings) => {
      const { status, body } = await call('POST', '/finding-imports', {
        findings,
      });
      expect([200, 400]).toContain(status);
      expect(body.problems ?? [body.error]).not.toEqual([]);
    });

    it('tells of a file in one message for each whom it concerns', async () => {
      await knex('outbox').delete();
      performance.notifications.length = 0;
      await importCsv(
        [
          `${CSV_HEADING},owner`,
          `,${PAY},First of ann,capacity,low,low,user:default/ann`,
          `,${CART},Second of ann,capacity,very-high,very-high,user:default/ann`,
          `,${PAY},First of pay,capacity,low,low,`,
          `,${PAY},Second of pay,capacity,low,low,`,
          `,${CART},Only one of cart,capacity,low,low,`,
        ].join('\n'),
      );
      await performance.services.notificationDuties.send();
      const told = performance.notifications
        .filter(({ payload }) => payload.topic === 'findings')
        .map(({ recipients, payload: { title, severity, link } }) => [
          title.replace(/F-\d+/, 'F-n'),
          severity,
          link?.replace(/\d+$/, 'n'),
          recipients.type === 'entity' && recipients.entityRef,
        ]);
      expect(told.sort()).toEqual([
        [
          '2 findings for you to see to',
          'high',
          '/performance/findings?assignee=user%3Adefault%2Fann',
          ['user:default/ann'],
        ],
        [
          '2 findings of pay',
          'normal',
          '/performance/findings?entityRef=component%3Adefault%2Fpay',
          ['group:default/payments'],
        ],
        [
          'Finding: F-n Only one of cart',
          'normal',
          '/performance/findings?finding=n',
          ['group:default/shop'],
        ],
      ]);
    });

    it('takes a thousand at once', async () => {
      const rows = Array.from(
        { length: 1000 },
        (_, i) => `x${i},${i % 2 ? PAY : CART},Finding ${i},capacity,low,low`,
      );
      const { status, body } = await importCsv(
        [CSV_HEADING, ...rows].join('\n'),
      );
      expect([status, body.created?.length]).toEqual([200, 1000]);
      await performance.services.reevaluations.whenIdle();
      const list = await performance.call('GET', '/findings', {
        query: { entityRef: CART, limit: 100 },
      });
      expect([list.body.totalItems, list.body.items.length]).toEqual([
        500, 100,
      ]);
      const tooMany = await importCsv(
        [CSV_HEADING, ...rows, `y,${PAY},One more,capacity,low,low`].join('\n'),
      );
      expect(tooMany.body.problems).toHaveLength(1);
    });

    it('lists none of an entity that is gone, until it is back', async () => {
      const { id } = await create({ affected: [CART] });
      const counts = async () => {
        const list = await call('GET', '/findings');
        const summary = await call('GET', '/finding-summary');
        const { facets, totalItems } = list.body;
        return [totalItems, summary.body.total, facets.statuses];
      };
      performance.setCatalog([ENTITIES[1]]);
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      expect(await counts()).toEqual([0, 0, []]);
      // A link to it still works.
      expect((await call('GET', `/findings/${id}`)).status).toBe(200);
      performance.setCatalog(ENTITIES);
      await performance.services.catalogProjection.sweep();
      expect(await counts()).toEqual([1, 1, [{ value: 'open', count: 1 }]]);
    });

    it('follows an entity that is renamed', async () => {
      const { id } = await create();
      const renamed = owned('payment', 'group:default/payments');
      renamed.metadata.annotations = {
        'performance-governance.io/former-ref': PAY,
      };
      performance.setCatalog([renamed, ENTITIES[1]]);
      await performance.services.catalogProjection.sweep();
      const list = await performance.call('GET', '/findings', {
        query: { entityRef: 'component:default/payment' },
        user: ARCHITECT,
      });
      expect(list.body.items).toMatchObject([
        { id, entity: { entityRef: 'component:default/payment' } },
      ]);
    });
  },
);
