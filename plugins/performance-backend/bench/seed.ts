import { EntityFact } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../src/database/chunked';
import { readDefinitions } from '../src/definitions/readDefinitions';
import { seriesToRow } from '../src/runs/seriesRow';
import { PerformanceServices } from '../src/service/createServices';
import { benchDefinitions, seriesOf } from './catalog';

const ROWS_PER_STATEMENT = 200;

/** Fills the tables that evaluation reads: entities and definitions as ever, runs and series in bulk. */
export async function seed(
  services: PerformanceServices,
  facts: EntityFact[],
  now: Date,
): Promise<void> {
  const { knex, entityStore, definitionStore } = services;
  await entityStore.upsert(facts);
  await entityStore.markAnnounced(await entityStore.listUnannounced());
  for (const content of benchDefinitions()) {
    const { definitions, problems } = readDefinitions(content, {
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
  }
  await definitionStore.markAnnounced(await definitionStore.version());
  await seedRuns(knex, facts, now);
}

async function seedRuns(knex: Knex, facts: EntityFact[], now: Date) {
  const ids = new Map<string, number>(
    (await knex('entities').select('id', 'entity_ref')).map(row => [
      row.entity_ref,
      row.id,
    ]),
  );
  for (const part of chunked([...facts.entries()], ROWS_PER_STATEMENT)) {
    const runs: object[] = [];
    const series: object[] = [];
    const evidence: object[] = [];
    for (const [index, fact] of part) {
      const entityId = ids.get(fact.entityRef);
      const runId = index.toString(16).padStart(32, '0');
      // Each at a time of its own.
      const endedAt = now.getTime() - 3_600_000 - index * 1000;
      const startedAt = endedAt - 600_000;
      runs.push(runRow(runId, Number(entityId), startedAt, endedAt));
      for (const [ordinal, one] of seriesOf(index).entries()) {
        const row = await seriesToRow(runId, ordinal, one);
        series.push(row);
        evidence.push({
          entity_id: entityId,
          environment: 'production',
          metric: row.metric,
          labels_key: row.labels_key,
          run_id: runId,
          ordinal,
          started_at: startedAt,
        });
      }
    }
    await knex.batchInsert('runs', runs, ROWS_PER_STATEMENT);
    await knex.batchInsert('run_series', series, ROWS_PER_STATEMENT);
    await knex.batchInsert('evidence', evidence, ROWS_PER_STATEMENT);
  }
}

function runRow(id: string, entityId: number, start: number, end: number) {
  return {
    id,
    entity_id: entityId,
    environment: 'production',
    external_id: id,
    tool: 'k6',
    format: 'k6-summary',
    branch: 'main',
    tracked: true,
    started_at: start,
    ended_at: end,
    duration_seconds: (end - start) / 1000,
    content_sha256: id,
    bytes: 1000,
    configuration_fingerprint: 'bench',
    tool_verdicts: '[]',
    warnings: '[]',
    fail_count: 0,
    warn_count: 0,
    no_data_count: 0,
    pass_count: 0,
    not_applicable_count: 0,
    not_judged: '[]',
    created_at: end,
    created_by: 'bench',
  };
}
