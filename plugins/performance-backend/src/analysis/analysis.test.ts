import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { newRun } from '../__testUtils__/fixtures';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CATALOG,
  OUTSIDER,
  OWNER,
  related,
  STAGER,
  START,
  startAnalysed,
} from './__testUtils__/startAnalysed';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const DATABASE = 'resource:default/db';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the analysis of the architecture on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;
    const get = getFrom(() => performance);

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      performance = await startAnalysed(knex);
    });

    afterEach(async () => {
      await performance.stop();
    });

    const run = (user?: string) =>
      performance.call('POST', '/analysis/runs', { user });

    const proposals = async (
      query: Record<string, string | string[] | number> = {},
      user?: string,
    ) => (await get('/analysis/proposals', query, user)).items;

    const find = async (rule: string, user?: string) => {
      const [item] = await proposals({ rule }, user);
      return get(`/analysis/proposals/${item.id}`, {}, user);
    };

    it('finds what the catalog and the limits in force hold', async () => {
      const { status, body } = await run();
      expect(status).toBe(200);
      expect(body).toMatchObject({
        pending: false,
        lastRun: {
          startedAt: START.replace('Z', '.000Z'),
          trigger: 'request',
          requestedBy: 'user:default/mock',
          analysed: {
            entities: 8,
            // web 1, checkout 2, pay 1, report 2, ledger 2, vault 1, job 1
            relations: 10,
            appeared: body.counts.proposed,
            gone: 0,
            unchanged: 0,
          },
        },
        may: { run: true },
      });
      expect(
        (await proposals()).map((item: any) => [
          item.rule,
          item.entity.entityRef,
          item.status,
        ]),
      ).toEqual(
        expect.arrayContaining([
          ['single-point-of-failure', DATABASE, 'proposed'],
          ['shared-database', DATABASE, 'proposed'],
          ['dependency-cycle', 'component:default/ledger', 'proposed'],
          ['latency-budget-overrun', 'component:default/checkout', 'proposed'],
          ['latency-budget-overrun', 'component:default/report', 'proposed'],
        ]),
      );

      const failure = await find('single-point-of-failure');
      // web, checkout, pay; report; ledger, vault, job.
      expect(failure.numbers).toMatchObject({
        dependents: 7,
        tier1Dependents: 3,
        tier2Dependents: 1,
        dependentsWithoutTier: 3,
        // 4 × 3 + 2 × 1 + 3
        weight: 17,
      });
      expect(failure).toMatchObject({
        severity: 'high',
        category: 'single-point-of-failure',
        hiddenEntities: 0,
        history: [{ type: 'appeared' }],
      });
      expect(failure.affected).toHaveLength(8);
      expect(failure.graph.edges).toContainEqual({
        from: 'component:default/checkout',
        to: DATABASE,
        emphasis: true,
        synchronous: true,
      });

      const [overrun] = await proposals({
        entityRef: 'component:default/checkout',
        rule: 'latency-budget-overrun',
      });
      expect(
        (await get(`/analysis/proposals/${overrun.id}`)).numbers,
      ).toMatchObject({ limit: 300, sum: 400, remainder: -100 });
    });

    it('says what is unknown, and which annotations it cannot read', async () => {
      const { body } = await run();
      expect(body.problems).toEqual([
        {
          entityRef: 'component:default/vault',
          annotation: 'performance-governance.io/tier',
          message:
            '\'gold\' isn\'t a tier; write "1", the most critical, to "9"',
        },
      ]);
      const tierless = body.unknowns.find(
        ({ rule }: any) => rule === 'single-point-of-failure',
      );
      expect(tierless).toMatchObject({
        entities: 3,
        examples: ['job', 'ledger', 'vault'].map(name => ({
          entityRef: `component:default/${name}`,
        })),
        reason: expect.stringContaining('performance-governance.io/tier'),
      });
      expect(body.rules).toHaveLength(9);
      expect(body.rules[0]).toMatchObject({
        rule: 'single-point-of-failure',
        description: expect.stringContaining('weigh 8 or more'),
      });
    });

    it('filters, counts, sorts and pages', async () => {
      await run();
      const all = await get('/analysis/proposals');
      expect(all.totalItems).toBe(all.items.length);
      const page = await get('/analysis/proposals', {
        sort: 'title',
        limit: 2,
        offset: 1,
      });
      const titles = all.items.map(({ title }: any) => title).sort();
      expect(page.items.map(({ title }: any) => title)).toEqual(
        titles.slice(1, 3),
      );
      expect(page.totalItems).toBe(all.totalItems);

      const { items, facets } = await get('/analysis/proposals', {
        rule: ['shared-database', 'dependency-cycle'],
        owner: 'group:default/risk',
        q: 'LEDGER',
      });
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        rule: 'dependency-cycle',
        title: 'ledger, vault depend on each other in a circle',
      });
      expect(facets.rules).toEqual([
        { value: 'dependency-cycle', title: 'Dependency cycles', count: 1 },
      ]);
      expect(facets.owners).toEqual([
        { value: 'group:default/risk', count: 1 },
      ]);
      expect(facets.statuses).toEqual([{ value: 'proposed', count: 1 }]);
      expect(await proposals({ severity: 'very-low' })).toEqual([]);
      expect(await proposals({ status: 'gone' })).toEqual([]);
    });

    it('shows nothing of a confidential team to others', async () => {
      await run();
      const everything = await proposals();
      const visible = await proposals({}, OUTSIDER);
      const rules = visible.map(({ rule, entity }: any) => [rule, entity.name]);
      expect(rules).toContainEqual(['single-point-of-failure', 'db']);
      expect(rules).toContainEqual(['shared-database', 'db']);
      expect(rules).toContainEqual(['latency-budget-overrun', 'checkout']);
      // Its sum would tell the limit of ledger.
      expect(rules).not.toContainEqual(['latency-budget-overrun', 'report']);
      expect(rules).not.toContainEqual(['dependency-cycle', 'ledger']);

      const hidden = everything.filter(
        ({ id }: any) => !visible.some((item: any) => item.id === id),
      );
      expect(hidden.length).toBeGreaterThan(1);
      for (const { id } of hidden) {
        expect(
          await performance.call('GET', `/analysis/proposals/${id}`, {
            user: OUTSIDER,
          }),
        ).toMatchObject({ status: 404 });
        expect(
          await performance.call(
            'POST',
            `/analysis/proposals/${id}/suppression`,
            { user: OUTSIDER, json: { reason: 'Long enough as a reason' } },
          ),
        ).toMatchObject({ status: 404 });
      }

      const failure = await find('single-point-of-failure', OUTSIDER);
      expect(failure.hiddenEntities).toBe(2);
      expect(failure.affected).toHaveLength(6);
      const shared = await find('shared-database', OUTSIDER);
      expect(shared.graph.nodes.map(({ entityRef }: any) => entityRef)).toEqual(
        expect.arrayContaining([DATABASE, 'component:default/job']),
      );
      for (const body of [
        failure,
        shared,
        await get('/analysis', {}, OUTSIDER),
        await get('/analysis/proposals', {}, OUTSIDER),
      ]) {
        expect(JSON.stringify(body)).not.toMatch(/ledger|vault|risk"/);
      }
      expect(
        await proposals({ entityRef: 'component:default/ledger' }, OUTSIDER),
      ).toEqual([]);
      expect(
        await proposals({ entityRef: 'component:default/ledger' }),
      ).not.toEqual([]);
      const summary = await get('/analysis', {}, OUTSIDER);
      expect(summary.counts.proposed).toBe(visible.length);
      expect(summary.lastRun).not.toHaveProperty('analysed');
    });

    it('shows limits only to who may see their environment', async () => {
      for (const entity of ['checkout', 'pay']) {
        await performance.call('POST', '/runs', {
          json: newRun({ entity, startedAt: START }),
        });
      }
      await run();
      const visible = (await proposals({}, STAGER)).map(
        ({ rule, entity }: any) => [rule, entity.name],
      );
      expect(visible).toContainEqual(['shared-database', 'db']);
      // Nobody has seen report in any environment yet.
      expect(visible).toContainEqual(['latency-budget-overrun', 'report']);
      expect(visible).not.toContainEqual([
        'latency-budget-overrun',
        'checkout',
      ]);
    });

    it('keeps what is suppressed so for as long as it is found', async () => {
      await run();
      const { id } = await find('shared-database');
      const path = `/analysis/proposals/${id}/suppression`;
      const reason = 'We split it next quarter anyway.';
      expect(
        await performance.call('POST', path, { json: { reason: '  short' } }),
      ).toMatchObject({ status: 400 });
      expect(
        await performance.call('POST', path, {
          json: { reason, until: '2026-11-23T11:00:00Z' },
        }),
      ).toMatchObject({ status: 400 });
      const { status, body } = await performance.call('POST', path, {
        user: OWNER,
        json: { reason },
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'suppressed',
        suppression: { reason, by: OWNER },
        may: { suppress: false, unsuppress: true, accept: false },
      });
      expect(
        await performance.call('POST', path, { json: { reason } }),
      ).toMatchObject({
        status: 409,
        body: {
          error: { message: expect.stringContaining(`${OWNER} suppressed`) },
        },
      });

      await run();
      expect((await find('shared-database')).status).toBe('suppressed');
      expect((await get('/analysis')).counts.suppressed).toBe(1);

      expect(await performance.call('DELETE', path)).toMatchObject({
        status: 200,
        body: { status: 'proposed' },
      });
      expect(await performance.call('DELETE', path)).toMatchObject({
        status: 409,
      });
      expect((await find('shared-database')).history).toMatchObject([
        { type: 'appeared' },
        { type: 'suppressed', by: OWNER, note: reason },
        { type: 'unsuppressed', by: 'user:default/mock' },
      ]);
      expect(performance.audit).toContainEqual({
        eventId: 'analysis-proposal-suppress',
        outcome: 'success',
      });
      expect(performance.audit).toContainEqual({
        eventId: 'analysis-proposal-suppress',
        outcome: 'fail',
      });
    });

    it('proposes again once the time of a suppression is over', async () => {
      await run();
      const { id } = await find('shared-database');
      await performance.call('POST', `/analysis/proposals/${id}/suppression`, {
        json: {
          reason: 'Not before the sale is over.',
          until: '2026-11-30T00:00:00Z',
        },
      });
      performance.setNow('2026-11-29T23:59:59Z');
      expect((await find('shared-database')).status).toBe('suppressed');
      performance.setNow('2026-11-30T00:00:00Z');
      const proposal = await find('shared-database');
      expect(proposal.status).toBe('proposed');
      expect(proposal).not.toHaveProperty('suppression');
      // Whoever comes next may suppress it anew.
      expect(
        await performance.call(
          'POST',
          `/analysis/proposals/${id}/suppression`,
          { json: { reason: 'Still not worth the effort.' } },
        ),
      ).toMatchObject({ status: 200 });
    });

    it('lets decide only who may record findings of the entity', async () => {
      await run();
      const { id } = await find('dependency-cycle');
      expect(
        await performance.call(
          'POST',
          `/analysis/proposals/${id}/suppression`,
          { user: OWNER, json: { reason: 'Long enough as a reason' } },
        ),
      ).toMatchObject({ status: 403 });
      expect((await find('dependency-cycle', OWNER)).may).toEqual({
        suppress: false,
        unsuppress: false,
        accept: false,
      });
    });

    it('makes a finding of a proposal once a person wants it', async () => {
      await run();
      expect((await get('/findings')).totalItems).toBe(0);
      const { id, ...proposal } = await find('single-point-of-failure');
      const path = `/analysis/proposals/${id}/finding`;
      expect(
        await performance.call('POST', path, {
          json: { owner: 'component:default/pay' },
        }),
      ).toMatchObject({ status: 400 });
      const { status, body } = await performance.call('POST', path, {
        user: OUTSIDER,
        json: { severity: 'very-high', dueDate: '2027-03-01' },
      });
      expect(status).toBe(201);
      expect(body.proposal).toMatchObject({
        status: 'accepted',
        findingId: body.findingId,
        may: { suppress: false, unsuppress: false, accept: false },
        history: [{ type: 'appeared' }, { type: 'accepted', by: OUTSIDER }],
      });

      const finding = await get(`/findings/${body.findingId}`);
      expect(finding).toMatchObject({
        title: proposal.title,
        description: proposal.explanation,
        recommendation: proposal.recommendation,
        category: 'single-point-of-failure',
        severity: 'very-high',
        likelihood: 'medium',
        owner: 'group:default/payments',
        dueDate: '2027-03-01',
        status: 'open',
        proposalId: id,
      });
      expect(finding.entity.entityRef).toBe(DATABASE);
      // Not those of the risk team, which whoever made it may not see.
      expect(
        finding.affected.map(({ entityRef }: any) => entityRef).sort(),
      ).toEqual([
        'component:default/checkout',
        'component:default/job',
        'component:default/pay',
        'component:default/report',
        'component:default/web',
      ]);

      expect(await performance.call('POST', path, { json: {} })).toMatchObject({
        status: 409,
        body: {
          error: {
            message: expect.stringContaining(`finding F-${body.findingId}`),
          },
        },
      });
      await run();
      expect(await get(`/analysis/proposals/${id}`)).toMatchObject({
        status: 'accepted',
      });
      expect((await get('/findings')).totalItems).toBe(1);
    });

    it('makes one finding of a proposal that two people want', async () => {
      await run();
      const { id } = await find('shared-database');
      const answers = await Promise.all(
        [undefined, OWNER].map(user =>
          performance.call('POST', `/analysis/proposals/${id}/finding`, {
            user,
            json: {},
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await get('/findings')).totalItems).toBe(1);
    });

    it('is made at once only by who administers the organisation', async () => {
      for (const user of [OUTSIDER, OWNER]) {
        expect(await run(user)).toMatchObject({ status: 403 });
        expect((await get('/analysis', {}, user)).may).toEqual({ run: false });
      }
      expect(await get('/analysis')).not.toHaveProperty('lastRun');
    });

    it('follows the catalog some seconds after it changed', async () => {
      const { analysis, catalogProjection } = performance.services;
      await analysis.runDue();
      expect(await get('/analysis')).toMatchObject({
        pending: true,
        counts: { proposed: 0 },
      });
      performance.setNow('2026-11-23T12:00:10Z');
      await analysis.runDue();
      const first = await get('/analysis');
      expect(first).toMatchObject({
        pending: false,
        lastRun: { trigger: 'change' },
      });
      expect(first.counts.proposed).toBeGreaterThan(4);

      await catalogProjection.sweep();
      expect((await get('/analysis')).pending).toBe(false);

      performance.setCatalog(
        CATALOG.map(entity =>
          entity.metadata.name === 'vault'
            ? related('vault', { owner: 'risk' })
            : entity,
        ),
      );
      await catalogProjection.sweep();
      await analysis.runDue();
      expect((await find('dependency-cycle')).status).toBe('proposed');
      performance.setNow('2026-11-23T12:00:20Z');
      await analysis.runDue();
      const gone = await find('dependency-cycle');
      expect(gone).toMatchObject({
        status: 'gone',
        goneAt: '2026-11-23T12:00:20.000Z',
        may: { suppress: false },
      });
      expect((await get('/analysis')).lastRun.analysed).toMatchObject({
        gone: 1,
        appeared: 0,
      });

      performance.setCatalog(CATALOG);
      await catalogProjection.sweep();
      performance.setNow('2026-11-23T12:00:40Z');
      await analysis.runDue();
      const returned = await find('dependency-cycle');
      expect(returned.status).toBe('proposed');
      expect(returned.history.map(({ type }: any) => type)).toEqual([
        'appeared',
        'gone',
        'returned',
      ]);
    });

    it('follows limits that change', async () => {
      const { analysis } = performance.services;
      performance.setNow('2026-11-23T12:00:10Z');
      await analysis.runDue();
      const before = await find('latency-budget-overrun');
      expect(before.entity.name).toBe('report');
      await performance.call('POST', '/definitions', {
        json: {
          content: JSON.stringify({
            apiVersion: 'performance-governance.io/v1',
            kind: 'Budget',
            metadata: { name: 'ledger-is-quick' },
            spec: {
              appliesTo: {
                entity: { kind: 'Component', 'metadata.name': 'ledger' },
              },
              metric: 'http.request.duration',
              statistic: 'p95',
              limits: { fail: '<= 150 ms' },
            },
          }),
        },
      });
      performance.setNow('2026-11-23T12:00:20Z');
      await analysis.runDue();
      expect(await get(`/analysis/proposals/${before.id}`)).toMatchObject({
        status: 'gone',
      });
    });

    it('is made once though several replicas are asked', async () => {
      const { analysis, analysisRunStore } = performance.services;
      performance.setNow('2026-11-23T12:00:10Z');
      await Promise.all([analysis.runDue(), analysis.runDue()]);
      expect(await knex('analysis_runs')).toHaveLength(1);

      const now = new Date('2026-11-23T12:01:00Z');
      const other = await analysisRunStore.claimNow('other', 'user:x', now);
      expect(other).toBeDefined();
      expect(await run()).toMatchObject({ status: 409 });
      // Once the other replica is long gone, its work is done by who is there.
      performance.setNow('2026-11-23T12:10:00Z');
      await analysis.request('change');
      performance.setNow('2026-11-23T12:10:10Z');
      await analysis.runDue();
      expect(await get('/analysis')).toMatchObject({
        pending: false,
        lastRun: { trigger: 'change' },
      });
      expect(
        await knex.transaction(tx =>
          analysisRunStore.conclude(
            other ?? { id: -1, startedAt: now },
            'other',
            now,
            tx,
          ),
        ),
      ).toBe(false);
    });

    it('begins anew after an hour, whatever nobody told', async () => {
      const { analysis } = performance.services;
      performance.setNow('2026-11-23T12:00:10Z');
      await analysis.runDue();
      performance.setNow('2026-11-23T13:00:10Z');
      await analysis.runDue();
      expect((await get('/analysis')).lastRun.trigger).toBe('change');
      performance.setNow('2026-11-23T13:00:11Z');
      await analysis.runDue();
      expect((await get('/analysis')).lastRun.trigger).toBe('schedule');
    });

    it('keeps what it found when an entity leaves the catalog, out of sight', async () => {
      await run();
      performance.setCatalog(
        CATALOG.filter(({ metadata }) => metadata.name !== 'checkout'),
      );
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      expect(
        (await proposals()).map(({ entity }: any) => entity.name),
      ).not.toContain('checkout');
      const failure = await find('single-point-of-failure');
      expect(failure.affected).toHaveLength(7);
      expect(failure.hiddenEntities).toBe(0);
    });
  },
);
