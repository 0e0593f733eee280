import { Entity } from '@backstage/catalog-model';
import {
  analyse,
  analysedEntities,
  EntityFact,
  KnownBudgets,
  resolveEntityFact,
  SYNCHRONOUS_CALLS_ANNOTATION,
  TIER_ANNOTATION,
} from '@perf-governance/plugin-performance-common';
import { readDefinitions } from '../src/definitions/readDefinitions';
import { PerformanceServices } from '../src/service/createServices';
import { BenchDatabase } from './databases';
import {
  Figures,
  figuresOf,
  latencies,
  Latency,
  latencyOf,
  secondsOf,
} from './measure';
import { getJson } from './measureLatencies';
import { BenchBackend, MEMBER, startBackend } from './startBackend';

const ROUNDS = 5;
const REQUESTS = 100;
const RELATIONS_PER_ENTITY = 5;
const CALLS_OF_ONE = 3;

/** Half of the services of a catalog, each calling what it depends on first, have a tighter limit. */
const BUDGETS = [
  ['everybody', '<= 500 ms', { kind: 'Component' }],
  ['tagged', '<= 300 ms', { kind: 'Component', 'metadata.tags': 'java' }],
] as const;

export interface AnalysisFigures {
  entities: number;
  relations: number;
  proposals: number;
  /** Seconds of the pure analysis alone. */
  analyse: Figures;
  /** Seconds of reading the projection and the limits, analysing, and keeping all that is found. */
  first: number;
  /** The same with nothing new to keep. */
  unchanged: Figures;
  requests: Record<string, Latency>;
}

/** An analysis of a catalog with five relations an entity. */
export async function measureAnalysis(
  database: BenchDatabase,
  count: number,
  now: Date,
): Promise<AnalysisFigures> {
  const facts = relatedEntities(count);
  const relations = count * RELATIONS_PER_ENTITY;
  const pure: number[] = [];
  const graph = analysedEntities(facts, budgetsOf(facts)).entities;
  for (let round = 0; round < ROUNDS; round++) {
    pure.push(await secondsOf(async () => analyse(graph)));
  }

  const knex = database.connect();
  const backend = await startBackend(knex, now);
  const { analysis, analysisRunStore, evaluation } = backend.services;
  await declare(backend.services, facts);
  await evaluation.reevaluateEntities('all');
  await knex.raw('analyze');
  const run = () => secondsOf(() => analysis.runNow('user:default/bench'));
  const first = await run();
  const unchanged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    unchanged.push(await run());
  }
  const counts = (await analysisRunStore.last())?.counts;
  if (counts?.entities !== count || counts.relations !== relations) {
    throw new Error(`It analysed ${JSON.stringify(counts)}`);
  }
  const figures = {
    entities: count,
    relations,
    proposals: counts.unchanged,
    analyse: figuresOf(pure),
    first,
    unchanged: figuresOf(unchanged),
    requests: await measureRequests(backend),
  };
  await backend.stop();
  await knex.destroy();
  return figures;
}

/**
 * Services and, one in ten, databases. Most relations lead to entities that come soon after, one in two hundred to any,
 * so that there are cycles. Nine in ten services say what they call.
 */
function relatedEntities(count: number): EntityFact[] {
  const random = randomNumbers(20261123);
  const below = (limit: number) => Math.floor(random() * limit);
  const refOf = (index: number) =>
    index % 10 === 9
      ? `resource:default/db-${index}`
      : `component:default/service-${index}`;
  return Array.from({ length: count }, (_, index) => {
    const targets = new Set<number>();
    while (targets.size < RELATIONS_PER_ENTITY) {
      const target =
        random() < 0.005 ? below(count) : (index + 1 + below(500)) % count;
      if (target !== index) {
        targets.add(target);
      }
    }
    return relatedEntity(index, [...targets].map(refOf), random());
  });
}

function relatedEntity(
  index: number,
  targets: string[],
  luck: number,
): EntityFact {
  const isDatabase = index % 10 === 9;
  const team = `team-${Math.floor(index / 10) % 10}`;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: isDatabase ? 'Resource' : 'Component',
    metadata: {
      name: isDatabase ? `db-${index}` : `service-${index}`,
      namespace: 'default',
      tags: [index % 2 === 0 ? 'java' : 'node'],
      annotations: {
        ...(index % 3 > 0 && { [TIER_ANNOTATION]: String(1 + (index % 4)) }),
        ...(!isDatabase &&
          luck < 0.9 && {
            [SYNCHRONOUS_CALLS_ANNOTATION]: targets
              .slice(0, CALLS_OF_ONE)
              .join(', '),
          }),
      },
    },
    spec: { type: isDatabase ? 'database' : 'service', owner: team },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${team}` },
      ...targets.map(targetRef => ({ type: 'dependsOn', targetRef })),
    ],
  };
  return resolveEntityFact(entity, () => undefined);
}

/** As the budgets below have it. */
function budgetsOf(facts: EntityFact[]): Map<string, KnownBudgets> {
  return new Map(
    facts
      .filter(({ entity }) => entity.kind === 'Component')
      .map(({ entity, entityRef }) => [
        entityRef,
        {
          budgets: 1,
          latencyLimits: [
            {
              ruleId: 'budget:http.request.duration:p95',
              environment: '*',
              quantile: 0.95,
              milliseconds: entity.metadata.tags?.includes('java') ? 300 : 500,
            },
          ],
        },
      ]),
  );
}

async function declare(services: PerformanceServices, facts: EntityFact[]) {
  const { definitionStore, entityStore } = services;
  await entityStore.upsert(facts);
  await entityStore.markAnnounced(await entityStore.listUnannounced());
  for (const [name, fail, entity] of BUDGETS) {
    const { definitions, problems } = readDefinitions(
      JSON.stringify({
        apiVersion: 'performance-governance.io/v1',
        kind: 'Budget',
        metadata: { name },
        spec: {
          appliesTo: { entity },
          metric: 'http.request.duration',
          statistic: 'p95',
          limits: { fail },
        },
      }),
      {
        file: 'bench.yaml',
        layer: { kind: 'org' },
        source: { type: 'api', location: 'api:bench' },
      },
    );
    if (definitions.length !== 1) {
      throw new Error(JSON.stringify(problems));
    }
    await definitionStore.write(definitions[0], {
      mode: 'create',
      author: 'bench',
    });
  }
  await definitionStore.markAnnounced(await definitionStore.version());
}

async function measureRequests(
  backend: BenchBackend,
): Promise<Record<string, Latency>> {
  const found: Record<string, Latency> = {};
  for (const [who, user] of [
    ['administrator', undefined],
    ['who sees a tenth', MEMBER],
  ] as const) {
    const { items } = await getJson(
      backend,
      '/analysis/proposals?limit=1',
      user,
    );
    for (const [what, path] of [
      ['proposals, a page of 50', '/analysis/proposals?limit=50'],
      ['one proposal', `/analysis/proposals/${items[0].id}`],
      ['summary', '/analysis'],
    ]) {
      const times = await latencies(REQUESTS, async () => {
        await getJson(backend, path, user);
      });
      found[`${what}, ${who}`] = latencyOf(times);
    }
  }
  return found;
}

/** Mulberry32 by T. Ettinger, public domain: the same numbers every time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
