import { cpus, loadavg } from 'node:os';
import { measureAnalysis } from './analysis';
import { benchEntities, Scale } from './catalog';
import { BenchDatabase, startDatabase } from './databases';
import { compareReplicas, measureEvaluation } from './evaluation';
import { measureFindings } from './findings';
import { measureRequests, seedTrend } from './requests';
import { measureRival } from './measureRival';
import { measureReviews } from './reviews';
import { seed } from './seed';
import { measureSlos } from './slos';
import { startBackend } from './startBackend';

const NOW = new Date('2026-11-22T12:00:00Z');

/** `yarn bench`: see docs/benchmarks.md. */
async function main() {
  const scale: Scale = {
    entities: Number(process.env.BENCH_ENTITIES ?? 10_000),
    teams: 10,
  };
  const slos = Number(process.env.BENCH_SLOS ?? 5000);
  const analysed = Number(process.env.BENCH_ANALYSIS ?? 10_000);
  const findings = Number(process.env.BENCH_FINDINGS ?? 50_000);
  const reviews = Number(process.env.BENCH_REVIEWS ?? 2000);
  const names = (process.env.BENCH_DATABASES ?? 'PostgreSQL,SQLite').split(
    ',',
  ) as BenchDatabase['name'][];
  say({
    machine: `${cpus().length} × ${cpus()[0].model}`,
    node: process.version,
    date: new Date().toISOString(),
    ...scale,
    slos,
    analysed,
    findings,
    reviews,
  });
  if (slos > 0) {
    await measureAlone('PostgreSQL', 'slos', database =>
      measureSlos(database, slos, NOW),
    );
  }
  for (const name of analysed > 0 ? names : []) {
    await measureAlone(name, 'analysis', database =>
      measureAnalysis(database, analysed, NOW),
    );
  }
  for (const name of findings > 0 ? names : []) {
    await measureAlone(name, 'findings', database =>
      measureFindings(database, findings, NOW),
    );
  }
  for (const name of reviews > 0 ? names : []) {
    await measureAlone(name, 'reviews', database =>
      measureReviews(database, reviews, NOW),
    );
  }
  for (const name of scale.entities > 0 ? names : []) {
    const database = await startDatabase(name);
    try {
      await measureOn(database, scale);
    } finally {
      await database.stop();
    }
  }
}

/** Of a part of the benchmark that has a database of its own. */
async function measureAlone(
  name: BenchDatabase['name'],
  part: string,
  measure: (database: BenchDatabase) => Promise<object>,
) {
  const database = await startDatabase(name);
  try {
    const load = loadavg()[0];
    say({ name, load, [part]: await measure(database) });
  } finally {
    await database.stop();
  }
}

async function measureOn(database: BenchDatabase, scale: Scale) {
  const { name } = database;
  const knex = database.connect();
  const first = await startBackend(knex, NOW);
  await seed(first.services, benchEntities(scale), NOW);
  await first.stop();

  say({
    name,
    load: loadavg()[0],
    ...(await measureEvaluation(knex, scale, NOW)),
  });
  if (name === 'PostgreSQL') {
    say({ name, replicas: await compareReplicas(database.connect, NOW) });
  }
  await seedTrend(knex, NOW);
  const backend = await startBackend(knex, NOW);
  say({ name, load: loadavg()[0], ...(await measureRequests(backend, scale)) });
  await backend.stop();
  await knex.destroy();

  const directory = process.env.RIVAL_DIR;
  if (directory) {
    say({
      name,
      load: loadavg()[0],
      rival: await measureRival(directory, database.connectionString),
    });
  }
}

function say(figures: object) {
  const rounded = JSON.stringify(
    figures,
    (_, value) =>
      typeof value === 'number'
        ? Number(value.toPrecision(value < 1000 ? 3 : 6))
        : value,
    2,
  );
  process.stdout.write(`${rounded}\n`);
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
