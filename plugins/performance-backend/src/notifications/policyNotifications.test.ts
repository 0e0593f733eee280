import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startTold, ToldPerformance } from './__testUtils__/startTold';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const PAYMENTS = 'group:default/payments';
const ORDERING = 'group:default/ordering';

function policy(
  name: string,
  rules: object[],
  stages: { stage: string; from?: string }[],
): string {
  return JSON.stringify({
    apiVersion: 'performance-governance.io/v1',
    kind: 'Policy',
    metadata: { name, title: `Title of ${name}` },
    spec: { rules, stages },
  });
}

const LATENCY = { budget: { metric: 'http.request.duration' } };

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'notifications of policies on %s',
  id => {
    const databases = createTestDatabases();
    let performance: ToldPerformance;

    beforeEach(async () => {
      performance = await startTold({
        knex: await databases.init(id),
        now: '2026-11-22T12:00:00Z',
        entities: [
          component('checkout'),
          component('refund'),
          component('basket', { owner: 'ordering' }),
        ],
      });
    });
    afterEach(async () => performance.stop());

    it('tells nobody of what is only observed', async () => {
      await performance.define(
        policy('latency', [LATENCY], [{ stage: 'observe' }]),
      );
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 200 });
      await performance.run('2026-11-22T13:00:00Z', { p95: 412 });
      await performance.run('2026-11-22T14:00:00Z', { p95: 200 });
      expect(await performance.titlesAt('2026-11-24T12:00:00Z')).toEqual([]);
    });

    it.each([
      ['notify', 'normal'],
      ['warn', 'normal'],
    ])('tells of failures at %s as %s', async (stage, severity) => {
      await performance.define(policy('latency', [LATENCY], [{ stage }]));
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 200 });
      await performance.titlesAt('2026-11-22T12:10:00Z');
      await performance.run('2026-11-22T13:00:00Z', { p95: 412 });
      expect(await performance.sent()).toMatchObject([
        { to: PAYMENTS, title: 'checkout fails "Title of latency"', severity },
      ]);
    });

    it('tells owners before a stage begins, and when it does', async () => {
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      await performance.define(
        policy(
          'latency',
          [LATENCY],
          [{ stage: 'notify' }, { stage: 'warn', from: '2026-12-01' }],
        ),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 412 });
      await performance.titlesAt('2026-11-22T12:10:00Z');

      async function titlesAt(now: string) {
        performance.setNow(now);
        await performance.services.evaluation.reevaluateDue();
        await performance.services.notificationDuties.remind();
        return performance.titlesAt(now);
      }
      expect(await titlesAt('2026-11-23T23:59:00Z')).toEqual([]);
      const coming = 'Policy "Title of latency" warns from 2026-12-01:';
      const told = [
        `${ORDERING}: ${coming} 1 of your verdicts, none of which fails now`,
        `${PAYMENTS}: ${coming} 2 of your verdicts, 1 of which fails now`,
      ];
      expect(await titlesAt('2026-11-24T00:00:00Z')).toEqual(told);
      expect(await titlesAt('2026-11-29T12:00:00Z')).toEqual([]);
      expect(await titlesAt('2026-11-30T00:00:00Z')).toEqual(told);
      expect(await titlesAt('2026-11-30T12:00:00Z')).toEqual([]);

      expect(await titlesAt('2026-12-01T00:00:00Z')).toEqual([]);
      performance.setNow('2026-12-01T00:01:00Z');
      const messages = await performance.sent();
      expect(messages.sort((a, b) => (a.to < b.to ? -1 : 1))).toMatchObject([
        {
          to: ORDERING,
          title:
            'Policy "Title of latency" now warns: 1 of your verdicts, none of which fails',
          description:
            'A failure is a warning of the gate. Rule: Title of latency.',
          severity: 'low',
          topic: 'policies',
        },
        {
          to: PAYMENTS,
          title:
            'Policy "Title of latency" now warns: 2 of your verdicts, 1 of which fails',
          severity: 'normal',
          link: '/performance/budgets?ruleKind=any&owner=group%3Adefault%2Fpayments&policy=org%2Fpolicy%2Flatency&state=fail',
        },
      ]);
      expect(await titlesAt('2026-12-02T00:00:00Z')).toEqual([]);
    });
  },
);
