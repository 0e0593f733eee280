import { mockCredentials } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { INSTANT, STEP_MS } from './instantSource';
import { Latency, latencies, latencyOf, secondsOf } from './measure';
import { BenchBackend, MEMBER, startBackend } from './startBackend';

const START = new Date('2026-11-22T12:00:00Z');
const ROUNDS = 3;
const REQUESTS = 200;
const ROWS_PER_STATEMENT = 500;

/** The one that {@link MEMBER} sees. */
const TEAM = 'group:default/team-3';

export interface SloCycleFigures {
  /** Seconds: everything is evaluated for the first time, verdicts included. */
  firstCycle: number;
  /** Seconds of cycles, five minutes apart: ask for what is new, store it, evaluate. */
  cycles: number[];
  /** Megabytes: what the process takes before, and the most that it takes during cycles. */
  rss: { before: number; most: number };
  requests: Record<string, Latency>;
}

async function measureCycles(knex: Knex): Promise<SloCycleFigures> {
  let now = START.getTime();
  const backend = await startBackend(knex, START, {
    config: { metricSources: [{ name: 'instant', type: 'instant' }] },
    metricSourceTypes: new Map([[INSTANT.type, INSTANT]]),
    clock: () => new Date(now),
  });
  const { sloMeasuring, sloStore } = backend.services;
  const count = (await sloStore.listIds({})).length;
  const before = process.memoryUsage.rss() / 2 ** 20;
  const memory = watchMemory();
  const cycle = () =>
    secondsOf(async () => {
      await sloMeasuring.start();
      await sloMeasuring.whenIdle();
    });
  const firstCycle = await cycle();
  await check(knex, count, now);
  const cycles: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    now += STEP_MS;
    cycles.push(await cycle());
    await check(knex, count, now);
  }
  const rss = { before, most: memory.stop() };
  const requests = await measureRequests(backend);
  await backend.stop();
  return { firstCycle, cycles, rss, requests };
}

/** Whether plain arithmetic agrees: 8,640 steps of ten events, with a bad one in each 200th. */
async function check(knex: Knex, count: number, now: number): Promise<void> {
  let seen = 0;
  for (;;) {
    const rows: { id: number; status: string }[] = await knex('slos')
      .join('slo_statuses', 'slo_statuses.slo_id', 'slos.id')
      .where('evaluated_at', now)
      .orderBy('id')
      .limit(ROWS_PER_STATEMENT)
      .offset(seen)
      .select('id', 'status');
    for (const { status } of rows) {
      const { total, bad, coverage } = JSON.parse(status);
      if (total !== 86_400 || bad < 43 || bad > 44 || coverage !== 1) {
        throw new Error(`Not as it must be: ${status}`);
      }
    }
    seen += rows.length;
    if (rows.length < ROWS_PER_STATEMENT) {
      break;
    }
  }
  if (seen !== count) {
    throw new Error(`${seen} of ${count} SLOs were evaluated`);
  }
}

function watchMemory() {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    stop: () => {
      look();
      clearInterval(timer);
      return most / 2 ** 20;
    },
  };
}

async function measureRequests({
  baseUrl,
}: BenchBackend): Promise<Record<string, Latency>> {
  const found: Record<string, Latency> = {};
  const response = await fetch(`${baseUrl}/slos?owner=${TEAM}&limit=1`);
  const {
    items: [{ id }],
  } = await response.json();
  for (const [who, user] of [
    ['administrator', undefined],
    ['who sees a tenth', MEMBER],
  ] as const) {
    for (const [what, path] of [
      ['SLOs, worst burn first', '/slos?limit=50'],
      ['SLOs by owner', '/slos?limit=50&groupBy=owner'],
      ['SLOs of a team that have an alert', `/slos?owner=${TEAM}&alert=page`],
      ['SLOs, search', '/slos?q=service-12&sort=remaining'],
      ['one SLO', `/slos/${id}`],
      ['burn-down', `/slos/${id}/burn-down`],
    ]) {
      const times = await latencies(REQUESTS, async () => {
        const answer = await fetch(`${baseUrl}${path}`, {
          headers: user
            ? { authorization: mockCredentials.user.header(user) }
            : {},
        });
        const text = await answer.text();
        if (!answer.ok) {
          throw new Error(`${path}: ${answer.status} ${text}`);
        }
      });
      found[`${what}, ${who}`] = latencyOf(times);
    }
  }
  return found;
}

const knex = knexFactory({
  client: 'pg',
  connection: process.env.BENCH_CONNECTION,
  pool: { min: 0, max: 10 },
});
measureCycles(knex)
  .then(figures => process.send?.(figures))
  .finally(() => knex.destroy())
  .then(
    () => process.exit(0),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
