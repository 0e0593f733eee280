import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { newRun } from '../__testUtils__/fixtures';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CATALOG,
  OUTSIDER,
  OWNER,
  STAGER,
  START,
  startAnalysed,
} from './__testUtils__/startAnalysed';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const DATABASE = 'resource:default/db';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'proposals of the analysis on %s',
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
