import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startTold, ToldPerformance } from './__testUtils__/startTold';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)('digests on %s', id => {
  const databases = createTestDatabases();
  let performance: ToldPerformance;

  async function start(digest: { enabled?: boolean }) {
    performance = await startTold({
      knex: await databases.init(id),
      now: '2026-11-22T12:00:00Z',
      entities: [
        component('checkout'),
        component('refund'),
        component('basket', { owner: 'ordering' }),
      ],
      config: { performance: { notifications: { digest } } },
    });
    await performance.define(
      budget('latency', { fail: '<= 300 ms', confirm: 1 }),
    );
    for (const entity of ['checkout', 'refund', 'basket']) {
      await performance.run('2026-11-22T12:00:00Z', { entity, p95: 200 });
    }
  }
  afterEach(async () => performance.stop());

  async function digestsAt(now: string) {
    performance.setNow(now);
    await performance.services.notificationDuties.digest();
    const messages = await performance.sent();
    return messages
      .filter(({ topic }) => topic === 'digest')
      .map(({ to, title, description }) => ({ to, title, description }));
  }

  it('tell how services stand and what changed, where something did', async () => {
    await start({ enabled: true });
    expect(await digestsAt('2026-11-23T08:00:00Z')).toEqual([
      {
        to: 'group:default/ordering',
        title: 'Performance of your services: 0 verdicts fail',
        description: '1 pass.',
      },
      {
        to: 'group:default/payments',
        title: 'Performance of your services: 0 verdicts fail',
        description: '2 pass.',
      },
    ]);
    expect(await digestsAt('2026-11-24T08:00:00Z')).toEqual([]);

    await performance.run('2026-11-24T12:00:00Z', { p95: 412 });
    expect(await digestsAt('2026-11-25T08:00:00Z')).toEqual([
      {
        to: 'group:default/payments',
        title: 'Performance of your services: 1 verdict fails',
        description:
          '1 fail (0 before) and 1 pass (2 before), compared with 2026-11-23. Began to fail: Title of latency of checkout.',
      },
    ]);

    // One recovers, another begins to fail: the numbers are the same, the services aren't.
    await performance.run('2026-11-25T12:00:00Z', { p95: 200 });
    await performance.run('2026-11-25T12:00:00Z', {
      entity: 'refund',
      p95: 412,
    });
    expect(await digestsAt('2026-11-26T08:00:00Z')).toMatchObject([
      {
        description:
          '1 fail and 1 pass, compared with 2026-11-25. Began to fail: Title of latency of refund.',
      },
    ]);
    expect(await digestsAt('2026-11-27T08:00:00Z')).toEqual([]);
  });

  it('are for those who want them', async () => {
    await start({});
    expect(await digestsAt('2026-11-23T08:00:00Z')).toEqual([]);
  });
});
