import { mockCredentials } from '@backstage/backend-test-utils';
import { SloSample } from '@perf-governance/plugin-performance-common';
import {
  MetricQuery,
  MetricSourceFactory,
} from '@perf-governance/plugin-performance-node';
import { Knex } from 'knex';
import { Series } from '../src/slos/Slo';
import { readDefinitions } from '../src/definitions/readDefinitions';
import { PerformanceServices } from '../src/service/createServices';
import { benchEntities } from './catalog';
import { latencies, percentile, secondsOf } from './measure';
import { Latency } from './requests';
import { BenchBackend, MEMBER, startBackend } from './startBackend';

const STEP_MS = 300_000;
const ROUNDS = 3;
const REQUESTS = 200;

/** So many series are made sample by sample; the others are copies of them. */
const DIFFERENT_SERIES = 100;

/** The one that {@link MEMBER} sees. */
const TEAM = 'group:default/team-3';

const TEMPLATE = `
apiVersion: performance-governance.io/v1
kind: SLO
metadata: { name: availability, title: Availability }
spec:
  appliesTo: { entity: { kind: Component } }
  indicator:
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { metricSourceRef: instant, spec: { query: 'good{service="{{ entity.metadata.name }}"}' } } }
        total: { metricSource: { metricSourceRef: instant, spec: { query: 'total{service="{{ entity.metadata.name }}"}' } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: Answered, target: 0.999 }]
`;

/** Ten events a step and service, and now and then a bad one. */
function valueAt(query: string, at: number): number {
  const service = Number(/\d+/.exec(query)?.[0]);
  return 10 - badAt(query.startsWith('good') ? service : undefined, at);
}

function badAt(service: number | undefined, at: number): number {
  return service !== undefined && (at / STEP_MS + service) % 200 === 0 ? 1 : 0;
}

const INSTANT: MetricSourceFactory = {
  type: 'instant',
  create: () => ({
    queryRange: async (queries: MetricQuery[]) =>
      queries.map(({ query, start, end, stepSeconds }) => {
        const points = [];
        for (let at = start; at < end; at += stepSeconds * 1000) {
          points.push({ at, value: valueAt(query, at) });
        }
        return { points, until: end, warnings: [] };
      }),
  }),
};

export interface SloFigures {
  slos: number;
  samples: number;
  /** Seconds: everything is evaluated for the first time, verdicts included. */
  firstCycle: number;
  /** Seconds of cycles, five minutes apart: ask for what is new, store it, evaluate. */
  cycles: number[];
  /** Megabytes: the most that the process took during cycles. */
  rss: number;
  requests: Record<string, Latency>;
}

/** SLOs of 30 days in steps of five minutes, from a source that answers at once. */
export async function measureSlos(
  connect: () => Knex,
  count: number,
  start: Date,
): Promise<SloFigures> {
  const knex = connect();
  let now = start.getTime();
  const backend = await startBackend(knex, start, {
    config: { metricSources: [{ name: 'instant', type: 'instant' }] },
    metricSourceTypes: new Map([[INSTANT.type, INSTANT]]),
    clock: () => new Date(now),
  });
  const { services } = backend;
  await declare(services, count);
  const samples = await seedSamples(knex, services, now);

  const memory = watchMemory();
  const cycle = () =>
    secondsOf(async () => {
      await services.sloMeasuring.start();
      await services.sloMeasuring.whenIdle();
    });
  const firstCycle = await cycle();
  await check(knex, count, now);
  const cycles: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    now += STEP_MS;
    cycles.push(await cycle());
    await check(knex, count, now);
  }
  const rss = memory.stop();
  const requests = await measureRequests(backend);
  await backend.stop();
  await knex.destroy();
  return { slos: count, samples, firstCycle, cycles, rss, requests };
}

async function declare(services: PerformanceServices, count: number) {
  const { definitionStore, entityStore, evaluation } = services;
  await entityStore.upsert(benchEntities({ entities: count, teams: 10 }));
  await entityStore.markAnnounced(await entityStore.listUnannounced());
  const { definitions, problems } = readDefinitions(TEMPLATE, {
    file: 'bench.yaml',
    layer: { kind: 'org' },
    source: { type: 'api', location: 'api:bench' },
  });
  if (definitions.length !== 1) {
    throw new Error(JSON.stringify(problems));
  }
  await definitionStore.write(definitions[0], {
    mode: 'create',
    author: 'bench',
  });
  await definitionStore.markAnnounced(await definitionStore.version());
  await evaluation.reevaluateEntities('all');
}

/** @returns how many samples there are. */
async function seedSamples(
  knex: Knex,
  { sloStore, sampleStore }: PerformanceServices,
  now: number,
): Promise<number> {
  const ids = await sloStore.listIds({});
  const series = [...(await sloStore.seriesOf(ids)).values()].flat();
  const from = now - series[0].windowSeconds * 1000;
  const first = Math.floor(from / STEP_MS) * STEP_MS;
  for (let index = 0; index < DIFFERENT_SERIES; index++) {
    await knex.transaction(tx =>
      sampleStore.write(
        [
          {
            series: series[index],
            samples: samplesOf(series[index], first, now),
          },
        ],
        tx,
      ),
    );
  }
  await knex.raw(
    `insert into slo_blocks
       (series_id, start_at, good, total, covered_seconds, newest_at, samples)
     select copy.id, start_at, good, total, covered_seconds, newest_at, samples
     from slo_series copy join slo_blocks on slo_blocks.series_id = ? + (copy.id - ?) % ?
     where copy.id >= ?`,
    [
      series[0].id,
      series[0].id,
      DIFFERENT_SERIES,
      series[0].id + DIFFERENT_SERIES,
    ],
  );
  await knex('slo_series').update({ filled_from: first, filled_until: now });
  await knex.raw('vacuum analyze');
  return (series.length * (now - first)) / STEP_MS;
}

function samplesOf({ id }: Series, from: number, to: number): SloSample[] {
  const samples: SloSample[] = [];
  for (let at = from; at < to; at += STEP_MS) {
    samples.push({ at, good: 10 - badAt(id, at), total: 10 });
  }
  return samples;
}

/** Whether plain arithmetic agrees: 8,640 steps of ten events, with a bad one in each 200th. */
async function check(knex: Knex, count: number, now: number): Promise<void> {
  const rows: { status: string }[] = await knex('slos')
    .join('slo_statuses', 'slo_statuses.slo_id', 'slos.id')
    .where('evaluated_at', now)
    .select('status');
  if (rows.length !== count) {
    throw new Error(`${rows.length} of ${count} SLOs were evaluated`);
  }
  for (const { status } of rows) {
    const { total, bad, coverage } = JSON.parse(status);
    if (total !== 86_400 || bad < 43 || bad > 44 || coverage !== 1) {
      throw new Error(`Not as it must be: ${status}`);
    }
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
      found[`${what}, ${who}`] = {
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        p99: percentile(times, 0.99),
      };
    }
  }
  return found;
}
