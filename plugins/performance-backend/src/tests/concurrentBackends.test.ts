import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

type TestRun = Parameters<typeof newRun>[0];

const NOW = '2026-11-22T12:00:00Z';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

/**
 * The runs of a week: on the main branch in two environments, one that failed and recovered in
 * production, a regression in staging, and pull requests that would break production.
 */
const RUNS: TestRun[] = [
  ...[200, 210, 330, 340, 240, 230, 220].map((p95, day) => ({
    startedAt: `2026-11-${15 + day}T10:00:00Z`,
    environment: 'production',
    p95,
    failed: 0.002,
  })),
  ...[200, 200, 200, 310, 320].map((p95, day) => ({
    startedAt: `2026-11-${15 + day}T09:00:00Z`,
    environment: 'staging',
    p95,
  })),
  ...[390, 280].map((p95, index) => ({
    startedAt: `2026-11-2${index}T12:00:00Z`,
    environment: 'production',
    branch: `feature/${index}`,
    p95,
    failed: 0.05 * (1 - index),
  })),
];

/** Shuffles the same way every time: a linear congruential generator (Numerical Recipes). */
function shuffled<T>(items: T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let index = result.length - 1; index > 0; index--) {
    state = (1664525 * state + 1013904223) % 2 ** 32;
    const other = state % (index + 1);
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}

function startOf(time: string): string {
  return new Date(time).toISOString();
}

function errorState(failed: number | undefined): string {
  if (failed === undefined) {
    return 'no-data';
  }
  return failed > 0.01 ? 'fail' : 'pass';
}

function exitCode({ p95 = 0, failed }: TestRun): number {
  if (p95 > 300 || errorState(failed) === 'fail') {
    return 1;
  }
  return failed === undefined ? 3 : 0;
}

describe('two backends on one PostgreSQL', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let otherKnex: Knex;
  let backends: TestPerformance[];

  const start = (client: Knex) =>
    startPerformance({
      knex: client,
      entities: [component('checkout'), component('basket')],
      now: NOW,
    });

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    otherKnex = knexFactory({
      ...knex.client.config,
      pool: { min: 0, max: 10 },
    });
    backends = [await start(knex), await start(otherKnex)];
    for (const content of [
      budget('latency', { fail: '<= 300 ms' }),
      budget('errors', {
        metric: 'http.request.failed',
        statistic: 'ratio',
        fail: '<= 1 %',
      }),
    ]) {
      await backends[0].call('POST', '/definitions', { json: { content } });
    }
  });
  afterAll(async () => {
    await Promise.all(backends.map(backend => backend.stop()));
    await otherKnex.destroy();
  });

  /** The newest run of the tracked branch in each environment, and what came before. */
  async function currentState(entityRef: string) {
    const { body } = await backends[0].call('GET', '/verdicts', {
      query: { entityRef },
    });
    const entries = body.items.map(async (item: any) => {
      const detail = await backends[1].call('GET', `/verdicts/${item.id}`);
      return [
        `${item.subject.environment} ${item.metric}`,
        {
          state: item.state,
          value: item.value,
          confirmed: item.confirmed,
          history: detail.body.history
            .filter((change: any) => change.state !== 'no-data')
            .map((change: any) => `${change.at.slice(8, 10)} ${change.state}`)
            .reverse(),
        },
      ];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  async function ofRuns(
    entityRef: string,
    part: string,
    read: (body: any) => unknown,
  ) {
    const { body } = await backends[1].call('GET', '/runs', {
      query: { entityRef, limit: 100 },
    });
    expect(body.totalItems).toBe(RUNS.length);
    const entries = body.items.map(async (run: any) => {
      const answer = await backends[0].call('GET', `/runs/${run.id}/${part}`);
      return [startOf(run.startedAt), read(answer.body)];
    });
    return Object.fromEntries(await Promise.all(entries));
  }

  /** What each run says by itself, on whichever branch. */
  const runVerdicts = (entityRef: string) =>
    ofRuns(entityRef, 'verdicts', ({ items }) =>
      Object.fromEntries(
        items.map(({ metric, state }: any) => [metric, state]),
      ),
    );
  const gates = (entityRef: string) =>
    ofRuns(entityRef, 'gate', ({ gate }) => gate.exitCode);

  it.each([1, 2])(
    'agree on runs that come out of order, twice and at once (order %i)',
    async seed => {
      await backends[0].forgetEntities();
      // Every run goes to both backends, together with everything else.
      const uploads = shuffled(
        RUNS.flatMap(run =>
          ['checkout', 'basket'].flatMap(entity =>
            backends.map(backend => ({ backend, run: { ...run, entity } })),
          ),
        ),
        seed,
      );
      const answers = await Promise.all(
        uploads.map(async ({ backend, run }) => ({
          run,
          answer: await backend.call('POST', '/runs', { json: newRun(run) }),
        })),
      );
      const statuses = answers.map(({ answer }) => answer.status);
      expect(statuses.filter(status => status === 201)).toHaveLength(
        RUNS.length * 2,
      );
      expect(statuses.filter(status => status === 200)).toHaveLength(
        RUNS.length * 2,
      );

      for (const entity of ['checkout', 'basket']) {
        const entityRef = `component:default/${entity}`;
        expect(await currentState(entityRef)).toEqual({
          'production http.request.duration': {
            state: 'pass',
            value: 220,
            confirmed: true,
            history: ['15 pass', '17 fail', '19 pass'],
          },
          'production http.request.failed': {
            state: 'pass',
            value: 0.002,
            confirmed: true,
            history: ['15 pass'],
          },
          'staging http.request.duration': {
            state: 'fail',
            value: 320,
            confirmed: true,
            history: ['15 pass', '18 fail'],
          },
          'staging http.request.failed': {
            state: 'no-data',
            value: undefined,
            confirmed: true,
            history: [],
          },
        });
        expect(await runVerdicts(entityRef)).toEqual(
          Object.fromEntries(
            RUNS.map(run => [
              startOf(run.startedAt),
              {
                'http.request.duration': (run.p95 ?? 0) > 300 ? 'fail' : 'pass',
                'http.request.failed': errorState(run.failed),
              },
            ]),
          ),
        );
        expect(await gates(entityRef)).toEqual(
          Object.fromEntries(
            RUNS.map(run => [startOf(run.startedAt), exitCode(run)]),
          ),
        );
      }

      // Nothing is there twice or half.
      const [{ count }] = await knex('run_series').count({ count: '*' });
      const series = RUNS.reduce(
        (sum, run) => sum + newRun(run).series.length,
        0,
      );
      expect(Number(count)).toBe(series * 2);
      expect(await knex('evidence')).toHaveLength(3 * 2);
    },
  );
});
