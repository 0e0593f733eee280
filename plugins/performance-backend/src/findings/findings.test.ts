import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { ARCHITECT, OWNER, READER, STRANGER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import {
  CART,
  ENTITIES,
  findingCalls,
  NEW,
  NOW,
  PAY,
  startFindings,
} from './__testUtils__/startFindings';

jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'findings on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;

    const { call, create, step } = findingCalls(() => performance);

    const sent = async (): Promise<NotificationSendOptions[]> => {
      performance.notifications.length = 0;
      await performance.services.notificationDuties.send();
      return performance.notifications;
    };

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      performance = await startFindings(knex);
    });

    beforeEach(async () => {
      await performance.services.reevaluations.whenIdle();
      await knex('findings').delete();
      await knex('outbox').delete();
      performance.setNow(NOW);
      performance.audit.length = 0;
    });

    afterAll(() => performance?.stop());

    it('records a finding with its risk, and history', async () => {
      const finding = await create({
        affected: [CART],
        owner: 'payments',
        dueDate: '2026-03-31',
        effort: 'small',
        links: [{ type: 'adr', url: 'https://adr.example/7', title: 'ADR 7' }],
      });
      expect(finding).toMatchObject({
        title: NEW.title,
        description: NEW.description,
        recommendation: NEW.recommendation,
        risk: 'high',
        status: 'open',
        version: 1,
        entity: { entityRef: PAY },
        affected: [{ entityRef: CART }],
        hiddenAffected: 0,
        owner: 'group:default/payments',
        dueDate: '2026-03-31',
        overdue: false,
        effort: 'small',
        links: [{ type: 'adr', url: 'https://adr.example/7', title: 'ADR 7' }],
        createdBy: ARCHITECT,
        createdAt: '2026-03-10T12:00:00.000Z',
        may: {
          plan: true,
          edit: true,
          comment: true,
          statuses: ['in-progress', 'resolved', 'duplicate', 'invalid'],
        },
      });
      const { body } = await call('GET', `/findings/${finding.id}/history`);
      expect(body.items).toEqual([
        {
          type: 'created',
          by: ARCHITECT,
          at: '2026-03-10T12:00:00.000Z',
          changes: [],
        },
      ]);
      expect(performance.audit).toEqual([
        { eventId: 'finding-create', outcome: 'success' },
      ]);
    });

    it.each([
      ['an unknown entity', { entityRef: 'component:default/none' }, 404],
      [
        'an unknown affected one',
        { affected: ['component:default/none'] },
        404,
      ],
      ['an owner that is none', { owner: 'component:default/pay' }, 400],
      ['a day that no calendar has', { dueDate: '2026-02-30' }, 400],
      ['a category that is none', { category: 'bad-karma' }, 400],
      ['a title without words', { title: '     ' }, 400],
      [
        'a link to a file',
        { links: [{ type: 'other', url: 'file:///etc/passwd' }] },
        400,
      ],
    ])('refuses %s', async (_, more, expected) => {
      const { status, body } = await call('POST', '/findings', {
        ...NEW,
        ...more,
      });
      expect(status).toBe(expected);
      expect(body.error.message).not.toBe('');
      expect(await knex('findings').select()).toEqual([]);
    });

    it('goes from open to verified, by two people', async () => {
      const { id } = await create();
      expect((await step(id, 'in-progress', {}, OWNER)).status).toBe(200);
      const resolved = await step(id, 'resolved', { note: 'Done' }, OWNER);
      expect(resolved.body).toMatchObject({
        status: 'resolved',
        resolvedBy: OWNER,
        may: { statuses: ['in-progress', 'open'] },
      });
      expect((await step(id, 'verified', {}, OWNER)).status).toBe(403);
      const verified = await step(id, 'verified');
      expect(verified.body).toMatchObject({
        status: 'verified',
        resolvedBy: OWNER,
      });
      const { body } = await call('GET', `/findings/${id}/history`);
      expect(
        body.items.map(
          ({ by, changes }: any) =>
            `${by}: ${changes
              .map(({ field, from, to }: any) => `${field} ${from} → ${to}`)
              .join()}`,
        ),
      ).toEqual([
        `${ARCHITECT}: status resolved → verified`,
        `${OWNER}: status in-progress → resolved`,
        `${OWNER}: status open → in-progress`,
        `${ARCHITECT}: `,
      ]);
    });

    it('lets nobody verify what they resolved', async () => {
      const { id } = await create();
      const resolved = await step(id, 'resolved');
      expect(resolved.body.may.statuses).not.toContain('verified');
      const { status, body } = await step(id, 'verified');
      expect(status).toBe(403);
      expect(body.error.message).toContain(
        'Nobody verifies what they resolved',
      );
    });

    it.each([
      ['leads nowhere', 'verified', {}, 409],
      ['has no reason', 'invalid', {}, 400],
      ['names no original', 'duplicate', {}, 400],
      ['is a waiver to decide on', 'risk-accepted', {}, 409],
    ])('refuses a step that %s', async (_, status, more, expected) => {
      const { id } = await create();
      expect((await step(id, status, more)).status).toBe(expected);
    });

    it('knows duplicates, and refuses circles', async () => {
      const first = await create();
      const second = await create();
      const marked = await step(second.id, 'duplicate', {
        duplicateOf: `F-${first.id}`,
      });
      expect(marked.body).toMatchObject({
        status: 'duplicate',
        duplicateOf: first.id,
      });
      for (const duplicateOf of [first.id, second.id]) {
        const { status } = await step(first.id, 'duplicate', { duplicateOf });
        expect(status).toBe(400);
      }
      const reopened = await step(second.id, 'open', { note: 'It differs' });
      expect(reopened.body.status).toBe('open');
      expect(reopened.body.duplicateOf).toBeUndefined();
    });

    it('changes what it says, and tells who was faster', async () => {
      const { id, version } = await create({ owner: 'group:default/shop' });
      const changed = await call('PATCH', `/findings/${id}`, {
        version,
        severity: 'very-high',
        title: 'No timeouts',
        owner: null,
        affected: [CART],
      });
      expect(changed.body).toMatchObject({
        version: 2,
        risk: 'critical',
        title: 'No timeouts',
        affected: [{ entityRef: CART }],
      });
      expect(changed.body.owner).toBeUndefined();
      const late = await call('PATCH', `/findings/${id}`, {
        version,
        title: 'Mine',
      });
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain(ARCHITECT);
      expect(late.body.error.message).toContain('2026-03-10T12:00:00.000Z');
    });

    it('lets owners plan, but not say how bad it is', async () => {
      const { id, version } = await create();
      const patch = (json: object, user: string) =>
        call('PATCH', `/findings/${id}`, { version, ...json }, user);
      expect((await patch({ severity: 'low' }, OWNER)).status).toBe(403);
      expect((await patch({ dueDate: '2026-04-01' }, READER)).status).toBe(403);
      expect((await patch({ dueDate: '2026-04-01' }, OWNER)).status).toBe(200);
    });

    it('shows findings only to who may see their entity', async () => {
      const { id: hidden } = await create({ affected: [CART] });
      const { id: shown } = await create({ entityRef: CART, affected: [PAY] });
      const list = await call('GET', '/findings', undefined, STRANGER);
      expect(list.body.items.map((item: any) => item.id)).toEqual([shown]);
      expect(list.body.totalItems).toBe(1);
      expect(list.body.facets.statuses).toEqual([{ value: 'open', count: 1 }]);
      expect(list.body.items[0]).toMatchObject({
        affected: [],
        hiddenAffected: 1,
      });
      const summary = await call(
        'GET',
        '/finding-summary',
        undefined,
        STRANGER,
      );
      expect(summary.body.total).toBe(1);
      // Which entity is hidden can't be found out by asking for it.
      for (const [entityRef, count] of [
        [CART, 1],
        [PAY, 0],
      ] as const) {
        const query = { entityRef };
        const asked = await performance.call('GET', '/findings', {
          query,
          user: STRANGER,
        });
        expect(asked.body).toMatchObject({ totalItems: count });
        const file = await performance.call('GET', '/finding-exports/json', {
          query,
          user: STRANGER,
        });
        expect(file.body.findings).toHaveLength(count);
      }
      for (const path of ['', '/history', '/comments']) {
        const { status } = await call(
          'GET',
          `/findings/${hidden}${path}`,
          undefined,
          STRANGER,
        );
        expect(status).toBe(404);
      }
    });

    it('gives who sees to a finding what there is to do with it', async () => {
      const { id } = await create({ entityRef: CART, owner: OWNER });
      const other = await create({ entityRef: CART });
      expect((await step(id, 'in-progress', {}, OWNER)).status).toBe(200);
      expect((await step(other.id, 'in-progress', {}, OWNER)).status).toBe(403);
      const mine = await performance.call('GET', '/findings', {
        query: { mine: true },
        user: OWNER,
      });
      expect(mine.body.items.map((item: any) => item.id)).toEqual([id]);
    });

    it('filters, sorts and pages', async () => {
      const small = await create({
        severity: 'medium',
        likelihood: 'medium',
        effort: 'small',
        dueDate: '2026-03-09',
      });
      const large = await create({
        severity: 'very-high',
        likelihood: 'high',
        effort: 'large',
        entityRef: CART,
      });
      const done = await create({ severity: 'low', likelihood: 'low' });
      await step(done.id, 'resolved');
      const ids = async (query: Record<string, any>) => {
        const { status, body } = await performance.call('GET', '/findings', {
          query,
          user: ARCHITECT,
        });
        expect(status).toBe(200);
        return body.items.map((item: any) => item.id);
      };
      expect(await ids({ sort: 'risk' })).toEqual([
        large.id,
        small.id,
        done.id,
      ]);
      // 3 × 3 / 1 = 9; 5 × 4 / 4 = 5; 2 × 2 / 2 = 2.
      expect(await ids({ sort: 'plan' })).toEqual([
        small.id,
        large.id,
        done.id,
      ]);
      expect(await ids({ sort: 'plan', order: 'asc' })).toEqual([
        done.id,
        large.id,
        small.id,
      ]);
      expect(await ids({ overdue: true })).toEqual([small.id]);
      expect(await ids({ risk: ['critical'] })).toEqual([large.id]);
      expect(await ids({ status: ['resolved'] })).toEqual([done.id]);
      expect(await ids({ entityRef: CART })).toEqual([large.id]);
      expect(await ids({ q: `F-${done.id}` })).toEqual([done.id]);
      expect(await ids({ q: 'cart' })).toEqual([large.id]);
      expect(await ids({ owner: ['group:default/shop'] })).toEqual([large.id]);
      expect(await ids({ assignee: ['none'], limit: 1, offset: 1 })).toEqual([
        small.id,
      ]);
      const { body } = await performance.call('GET', '/findings', {
        query: { risk: ['critical'] },
        user: ARCHITECT,
      });
      expect(body.facets.risks).toEqual([
        { value: 'low', count: 1 },
        { value: 'medium', count: 1 },
        { value: 'critical', count: 1 },
      ]);
    });

    it('counts by risk and age', async () => {
      performance.setNow('2026-01-01T00:00:00Z');
      const old = await create({ dueDate: '2026-02-01' });
      performance.setNow(NOW);
      await create({ severity: 'low', likelihood: 'low' });
      const settled = await create();
      await step(settled.id, 'invalid', { note: 'Not so' });
      const { body } = await call('GET', '/finding-summary');
      expect(body).toMatchObject({
        total: 2,
        open: 2,
        overdue: 1,
        proposed: 0,
        matrix: [
          { severity: 'low', likelihood: 'low', risk: 'low', count: 1 },
          { severity: 'high', likelihood: 'high', risk: 'high', count: 1 },
        ],
        statuses: [{ value: 'open', count: 2 }],
      });
      // From 1 January to 10 March 12:00 are 68 days.
      expect(
        body.ages.filter(({ risks }: any) => risks.high + risks.low > 0),
      ).toEqual([
        {
          fromDays: 0,
          toDays: 7,
          risks: { low: 1, medium: 0, high: 0, critical: 0 },
        },
        {
          fromDays: 31,
          toDays: 90,
          risks: { low: 0, medium: 0, high: 1, critical: 0 },
        },
      ]);
      expect(old.overdue).toBe(false);
    });

    it('changes many at once, and says what is refused', async () => {
      const mine = await create();
      const other = await create({ entityRef: CART });
      const { body } = await call(
        'POST',
        '/finding-changes',
        {
          ids: [mine.id, other.id, '999999'],
          change: { status: 'in-progress', dueDate: '2026-05-01' },
        },
        OWNER,
      );
      expect(body.items.map(({ outcome }: any) => outcome)).toEqual([
        'changed',
        'refused',
        'refused',
      ]);
      expect(body.items[1].message).toContain('performance.finding.update');
      const { body: changed } = await call('GET', `/findings/${mine.id}`);
      expect(changed).toMatchObject({
        status: 'in-progress',
        dueDate: '2026-05-01',
      });
      const { body: left } = await call('GET', `/findings/${other.id}`);
      expect(left).toMatchObject({ status: 'open', version: 1 });
    });

    it('keeps comments, which only their author takes back', async () => {
      const { id } = await create();
      const said = await call(
        'POST',
        `/findings/${id}/comments`,
        { body: 'Seen in *March*' },
        OWNER,
      );
      expect(said.status).toBe(201);
      expect(
        (await call('POST', `/findings/${id}/comments`, { body: 'x' }, READER))
          .status,
      ).toBe(403);
      const path = `/findings/${id}/comments/${said.body.id}`;
      expect((await call('DELETE', path)).status).toBe(403);
      const { body } = await call('GET', `/findings/${id}/comments`);
      expect(body.items).toEqual([
        {
          id: said.body.id,
          body: 'Seen in *March*',
          by: OWNER,
          at: '2026-03-10T12:00:00.000Z',
          may: { delete: false },
        },
      ]);
      expect((await call('DELETE', path, undefined, OWNER)).status).toBe(204);
      const after = await call('GET', `/findings/${id}/comments`);
      expect(after.body.items).toEqual([]);
    });

    it('comes back from a file as it was', async () => {
      await create({
        externalId: 'audit-1',
        title: '=1+1, "quoted"',
        description: 'Two\nlines',
        affected: [CART],
        effort: 'large',
        links: [{ type: 'issue', url: 'https://issues.example/1' }],
      });
      const csv = await performance.text('/finding-exports/csv');
      const json = await performance.call('GET', '/finding-exports/json', {
        user: ARCHITECT,
      });
      const [original] = await knex('findings').select(
        'title',
        'description',
        'severity',
        'effort',
        'external_id',
      );
      for (const file of [
        { text: csv, contentType: 'text/csv' },
        { json: json.body },
      ]) {
        const again = await performance.call('POST', '/finding-imports', {
          ...file,
          user: ARCHITECT,
        });
        expect(again.body).toMatchObject({
          created: [],
          skipped: [{ title: '=1+1, "quoted"' }],
          problems: [],
        });
        await performance.services.reevaluations.whenIdle();
        await knex('findings').delete();
        const dry = await performance.call('POST', '/finding-imports', {
          ...file,
          query: { dryRun: true },
          user: ARCHITECT,
        });
        expect(dry.body.created).toHaveLength(1);
        expect(await knex('findings').select()).toEqual([]);
        await performance.call('POST', '/finding-imports', {
          ...file,
          user: ARCHITECT,
        });
        expect(
          await knex('findings').select(
            'title',
            'description',
            'severity',
            'effort',
            'external_id',
          ),
        ).toEqual([original]);
        const { body } = await call('GET', '/findings');
        expect(body.items[0]).toMatchObject({
          affected: [{ entityRef: CART }],
        });
      }
    });

    it('tells all that is wrong with a file, and records nothing of it', async () => {
      const { body } = await performance.call('POST', '/finding-imports', {
        text: [
          'entityRef,title,category,severity,likelihood,dueDate',
          'component:default/pay,Fine,capacity,low,low,2026-04-01',
          'component:default/none,Unknown,capacity,low,low,',
          '"component:default/pay","Two',
          'lines",capacity,awful,low,2026-02-30',
          'component:default/pay,Short',
          ',No entity,capacity,low,low,soon',
        ].join('\n'),
        contentType: 'text/csv',
        user: ARCHITECT,
      });
      expect(body.created).toEqual([]);
      expect(
        body.problems.map(({ line, column }: any) => `${line} ${column}`),
      ).toEqual([
        '3 entityRef',
        '4 severity',
        '4 dueDate',
        '6 undefined',
        '7 entityRef',
        '7 dueDate',
      ]);
      const heading = await performance.call('POST', '/finding-imports', {
        text: 'entityRef,titel\n',
        contentType: 'text/csv',
        user: ARCHITECT,
      });
      expect(heading.body.problems.map(({ column }: any) => column)).toEqual([
        'title',
        'category',
        'severity',
        'likelihood',
        'titel',
      ]);
      expect(await knex('findings').select()).toEqual([]);
    });

    it('tells those whom it concerns', async () => {
      const { id } = await create({ owner: OWNER, dueDate: '2026-03-12' });
      const [assigned] = await sent();
      expect(assigned.payload.title).toBe(
        `Finding: F-${id} Calls to the bank have no timeout`,
      );
      expect(JSON.stringify(assigned.recipients)).toContain(OWNER);
      await step(id, 'resolved', { note: 'Timeouts are in' }, OWNER);
      const [toVerify] = await sent();
      expect(toVerify.payload.title).toContain('To verify: F-');
      expect(JSON.stringify(toVerify.recipients)).toContain(ARCHITECT);
      await step(id, 'open', { note: 'Not in staging' });
      const [reopened] = await sent();
      expect(reopened.payload).toMatchObject({
        title: `Finding reopened: F-${id} Calls to the bank have no timeout`,
        severity: 'high',
      });
      performance.setNow('2026-03-13T00:00:00Z');
      for (const expected of [1, 0]) {
        await performance.services.notificationDuties.remind();
        const overdue = await sent();
        expect(overdue).toHaveLength(expected);
      }
    });

    it('accepts a risk as long as a waiver lasts', async () => {
      const { id } = await create();
      await performance.services.reevaluations.whenIdle();
      const requested = await performance.call('POST', '/waivers', {
        json: {
          entityRef: PAY,
          ruleId: `finding:${id}`,
          environment: '*',
          reason: 'The bank is replaced in summer',
          expiresAt: '2026-04-01T00:00:00Z',
        },
        user: OWNER,
      });
      expect([requested.status, requested.body.error?.message]).toEqual([
        201,
        undefined,
      ]);
      await performance.call('POST', '/waivers/decisions', {
        json: { ids: [requested.body.id], decision: 'approve' },
      });
      const accepted = await call('GET', `/findings/${id}`);
      expect(accepted.body).toMatchObject({
        status: 'risk-accepted',
        acceptedUntil: '2026-04-01T00:00:00.000Z',
        may: { statuses: [] },
      });
      expect((await step(id, 'resolved')).status).toBe(409);
      performance.setNow('2026-04-02T00:00:00Z');
      await performance.services.waiverDesk.expire();
      const ended = await call('GET', `/findings/${id}`);
      expect(ended.body.status).toBe('open');
      expect(ended.body.acceptedUntil).toBeUndefined();
    });

    it('takes another matrix at its next start', async () => {
      const { id, version } = await create();
      await performance.services.reevaluations.whenIdle();
      const again = await startPerformance({
        knex,
        entities: ENTITIES,
        now: NOW,
        config: {
          performance: {
            findings: { riskMatrix: Array(5).fill(Array(5).fill('low')) },
          },
        },
      });
      try {
        const { body } = await again.call('GET', `/findings/${id}`);
        expect(body).toMatchObject({ risk: 'low', version });
        const settings = await again.call('GET', '/finding-settings');
        expect(settings.body.riskMatrix[4]).toEqual(Array(5).fill('low'));
        again.services.reevaluations.resume();
        await again.services.reevaluations.whenIdle();
        // An open finding warns unless its risk is high.
        const verdicts = await again.call('GET', '/verdicts', {
          query: { rule: `finding:${id}`, entityRef: PAY },
        });
        expect(verdicts.body.items).toMatchObject([{ state: 'warn' }]);
      } finally {
        await again.stop();
      }
    });

    it('tells how risks are measured', async () => {
      const { body } = await call('GET', '/finding-settings');
      expect(body.riskMatrix).toHaveLength(5);
      expect(body.riskMatrix[4][4]).toBe('critical');
      expect(body.trackers).toEqual([]);
    });

    it.each([
      [ARCHITECT, true],
      [STRANGER, true],
      [READER, false],
    ])(
      'tells %s whether they may record one anywhere',
      async (user, record) => {
        const { body } = await call(
          'GET',
          '/finding-settings',
          undefined,
          user,
        );
        expect(body.may).toEqual({ record });
      },
    );
  },
);
