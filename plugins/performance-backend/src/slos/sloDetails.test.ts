import { performanceReadPermission } from '@perf-governance/plugin-performance-common';
import {
  createPerformanceConditionalDecision,
  performanceConditions,
} from '@perf-governance/plugin-performance-node';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { component } from '../__testUtils__/fixtures';
import { migrateTestDatabase } from '../__testUtils__/migrateTestDatabase';
import { OWNER, PEOPLE, READER } from '../__testUtils__/people';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { sloDefinition } from './__testUtils__/sloDefinition';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const STEP = 300_000;
const HOUR = 12 * STEP;
const DAY = 24 * HOUR;

/** May read what the payments team owns. */
const PAYER = 'user:default/payer';

const MEMBERS = ['group:default/payments'];

/** A thousand events in each of the last `steps` steps; of those from `badFrom` to `badTo` before now, `bad`. */
function samples(
  steps: number,
  bad: number,
  { badFrom, badTo }: { badFrom: number; badTo: number },
) {
  return Array.from({ length: steps }, (_, index) => {
    const time = NOW - (steps - index) * STEP;
    const isBad = time >= NOW - badFrom && time < NOW - badTo;
    return { time: time / 1000, good: isBad ? 1000 - bad : 1000, total: 1000 };
  });
}

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'one SLO, on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      await migrateTestDatabase(knex);
      performance = await startPerformance({
        knex,
        now: new Date(NOW).toISOString(),
        entities: [
          {
            ...component('checkout'),
            relations: [
              // What provides an API is what is depended on.
              { type: 'consumesApi', targetRef: 'api:default/find' },
              { type: 'dependsOn', targetRef: 'component:default/other-1' },
            ],
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'API',
            metadata: { name: 'find', namespace: 'default' },
            spec: { type: 'openapi', owner: 'discovery' },
            relations: [
              { type: 'apiProvidedBy', targetRef: 'component:default/search' },
            ],
          },
          component('search', { owner: 'discovery' }),
          ...Array.from({ length: 9 }, (_, index) =>
            component(`other-${index}`, { owner: 'discovery' }),
          ),
        ],
        policy: {
          ...PEOPLE,
          [PAYER]: {
            ...PEOPLE[READER],
            [performanceReadPermission.name]:
              createPerformanceConditionalDecision(
                performanceReadPermission,
                performanceConditions.isEntityOwner({ claims: MEMBERS }),
              ),
          },
        },
        groups: { [OWNER]: MEMBERS },
      });
      await performance.services.catalogProjection.sweep();
      await performance.call('POST', '/definitions', {
        json: { content: sloDefinition('availability', { duration: '10d' }) },
      });
      await push(
        await idOf('checkout'),
        // Ten days; an hour of them, three days ago, with 50 % bad.
        samples(10 * 288, 500, { badFrom: 3 * DAY, badTo: 3 * DAY - HOUR }),
      );
    });

    afterAll(async () => {
      await performance.stop();
    });

    async function push(id: string, rows: unknown[]) {
      await performance.call('POST', `/slos/${id}/samples`, {
        json: { samples: rows },
      });
    }

    async function idOf(name: string): Promise<string> {
      const { body } = await performance.call('GET', '/slos', {
        query: { entityRef: `component:default/${name}` },
      });
      return body.items[0].id;
    }

    async function get(path: string, user?: string) {
      const { status, body } = await performance.call('GET', path, { user });
      expect([status, body?.error]).toEqual([200, undefined]);
      return body;
    }

    it('shows its numbers, and the SLOs of what it depends on', async () => {
      const detail = await get(`/slos/${await idOf('checkout')}`, OWNER);
      expect(detail).toMatchObject({
        // 12 steps × 500 bad of 2,880,000; 28,800 are allowed.
        attainment: expect.closeTo(1 - 6000 / 2_880_000, 10),
        status: {
          bad: 6000,
          total: 2_880_000,
          budget: { allowed: 28_800, remaining: 22_800 },
          coverage: 1,
        },
        definition: {
          id: 'org/slo/availability',
          layer: { kind: 'org' },
          objectives: [{ target: 0.99 }],
        },
        queries: [],
        adjustments: [],
        may: { push: true, adjust: true, adjustPast: false },
      });
      expect(
        detail.dependencies
          .map((slo: any) => [slo.entity.name, slo.state])
          .sort(),
      ).toEqual([
        ['other-1', 'no-data'],
        ['search', 'no-data'],
      ]);
      expect(
        (await get(`/slos/${await idOf('checkout')}`, READER)).may,
      ).toEqual({ push: false, adjust: false, adjustPast: false });
    });

    it('burns down from the whole budget to what is left', async () => {
      const body = await performance.call(
        'GET',
        `/slos/${await idOf('checkout')}/burn-down`,
        { query: { points: 11 } },
      );
      const { from, to, points } = body.body;
      expect([from, to]).toEqual([
        '2026-11-12T12:00:00.000Z',
        '2026-11-22T12:00:00.000Z',
      ]);
      expect(
        points.map((point: any) => [
          point.at.slice(8, 10),
          Number(point.remainingShare.toFixed(6)),
          point.bad,
        ]),
      ).toEqual([
        ['12', 1, 0],
        ['13', 1, 0],
        ['14', 1, 0],
        ['15', 1, 0],
        ['16', 1, 0],
        ['17', 1, 0],
        ['18', 1, 0],
        ['19', 1, 0],
        ['20', 0.791667, 6000],
        ['21', 0.791667, 0],
        ['22', 0.791667, 0],
      ]);
    });

    it('shows the work behind its numbers, also as CSV', async () => {
      const id = await idOf('checkout');
      const work = await get(`/slos/${id}/work`);
      expect(work.windows.map((window: any) => window.name)).toEqual([
        'window',
        '5m',
        '30m',
        '1h',
        '2h',
        '6h',
        '1d',
        '3d',
      ]);
      expect(work.windows[0]).toEqual({
        name: 'window',
        from: '2026-11-12T12:00:00.000Z',
        to: '2026-11-22T12:00:00.000Z',
        good: 2_874_000,
        bad: 6000,
        total: 2_880_000,
        coveredSeconds: 864_000,
        excludedSeconds: 0,
        errorRate: 6000 / 2_880_000,
      });
      expect(work.formulas.slice(0, 3)).toEqual([
        {
          name: 'attainment',
          formula: '1 − bad / total = 1 − 6000 / 2880000 events',
          value: expect.closeTo(0.9979166667, 10),
        },
        {
          name: 'allowed',
          formula: 'events × (1 − target) = 2880000 × (1 − 0.99)',
          value: 28_800,
        },
        {
          name: 'remaining budget',
          formula: '1 − bad / allowed = 1 − 6000 / 28800',
          value: expect.closeTo(0.7916666667, 10),
        },
      ]);
      const csv: string = await performance.text(`/slos/${id}/work.csv`);
      const [header, window, ...others] = csv.trimEnd().split('\r\n');
      expect(header).toBe(
        'section,objective,name,from,to,good,bad,total,covered_seconds,excluded_seconds,error_rate,burn_rate,value,text',
      );
      expect(window).toBe(
        `window,,window,2026-11-12T12:00:00.000Z,2026-11-22T12:00:00.000Z,2874000,6000,2880000,864000,0,${
          6000 / 2_880_000
        },,,`,
      );
      expect(others).toHaveLength(
        work.windows.length - 1 + work.formulas.length,
      );
    });

    it('gives its samples as CSV that can be pushed again', async () => {
      const csv = await performance.text(
        `/slos/${await idOf('checkout')}/samples.csv`,
      );
      const lines = csv.trimEnd().split('\r\n');
      expect(lines).toHaveLength(1 + 2880);
      expect(lines.slice(0, 2)).toEqual([
        'time,good,total',
        '2026-11-12T12:00:00.000Z,1000,1000',
      ]);
      const id = await idOf('other-0');
      const { status, body } = await performance.call(
        'POST',
        `/slos/${id}/samples`,
        { text: csv, contentType: 'text/csv' },
      );
      expect([status, body.stored]).toEqual([200, 2880]);
      expect(body.slos[0].attainment).toBeCloseTo(1 - 6000 / 2_880_000, 10);
      const bad = await performance.call('POST', `/slos/${id}/samples`, {
        text: 'time,good,total\n2026-11-22T11:00:00Z,1,1\n2026-11-22T11:05:00Z,x,1\n',
        contentType: 'text/csv',
      });
      expect([bad.status, bad.body.error.message]).toEqual([
        400,
        'Line 3 good is "x", not a number from 0 on',
      ]);
    });

    it('is seen by those who may see its entity: one in eleven', async () => {
      const mine = await performance.call('GET', '/slos', {
        query: { groupBy: 'owner', sort: 'entity' },
        user: PAYER,
      });
      expect(mine.body).toMatchObject({
        totalItems: 1,
        items: [{ entity: { name: 'checkout' } }],
        counts: { pass: 1, 'no-data': 0 },
        groups: [{ value: 'group:default/payments', slos: 1 }],
      });
      const everything = await get('/slos');
      expect(everything.totalItems).toBe(11);
      const { body: facets } = await performance.call('GET', '/slo-facets', {
        user: PAYER,
      });
      expect(facets).toMatchObject({
        owners: [{ value: 'group:default/payments', count: 1 }],
        definitions: [{ value: 'availability', count: 1 }],
        sources: [{ value: 'pushed', count: 1 }],
      });
      const theirs = await idOf('search');
      for (const path of [
        '',
        '/burn-down',
        '/work',
        '/work.csv',
        '/samples.csv',
      ]) {
        const { status } = await performance.call(
          'GET',
          `/slos/${theirs}${path}`,
          { user: PAYER },
        );
        expect([path, status]).toEqual([path, 404]);
      }
      // What it depends on may be somebody else's.
      expect(
        (await get(`/slos/${await idOf('checkout')}`, PAYER)).dependencies,
      ).toEqual([]);
    });

    it.each([
      ['nothing', {}, 11],
      ['state', { state: 'no-data' }, 9],
      ['source', { source: 'pushed' }, 11],
      ['another source', { source: 'main' }, 0],
      ['definition', { definition: 'availability' }, 11],
      ['text', { q: 'CHECK' }, 1],
      ['owner', { owner: 'group:default/discovery' }, 10],
      ['environment', { environment: 'staging' }, 0],
      ['alert', { alert: ['page', 'ticket'] }, 0],
      ['parts', { composite: true }, 0],
    ])('is filtered by %s', async (_, query, count) => {
      const { body } = await performance.call('GET', '/slos', {
        query: { ...query, limit: 3 },
      });
      expect(body.totalItems).toBe(count);
      expect(body.items).toHaveLength(Math.min(count, 3));
    });

    it('is sorted with what has no number last', async () => {
      for (const [sort, order] of [
        ['burn', 'desc'],
        ['remaining', 'asc'],
        ['attainment', 'asc'],
        ['burn', 'asc'],
      ]) {
        const { body } = await performance.call('GET', '/slos', {
          query: { sort, order },
        });
        expect(body.items.map((item: any) => item.state)).toEqual([
          'pass',
          'pass',
          ...Array(9).fill('no-data'),
        ]);
      }
    });
  },
);
