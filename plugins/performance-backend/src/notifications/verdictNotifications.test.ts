import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const MINUTE_MS = 60_000;

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'notifications of verdicts on %s',
  id => {
    const databases = createTestDatabases();
    let performance: TestPerformance;

    async function start(
      options: Omit<Parameters<typeof startPerformance>[0], 'knex'>,
    ) {
      performance = await startPerformance({
        ...options,
        knex: await databases.init(id),
      });
      await performance.services.catalogProjection.sweep();
    }

    afterEach(async () => performance.stop());

    async function define(content: string) {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect(JSON.stringify(body) + status).toContain('201');
    }

    /** A run that ends a minute before `now`, which it brings about. */
    async function run(
      now: string,
      run: Partial<Parameters<typeof newRun>[0]>,
    ) {
      performance.setNow(now);
      const startedAt = new Date(new Date(now).getTime() - 2 * MINUTE_MS);
      const { status, body } = await performance.call('POST', '/runs', {
        json: newRun({ startedAt: startedAt.toISOString(), ...run }),
      });
      expect(JSON.stringify(body) + status).toContain('201');
    }

    /** Titles of what was sent since the last time, and to whom. */
    async function told(): Promise<string[]> {
      await performance.services.notificationDuties.send();
      const sent = performance.notifications.splice(0);
      return sent
        .map(({ recipients, payload }) => {
          const to = 'entityRef' in recipients ? recipients.entityRef : 'all';
          return `${[to].flat().join(', ')}: ${payload.title}`;
        })
        .sort();
    }

    it('tells the owner once that a verdict fails, when a second run confirms it', async () => {
      await start({
        now: '2026-11-22T12:00:00Z',
        entities: [component('checkout')],
      });
      await define(budget('latency', { fail: '<= 300 ms', confirm: 2 }));
      await run('2026-11-22T12:00:00Z', { p95: 200 });
      performance.setNow('2026-11-22T12:10:00Z');
      expect(await told()).toEqual([
        'group:default/payments: Your services have 1 verdict under the new budget "Title of latency": none fails',
      ]);

      await run('2026-11-22T13:00:00Z', { p95: 412 });
      expect(await told()).toEqual([]);
      await run('2026-11-22T14:00:00Z', { p95: 420 });
      await performance.services.notificationDuties.send();
      expect(performance.notifications.splice(0)).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/payments'] },
          payload: {
            title: 'checkout fails "Title of latency"',
            description: '420 ms in production, limit ≤ 300 ms',
            link: '/catalog/default/component/checkout/performance',
            severity: 'high',
            topic: 'verdicts',
            scope: expect.stringMatching(/^verdict-failed:\d+\.\d+:\d+$/),
          },
        },
      ]);
      await run('2026-11-22T15:00:00Z', { p95: 430 });
      expect(await told()).toEqual([]);
    });
  },
);
