import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import {
  CATALOG,
  OUTSIDER,
  OWNER,
  related,
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
      await analysis.runDue();
      expect(await get('/analysis')).toMatchObject({ pending: true });
      // Once the other replica is long gone, its work is done by who is there.
      performance.setNow('2026-11-23T12:06:00Z');
      await analysis.runDue();
      expect(await get('/analysis')).toMatchObject({
        pending: false,
        lastRun: {
          startedAt: '2026-11-23T12:06:00.000Z',
          trigger: 'schedule',
          analysed: { appeared: 0 },
        },
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

    it('says why it came to nothing, and is tried again', async () => {
      const { analysis } = performance.services;
      await run();
      const { proposed } = (await get('/analysis')).counts;
      await knex.schema.renameTable('subjects', 'elsewhere');
      expect((await run()).body).toMatchObject({
        pending: true,
        lastRun: { failure: expect.stringContaining('subjects') },
        counts: { proposed },
      });
      expect((await get('/analysis', {}, OWNER)).lastRun.failure).toBe(
        'An administrator sees why.',
      );
      await knex.schema.renameTable('elsewhere', 'subjects');
      performance.setNow('2026-11-23T12:04:59Z');
      await analysis.runDue();
      expect((await get('/analysis')).pending).toBe(true);
      performance.setNow('2026-11-23T12:05:00Z');
      await analysis.runDue();
      const summary = await get('/analysis');
      expect(summary).toMatchObject({ pending: false, counts: { proposed } });
      expect(summary.lastRun).not.toHaveProperty('failure');
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
  },
);
