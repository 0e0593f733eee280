import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { getFrom } from '../__testUtils__/getFrom';
import { TestPerformance } from '../__testUtils__/startPerformance';
import { NOBODY, PAYER, STAGER, startShop } from '../__testUtils__/startShop';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

/** As `3 of 7: 2 fail, 1 warn`. */
function format({ within, total, states, waived }: any): string {
  const parts = ['fail', 'warn', 'no-data', 'pass', 'not-applicable']
    .filter(state => states[state] > 0)
    .map(state => `${states[state]} ${state}`);
  return `${within} of ${total}: ${[
    ...parts,
    ...(waived > 0 ? [`${waived} waived`] : []),
  ].join(', ')}`;
}

const formatAll = (items: any[]) =>
  Object.fromEntries(items.map(({ value, counts }) => [value, format(counts)]));

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'rollups on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    const get = getFrom(() => performance);

    beforeAll(async () => {
      performance = await startShop(await databases.init(databaseId));
    });
    afterAll(() => performance.stop());

    it('count the organisation, each verdict once', async () => {
      const body = await get('/rollups', { by: 'organisation' });
      expect(formatAll(body.items)).toEqual({
        '*': '4 of 11: 6 fail, 1 warn, 1 no-data, 3 pass',
      });
      expect(body).toMatchObject({
        totalItems: 1,
        total: { entities: 4, counts: { share: 4 / 11, waived: 0 } },
      });
    });

    it.each([
      [
        'owner',
        {
          'group:default/shop': '4 of 9: 5 fail, 1 warn, 3 pass',
          'group:default/payments': '3 of 6: 3 fail, 1 warn, 2 pass',
          'group:default/discovery': '1 of 3: 2 fail, 1 pass',
          '(none)': '0 of 2: 1 fail, 1 no-data',
        },
      ],
      [
        'system',
        {
          'system:default/buying': '3 of 6: 3 fail, 1 warn, 2 pass',
          'system:default/finding': '1 of 3: 2 fail, 1 pass',
          '(none)': '0 of 2: 1 fail, 1 no-data',
        },
      ],
      [
        'domain',
        {
          'domain:default/commerce': '4 of 9: 5 fail, 1 warn, 3 pass',
          'domain:default/browsing': '1 of 3: 2 fail, 1 pass',
          '(none)': '0 of 2: 1 fail, 1 no-data',
        },
      ],
      [
        'tag',
        {
          'tier-1': '2 of 4: 2 fail, 2 pass',
          java: '3 of 6: 3 fail, 1 warn, 2 pass',
          '(none)': '1 of 5: 3 fail, 1 no-data, 1 pass',
        },
      ],
      [
        'lifecycle',
        {
          production: '4 of 9: 5 fail, 1 warn, 3 pass',
          '(none)': '0 of 2: 1 fail, 1 no-data',
        },
      ],
    ])('count by %s, and lead to the verdicts behind', async (by, expected) => {
      const { items, total } = await get('/rollups', { by });
      expect(formatAll(items)).toEqual(expected);
      expect(format(total.counts)).toBe(
        '4 of 11: 6 fail, 1 warn, 1 no-data, 3 pass',
      );
      for (const { value, counts } of items) {
        const behind = await get('/verdicts', { [by]: value });
        expect(behind.counts).toEqual(counts.states);
      }
    });

    it('count who has reached which level', async () => {
      const { items, scorecards } = await get('/rollups', { by: 'owner' });
      expect(scorecards).toEqual([
        {
          definitionId: 'org/scorecard/baseline',
          title: 'Baseline',
          levels: [
            { name: 'bronze', title: 'Bronze' },
            { name: 'silver', title: 'Silver' },
          ],
        },
      ]);
      const levels = Object.fromEntries(
        items.map((item: any) => [
          item.value,
          item.levels.map(
            ({ rank, name, entities }: any) => `${rank} ${name} ${entities}`,
          ),
        ]),
      );
      expect(levels).toEqual({
        'group:default/shop': ['-1 undefined 2', '0 bronze 1'],
        'group:default/payments': ['-1 undefined 1', '0 bronze 1'],
        'group:default/discovery': ['-1 undefined 1'],
        '(none)': ['-1 undefined 1'],
      });
      const seen = await get('/rollups', { by: 'organisation' }, PAYER);
      expect(seen.items[0].levels).toMatchObject([
        { rank: -1, entities: 1 },
        { rank: 0, entities: 1 },
      ]);
    });

    it('sort, page and name groups', async () => {
      const values = async (query: object) =>
        (await get('/rollups', { by: 'owner', ...query })).items.map(
          (item: any) => item.title ?? item.value,
        );
      await expect(values({})).resolves.toEqual([
        'The Shop',
        'Payments',
        'Discovery',
        '(none)',
      ]);
      await expect(values({ sort: 'share', limit: 2 })).resolves.toEqual([
        '(none)',
        'Discovery',
      ]);
      await expect(
        values({ sort: 'total', order: 'asc', offset: 1, limit: 2 }),
      ).resolves.toEqual(['Discovery', 'Payments']);
      await expect(values({ sort: 'value', order: 'desc' })).resolves.toEqual([
        'The Shop',
        'Payments',
        'Discovery',
        '(none)',
      ]);
    });

    it('filter by what the catalog says, by environment and by area', async () => {
      const whole = async (query: object) =>
        format(
          (await get('/rollups', { by: 'organisation', ...query })).total
            .counts,
        );
      await expect(
        whole({ owner: 'Group:default/Payments', area: 'latency' }),
      ).resolves.toBe('2 of 4: 2 fail, 1 warn, 1 pass');
      await expect(whole({ environment: 'staging' })).resolves.toBe(
        '1 of 1: 1 pass',
      );
      await expect(whole({ tag: ['tier-1', '(none)'] })).resolves.toBe(
        '3 of 9: 5 fail, 1 no-data, 3 pass',
      );
      await expect(whole({ domain: 'domain:default/nowhere' })).resolves.toBe(
        '0 of 0: ',
      );
    });

    it('show each caller what they may see', async () => {
      const owners = async (user: string) =>
        formatAll((await get('/rollups', { by: 'owner' }, user)).items);
      await expect(owners(PAYER)).resolves.toEqual({
        'group:default/shop': '3 of 6: 3 fail, 1 warn, 2 pass',
        'group:default/payments': '3 of 6: 3 fail, 1 warn, 2 pass',
      });
      await expect(owners(STAGER)).resolves.toEqual({
        'group:default/shop': '2 of 4: 2 fail, 2 pass',
        'group:default/payments': '1 of 2: 1 fail, 1 pass',
        'group:default/discovery': '1 of 2: 1 fail, 1 pass',
        '(none)': '0 of 2: 1 fail, 1 no-data',
      });
      await expect(owners(NOBODY)).resolves.toEqual({});

      const { points } = await get('/rollups/trend', { days: 30 }, PAYER);
      expect(format(points.at(-1).counts)).toBe(
        '3 of 6: 3 fail, 1 warn, 2 pass',
      );
      const { items } = await get('/rollups/offenders', {}, PAYER);
      expect(items.map(({ value }: any) => value)).toEqual([
        'component:default/checkout',
        'component:default/basket',
      ]);
      await expect(get('/rollups/movers', {}, NOBODY)).resolves.toMatchObject({
        items: [],
      });
      await expect(
        get('/rollups/matrix', { rows: 'system' }, PAYER),
      ).resolves.toMatchObject({
        rows: [{ value: 'system:default/buying' }],
      });
    });

    it('make a matrix whose cells lead to their verdicts', async () => {
      const body = await get('/rollups/matrix', { rows: 'system' });
      expect(body.areas).toEqual(['latency', 'practices']);
      expect(
        body.rows.map(({ value, title, parent, cells }: any) => [
          value,
          title,
          parent,
          ...cells.map(({ area, counts }: any) => `${area} ${format(counts)}`),
        ]),
      ).toEqual([
        [
          '(none)',
          undefined,
          undefined,
          'latency 0 of 1: 1 no-data',
          'practices 0 of 1: 1 fail',
        ],
        [
          'system:default/buying',
          'Buying',
          'domain:default/commerce',
          'latency 2 of 4: 2 fail, 1 warn, 1 pass',
          'practices 1 of 2: 1 fail, 1 pass',
        ],
        [
          'system:default/finding',
          'Finding',
          'domain:default/browsing',
          'latency 1 of 2: 1 fail, 1 pass',
          'practices 0 of 1: 1 fail',
        ],
      ]);
      expect(body.total.cells.map(({ counts }: any) => format(counts))).toEqual(
        ['3 of 7: 3 fail, 1 warn, 1 no-data, 2 pass', '1 of 4: 3 fail, 1 pass'],
      );
      for (const { value, cells } of body.rows) {
        for (const { area, counts } of cells) {
          const behind = await get('/verdicts', { system: value, area });
          expect(behind.counts).toEqual(counts.states);
        }
      }
    });

    it('tell the trend at the days of the runs', async () => {
      const { points } = await get('/rollups/trend', {
        days: 30,
        area: 'latency',
      });
      expect(points).toHaveLength(31);
      const byDay = Object.fromEntries(
        points.map(({ day, counts }: any) => [day, format(counts)]),
      );
      expect(byDay).toMatchObject({
        '2026-10-31': '0 of 0: ',
        '2026-11-01': '3 of 3: 3 pass',
        '2026-11-09': '4 of 4: 1 warn, 3 pass',
        '2026-11-10': '5 of 5: 1 warn, 4 pass',
        '2026-11-19': '5 of 6: 1 fail, 1 warn, 4 pass',
        '2026-11-21': '3 of 6: 3 fail, 1 warn, 2 pass',
        '2026-11-22': '3 of 7: 3 fail, 1 warn, 1 no-data, 2 pass',
      });
    });

    it('find who moved most and who fails most', async () => {
      const movers = async (query: object) =>
        (
          await get('/rollups/movers', { days: 7, area: 'latency', ...query })
        ).items.map(
          ({ value, then, now, change }: any) =>
            `${value} ${then.within}/${then.total} to ${now.within}/${
              now.total
            }: ${change.toFixed(2)}`,
        );
      await expect(movers({})).resolves.toEqual([
        'component:default/checkout 3/3 to 1/3: -0.67',
      ]);
      await expect(movers({ by: 'system' })).resolves.toEqual([
        'system:default/buying 4/4 to 2/4: -0.50',
      ]);
      await expect(movers({ by: 'owner', limit: 1 })).resolves.toEqual([
        'group:default/payments 4/4 to 2/4: -0.50',
      ]);
      // A check that is new moves nobody.
      await expect(movers({ area: ['latency', 'practices'] })).resolves.toEqual(
        ['component:default/checkout 3/3 to 1/3: -0.67'],
      );
      // Nothing to judge on 12 October, so nothing to compare with.
      await expect(movers({ days: 40 })).resolves.toEqual([]);

      const { items } = await get('/rollups/offenders', { by: 'system' });
      expect(items).toMatchObject([
        { value: 'system:default/buying', title: 'Buying' },
        { value: 'system:default/finding', title: 'Finding' },
      ]);
    });

    it('tell how far goals are', async () => {
      const { items } = await get('/goals', { days: 7 });
      expect(items).toMatchObject([
        {
          definitionId: 'org/goal/tier-1-endpoints',
          title: 'Tier-1 endpoints are fast',
          target: 0.95,
          by: '2027-06-30T00:00:00.000Z',
          label: 'endpoint',
          met: false,
          now: { total: 2, within: 1, share: 0.5 },
          then: { day: '2026-11-15', counts: { total: 2, within: 2 } },
        },
      ]);
      expect(
        items[0].trend.map(
          ({ day, within, total }: any) => `${day.slice(8)} ${within}/${total}`,
        ),
      ).toEqual([
        '15 2/2',
        '16 2/2',
        '17 2/2',
        '18 2/2',
        '19 2/2',
        '20 1/2',
        '21 1/2',
        '22 1/2',
      ]);
      const behind = await get('/verdicts', {
        goal: 'org/goal/tier-1-endpoints',
      });
      expect(
        behind.items.map((item: any) => item.subject.labels.endpoint),
      ).toEqual(['POST /pay', 'GET /cart']);
      const [ofStager] = (await get('/goals', {}, STAGER)).items;
      expect(ofStager.now.total).toBe(0);
      await expect(get('/goals', {}, NOBODY)).resolves.toEqual({ items: [] });
    });

    it.each([
      [{ owner: 'group:default/shop' }, '1 of 2', '2 of 2'],
      [{ owner: 'group:default/discovery' }, '0 of 0', '0 of 0'],
      [{ system: 'system:default/buying' }, '1 of 2', '2 of 2'],
      [{ domain: 'domain:default/browsing' }, '0 of 0', '0 of 0'],
      [{ tag: '(none)' }, '0 of 0', '0 of 0'],
      [{ environment: 'production' }, '1 of 2', '2 of 2'],
      [{ environment: 'staging' }, '0 of 0', '0 of 0'],
    ])('narrow goals down by %j', async (filter, now, then) => {
      const [goal] = (await get('/goals', { days: 7, ...filter })).items;
      expect(`${goal.now.within} of ${goal.now.total}`).toBe(now);
      const { within, total } = goal.then.counts;
      expect(`${within} of ${total}`).toBe(then);
    });

    it('leave out what is retired, and keep it in the past', async () => {
      const { entityStore, evaluation, clock } = performance.services;
      const search = await entityStore.getByRef('component:default/search');
      const rest = new Set(
        (await entityStore.list({ limit: 100 }))
          .map(({ entityRef }) => entityRef)
          .filter(ref => ref !== 'component:default/search'),
      );
      await entityStore.concludeSweep(rest, clock());
      await entityStore.concludeSweep(rest, clock());
      const whole = async () =>
        format((await get('/rollups', { by: 'organisation' })).total.counts);
      await expect(whole()).resolves.toBe(
        '3 of 8: 4 fail, 1 warn, 1 no-data, 2 pass',
      );
      await evaluation.reevaluateEntities([search?.id ?? 0]);
      await expect(whole()).resolves.toBe(
        '3 of 8: 4 fail, 1 warn, 1 no-data, 2 pass',
      );
      const { points } = await get('/rollups/trend', {
        days: 1,
        area: 'latency',
      });
      expect(points.map(({ counts }: any) => format(counts))).toEqual([
        '3 of 6: 3 fail, 1 warn, 2 pass',
        '2 of 5: 2 fail, 1 warn, 1 no-data, 1 pass',
      ]);
    });
  },
);
