import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startTold, ToldPerformance } from './__testUtils__/startTold';

// Real HTTP on a busy machine.
jest.setTimeout(120_000);

const OWNERS = ['a', 'b', 'c', 'd'].map(name => `team-${name}`);
const SERVICES = Array.from({ length: 24 }, (_, index) => ({
  name: `service-${index}`,
  owner: OWNERS[index % OWNERS.length],
}));

describe('two backends on one PostgreSQL', () => {
  const databases = createTestDatabases();
  let otherKnex: Knex;
  let backends: ToldPerformance[];

  beforeAll(async () => {
    const knex = await databases.init('POSTGRES_18');
    otherKnex = knexFactory({
      ...knex.client.config,
      pool: { min: 0, max: 10 },
    });
    backends = [];
    for (const client of [knex, otherKnex]) {
      backends.push(
        await startTold({
          knex: client,
          now: '2026-11-22T12:00:00Z',
          entities: SERVICES.map(({ name, owner }) =>
            component(name, { owner }),
          ),
        }),
      );
    }
  });
  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.stop()));
    await otherKnex.destroy();
  });

  /** What both sent until a time, while both evaluate everything anew. */
  async function sentAt(now: string) {
    for (const backend of backends) {
      await backend.services.reevaluations.whenIdle();
      backend.setNow(now);
    }
    const sent = await Promise.all(
      backends.map(async backend => {
        await backend.services.evaluation.reevaluateEntities('all');
        return backend.sent();
      }),
    );
    const all = sent.flat();
    expect(new Set(all.map(({ scope }) => scope)).size).toBe(all.length);
    return all.map(({ to, title }) => `${to}: ${title}`).sort();
  }

  /** The same run to both, for all services at once. */
  async function runs(now: string, p95: number) {
    for (const backend of backends) {
      backend.setNow(now);
    }
    const startedAt = new Date(Date.parse(now) - 120_000).toISOString();
    await Promise.all(
      SERVICES.flatMap(({ name }) =>
        backends.map(({ call }) =>
          call('POST', '/runs', {
            json: {
              entityRef: `component:default/${name}`,
              environment: 'production',
              branch: 'main',
              tool: 'k6',
              startedAt,
              durationSeconds: 60,
              series: [
                {
                  metric: 'http.request.duration',
                  unit: 'ms',
                  labels: {},
                  count: 1000,
                  quantiles: { '0.95': p95 },
                  quantileMethod: 'reported',
                },
              ],
            },
          }),
        ),
      ),
    );
  }

  it('tell everything once between them', async () => {
    await Promise.all(
      ['latency', 'slowest'].map((name, index) =>
        backends[index].call('POST', '/definitions', {
          json: {
            content: budget(name, {
              fail: '<= 300 ms',
              confirm: 1,
              statistic: index === 0 ? 'p95' : 'p99',
            }),
          },
        }),
      ),
    );
    await runs('2026-11-22T12:00:00Z', 200);
    expect(await sentAt('2026-11-22T12:10:00Z')).toEqual(
      OWNERS.map(
        owner =>
          `group:default/${owner}: Your services have 12 verdicts under 2 new rules: none fails`,
      ),
    );

    await runs('2026-11-22T13:00:00Z', 412);
    expect(await sentAt('2026-11-22T13:10:00Z')).toEqual(
      SERVICES.map(
        ({ name, owner }) =>
          `group:default/${owner}: ${name} fails "Title of latency"`,
      ).sort(),
    );

    // Both notice at the same time that the failures are over, and sum them up a day later.
    await runs('2026-11-22T14:00:00Z', 200);
    expect(await sentAt('2026-11-22T14:10:00Z')).toEqual([]);
    expect(await sentAt('2026-11-23T14:10:00Z')).toEqual(
      OWNERS.map(
        owner => `group:default/${owner}: Your services: 6 verdicts hold again`,
      ),
    );
  });
});
