import { Entity } from '@backstage/catalog-model';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startTold, ToldPerformance } from './__testUtils__/startTold';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

const PAYMENTS = 'group:default/payments';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'notifications of verdicts on %s',
  id => {
    const databases = createTestDatabases();
    let performance: ToldPerformance;

    async function start(
      now: string,
      options: {
        entities: Entity[];
        notifications?: Record<string, number | boolean>;
      },
    ) {
      performance = await startTold({
        knex: await databases.init(id),
        now,
        entities: options.entities,
        config: { performance: { notifications: options.notifications ?? {} } },
      });
    }

    afterEach(async () => performance.stop());

    it('tells the owner once that a verdict fails, when a second run confirms it', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
      });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 2 }),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 200 });
      expect(await performance.titlesAt('2026-11-22T12:10:00Z')).toEqual([
        `${PAYMENTS}: Your services have 1 verdict under the new budget "Title of latency": none fails`,
      ]);

      await performance.run('2026-11-22T13:00:00Z', { p95: 412 });
      expect(await performance.titlesAt('2026-11-22T13:30:00Z')).toEqual([]);
      await performance.run('2026-11-22T14:00:00Z', { p95: 420 });
      const { body } = await performance.call('GET', '/verdicts');
      const [failing] = body.items;
      expect(await performance.sent()).toEqual([
        {
          to: PAYMENTS,
          title: 'checkout fails "Title of latency"',
          description: '420 ms in production, limit ≤ 300 ms',
          link: `/catalog/default/component/checkout/performance?verdict=${failing.id}`,
          severity: 'high',
          topic: 'verdicts',
          scope: expect.stringMatching(/^verdict-failed:\d+\.\d+:\d+$/),
        },
      ]);
      await performance.run('2026-11-22T15:00:00Z', { p95: 430 });
      expect(await performance.titlesAt('2026-11-22T15:30:00Z')).toEqual([]);
    });

    it('tells of a flapping verdict once in a cool-down, and then what it came to', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
        notifications: { cooldownHours: 24 },
      });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 200 });
      await performance.titlesAt('2026-11-22T12:10:00Z');

      await performance.run('2026-11-22T13:00:00Z', { p95: 412 });
      expect(await performance.titlesAt('2026-11-22T13:00:00Z')).toEqual([
        `${PAYMENTS}: checkout fails "Title of latency"`,
      ]);
      await performance.run('2026-11-22T14:00:00Z', { p95: 200 });
      await performance.run('2026-11-22T15:00:00Z', { p95: 412 });
      await performance.run('2026-11-22T16:00:00Z', { p95: 200 });
      expect(await performance.titlesAt('2026-11-23T12:59:00Z')).toEqual([]);
      expect(await performance.titlesAt('2026-11-23T13:01:00Z')).toEqual([
        `${PAYMENTS}: checkout meets "Title of latency" again`,
      ]);

      // Within the next cool-down it fails and recovers: there is nothing to tell.
      await performance.run('2026-11-23T14:00:00Z', { p95: 412 });
      await performance.run('2026-11-23T15:00:00Z', { p95: 200 });
      expect(await performance.titlesAt('2026-11-25T00:00:00Z')).toEqual([]);
    });

    it('sums up the first evaluation of a rule: one message per owner', async () => {
      const owners = ['a', 'b', 'c', 'd', 'e'].map(name => `team-${name}`);
      await start('2026-11-22T12:00:00Z', {
        entities: Array.from({ length: 300 }, (_, index) =>
          component(`service-${index}`, { owner: owners[index % 5] }),
        ),
      });
      // The first eleven have a run: of team-a 0, 5 and 10, of each other team two.
      for (let index = 0; index < 11; index++) {
        await performance.run('2026-11-22T12:00:00Z', {
          entity: `service-${index}`,
          p95: index % 5 === 0 ? 412 : 200,
        });
      }
      await performance.define(budget('latency', { fail: '<= 300 ms' }));
      expect(await performance.titlesAt('2026-11-22T12:00:30Z')).toEqual([]);
      expect(await performance.titlesAt('2026-11-22T12:01:00Z')).toEqual(
        owners.map(
          owner =>
            `group:default/${owner}: Your services have 60 verdicts under the new budget "Title of latency": ${
              owner === 'team-a' ? '3 fail' : 'none fails'
            }`,
        ),
      );

      // What is known from the summary isn't told again when it is confirmed.
      await performance.run('2026-11-22T13:00:00Z', {
        entity: 'service-0',
        p95: 412,
      });
      expect(await performance.titlesAt('2026-11-22T13:00:00Z')).toEqual([]);

      // A limit that is tightened for everyone: again one message per owner.
      const { body } = await performance.call('GET', '/definitions');
      const answer = await performance.call(
        'PUT',
        `/definitions/${encodeURIComponent(body.items[0].id)}`,
        {
          json: {
            content: budget('latency', { fail: '<= 100 ms', confirm: 1 }),
          },
        },
      );
      expect(answer.status).toBe(200);
      expect(await performance.titlesAt('2026-11-22T14:00:00Z')).toEqual(
        owners
          .filter(owner => owner !== 'team-a')
          .map(
            owner => `group:default/${owner}: Your services: 2 verdicts fail`,
          ),
      );
    });

    it('tells in one message what one run made fail', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
      });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1, per: ['endpoint'] }),
      );
      await performance.define(
        budget('errors', {
          metric: 'http.request.failed',
          statistic: 'ratio',
          fail: '<= 1 %',
          confirm: 1,
        }),
      );
      const endpoints = { 'GET /cart': 200, 'POST /pay': 200 };
      await performance.run('2026-11-22T12:00:00Z', { endpoints, failed: 0 });
      await performance.titlesAt('2026-11-22T12:10:00Z');
      await performance.run('2026-11-22T13:00:00Z', {
        endpoints: { 'GET /cart': 301, 'POST /pay': 412 },
        failed: 0.05,
      });
      const messages = await performance.sent();
      expect(messages).toMatchObject([
        {
          to: PAYMENTS,
          title: 'checkout: 3 verdicts fail',
          severity: 'high',
          link: '/performance/budgets?ruleKind=any&entityRef=component%3Adefault%2Fcheckout&state=fail',
        },
      ]);
      expect(
        messages[0].description?.split(/, (?=Title)| and /).sort(),
      ).toEqual([
        'Title of errors (5 % in production, limit ≤ 1 %)',
        'Title of latency (301 ms in production, endpoint=GET /cart, limit ≤ 300 ms)',
        'Title of latency (412 ms in production, endpoint=POST /pay, limit ≤ 300 ms)',
      ]);
    });

    it('tells nobody of history that comes late', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
      });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      await performance.titlesAt('2026-11-22T12:10:00Z');
      for (const [day, p95] of [200, 412, 200, 412].entries()) {
        await performance.run('2026-11-22T12:20:00Z', {
          startedAt: `2026-11-${10 + day}T12:00:00Z`,
          p95,
        });
      }
      expect(await performance.titlesAt('2026-11-23T12:00:00Z')).toEqual([]);

      // It fails, and nobody was told: what comes next is news all the same.
      await performance.run('2026-11-23T13:00:00Z', { p95: 200 });
      expect(await performance.titlesAt('2026-11-23T13:00:00Z')).toEqual([
        `${PAYMENTS}: checkout meets "Title of latency" again`,
      ]);
    });

    it('tells whoever owns the entity by then, and nobody once it is gone', async () => {
      const entities = [component('checkout'), component('basket')];
      await start('2026-11-22T12:00:00Z', { entities });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 1 }),
      );
      for (const entity of ['checkout', 'basket']) {
        await performance.run('2026-11-22T12:00:00Z', { entity, p95: 412 });
      }
      await performance.titlesAt('2026-11-22T12:10:00Z');
      // Within the cool-down after the summary: told a day later.
      for (const entity of ['checkout', 'basket']) {
        await performance.run('2026-11-22T13:00:00Z', { entity, p95: 200 });
      }
      performance.setCatalog([component('checkout', { owner: 'ordering' })]);
      await performance.services.catalogProjection.sweep();
      await performance.services.catalogProjection.sweep();
      expect(await performance.titlesAt('2026-11-23T13:00:00Z')).toEqual([
        'group:default/ordering: checkout meets "Title of latency" again',
      ]);
    });

    it('sums up for a new owner what the one before was told, too', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
      });
      await performance.define(budget('latency', { fail: '<= 300 ms' }));
      await performance.run('2026-11-22T12:00:00Z', { p95: 412 });
      const summary = (owner: string, what: string) =>
        `group:default/${owner}: Your services have ${what} under the new budget "Title of latency": 1 fails`;
      expect(await performance.titlesAt('2026-11-22T12:10:00Z')).toEqual([
        summary('payments', '1 verdict'),
      ]);

      performance.setCatalog(
        ['checkout', 'basket'].map(name =>
          component(name, { owner: 'ordering' }),
        ),
      );
      await performance.services.catalogProjection.sweep();
      expect(await performance.titlesAt('2026-11-22T12:20:00Z')).toEqual([
        summary('ordering', '2 verdicts'),
      ]);
    });

    it('publishes every change of state', async () => {
      await start('2026-11-22T12:00:00Z', {
        entities: [component('checkout')],
        notifications: { enabled: false },
      });
      await performance.define(
        budget('latency', { fail: '<= 300 ms', confirm: 2 }),
      );
      await performance.run('2026-11-22T12:00:00Z', { p95: 200 });
      await performance.run('2026-11-22T13:00:00Z', { p95: 412 });
      await performance.run('2026-11-22T14:00:00Z', { p95: 412 });
      await performance.run('2026-11-22T15:00:00Z', { p95: 412 });
      expect(await performance.sent()).toEqual([]);
      expect(new Set(performance.events.map(({ topic }) => topic))).toEqual(
        new Set(['performance-governance.verdicts']),
      );
      const payloads = performance.events.map(
        ({ eventPayload }) => eventPayload,
      );
      expect(payloads.slice(-2)).toEqual([
        {
          entityRef: 'component:default/checkout',
          at: '2026-11-22T13:00:00.000Z',
          totalChanges: 1,
          changes: [
            {
              verdictId: expect.stringMatching(/^\d+-\d+$/),
              ruleId: 'budget:http.request.duration:p95',
              environment: 'production',
              labels: {},
              from: 'pass',
              to: 'fail',
              since: '2026-11-22T12:58:00.000Z',
              confirmed: false,
            },
          ],
        },
        expect.objectContaining({
          at: '2026-11-22T14:00:00.000Z',
          changes: [
            expect.objectContaining({
              from: 'fail',
              to: 'fail',
              confirmed: true,
            }),
          ],
        }),
      ]);
    });
  },
);
