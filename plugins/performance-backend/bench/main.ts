import { cpus, loadavg } from 'node:os';
import { measureAnalysis } from './analysis';
import { benchEntities, Scale } from './catalog';
import { BenchDatabase, startDatabase } from './databases';
import { compareReplicas, measureEvaluation } from './evaluation';
import { measureRequests, seedTrend } from './requests';
import { measureRival } from './measureRival';
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
  const names = (process.env.BENCH_DATABASES ?? 'PostgreSQL,SQLite').split(',');
  say({
    machine: `${cpus().length} × ${cpus()[0].model}`,
    node: process.version,
    date: new Date().toISOString(),
    ...scale,
    slos,
    analysed,
  });
  if (slos > 0) {
    await measureSlosOn(slos);
  }
  for (const name of analysed > 0 ? names : []) {
    await measureAnalysisOn(name as BenchDatabase['name'], analysed);
  }
  for (const name of scale.entities > 0 ? names : []) {
    const database = await startDatabase(name as BenchDatabase['name']);
    try {
      await measureOn(database, scale);
    } finally {
      await database.stop();
    }
  }
}

async function measureSlosOn(slos: number) {
  const database = await startDatabase('PostgreSQL');
  try {
    say({
      name: database.name,
      load: loadavg()[0],
      slos: await measureSlos(database, slos, NOW),
    });
  } finally {
    await database.stop();
  }
}

async function measureAnalysisOn(
  name: BenchDatabase['name'],
  entities: number,
) {
  const database = await startDatabase(name);
  try {
    say({
      name,
      load: loadavg()[0],
      analysis: await measureAnalysis(database, entities, NOW),
    });
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
