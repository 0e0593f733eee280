import { SloSample } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { fork } from 'node:child_process';
import { readDefinitions } from '../src/definitions/readDefinitions';
import { PerformanceServices } from '../src/service/createServices';
import { Series } from '../src/slos/Slo';
import { benchEntities } from './catalog';
import { BenchDatabase } from './databases';
import { badAt, STEP_MS } from './instantSource';
import { SloCycleFigures } from './sloCycles';
import { startBackend } from './startBackend';

const HEAP_MEGABYTES = 256;

/** So many series are made sample by sample; the others are copies of them. */
const DIFFERENT_SERIES = 100;

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

export interface SloFigures extends SloCycleFigures {
  slos: number;
  samples: number;
}

/** SLOs of 30 days in steps of five minutes, from a source that answers at once. */
export async function measureSlos(
  { connect, connectionString }: BenchDatabase,
  count: number,
  start: Date,
): Promise<SloFigures> {
  const knex = connect();
  const backend = await startBackend(knex, start);
  await declare(backend.services, count);
  const samples = await seedSamples(knex, backend.services, start.getTime());
  await backend.stop();
  await knex.destroy();

  // A process of its own, so that its memory is that of a backend that measures.
  const child = fork(require.resolve('./sloCycles'), {
    // As in a small container; without a limit, Node.js lets garbage lie while there is memory.
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MEGABYTES}`],
    env: { ...process.env, BENCH_CONNECTION: connectionString },
  });
  const figures = await new Promise<SloCycleFigures>((resolve, reject) => {
    // Whoever compiles the code sends messages, too.
    child.on('message', (message: Partial<SloCycleFigures>) => {
      if (message.firstCycle !== undefined) {
        resolve(message as SloCycleFigures);
      }
    });
    child.on('exit', code => reject(new Error(`It ended with ${code}`)));
  });
  return { slos: count, samples, ...figures };
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
