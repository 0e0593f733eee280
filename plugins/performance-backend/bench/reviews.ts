import {
  questionsOf,
  reviewSurroundings,
  ReviewTemplateDefinition,
} from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { readFile } from 'node:fs/promises';
import { chunked } from '../src/database/chunked';
import { readDefinitions } from '../src/definitions/readDefinitions';
import { WrittenDefinition } from '../src/definitions/DefinitionStore';
import { snapshotOf } from '../src/reviews/ReviewTemplates';
import { saveTemplateSnapshot } from '../src/reviews/saveTemplateSnapshot';
import { surroundingsFor } from '../src/reviews/surroundingsFor';
import { PerformanceServices } from '../src/service/createServices';
import { benchDefinitions, benchEntities } from './catalog';
import { BenchDatabase } from './databases';
import { Figures, figuresOf, Latency, secondsOf } from './measure';
import { measureLatencies } from './measureLatencies';
import { startBackend } from './startBackend';

const ENTITIES_PER_REVIEW = 5;
const REQUESTS = 100;
const ROUNDS = 3;
const ROWS_PER_STATEMENT = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
const TEMPLATE = 'reviewTemplates/service-architecture.yaml';

export interface ReviewFigures {
  reviews: number;
  /** Published, all of them. */
  answers: number;
  /** Seconds of comparing the surroundings of all answers with what they are now, where nothing has changed. */
  unchanged: Figures;
  /** The same after a limit changed that each review has answers about. */
  allStale: number;
  /** And after it was changed back. */
  noneStale: number;
  requests: Record<string, Latency>;
}

/** Published reviews by the built-in template of services, one for five entities. */
export async function measureReviews(
  database: BenchDatabase,
  count: number,
  now: Date,
): Promise<ReviewFigures> {
  const knex = database.connect();
  const backend = await startBackend(knex, now);
  const { services } = backend;
  const template = await readTemplate();
  const answers = await seedReviews(services, template, count, now);
  const refresh = () => services.reviewStaleness.refresh('all');

  const unchanged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    unchanged.push(await secondsOf(refresh));
    await assertStale(knex, 0);
  }
  const [budget] = budgetsOf(benchDefinitions());
  await changeLimit(services, budget, '<= 1 s');
  const allStale = await secondsOf(refresh);
  const about = questionsOf(template.spec).filter(({ dependsOn }) =>
    dependsOn.includes('budgets'),
  );
  await assertStale(knex, about.length * count);
  const requests = await measureLatencies(backend, REQUESTS, {
    'reviews, changed last': () => '/reviews?limit=25',
    'published, with stale answers': () => '/reviews?stale=true',
    'search for reviews': () => '/reviews?q=service-77',
    // One that both may see.
    'one review': index => `/reviews/${9 + 10 * (index % (count / 10))}`,
  });
  await changeLimit(services, budget);
  const noneStale = await secondsOf(refresh);
  await assertStale(knex, 0);
  await backend.stop();
  await knex.destroy();
  return {
    reviews: count,
    answers,
    unchanged: figuresOf(unchanged),
    allStale,
    noneStale,
    requests,
  };
}

/** @returns how many answers there are. */
export async function seedReviews(
  services: PerformanceServices,
  template: ReviewTemplateDefinition,
  count: number,
  now: Date,
): Promise<number> {
  const { knex, entityStore, definitionStore } = services;
  const facts = benchEntities({
    entities: count * ENTITIES_PER_REVIEW,
    teams: 10,
  });
  await entityStore.upsert(facts);
  await entityStore.markAnnounced(await entityStore.listUnannounced());
  const definitions = benchDefinitions().map(readOne);
  for (const written of definitions) {
    await definitionStore.write(written, {
      mode: 'create',
      author: 'bench',
    });
  }
  const templateId = await knex.transaction(tx =>
    saveTemplateSnapshot(snapshotOf(template), tx),
  );
  const rows: { id: number; entity_ref: string }[] = await knex(
    'entities',
  ).select('id', 'entity_ref');
  const ids = new Map(rows.map(row => [row.entity_ref, row.id]));
  const questions = questionsOf(template.spec);
  const indexes = Array.from({ length: count }, (_, index) => index);
  for (const part of chunked(indexes, ROWS_PER_STATEMENT)) {
    await knex('reviews').insert(
      part.map(index => ({
        id: index + 1,
        entity_id: ids.get(facts[entityOf(index)].entityRef),
        template_id: templateId,
        title: `Review ${index}`,
        status: 'published',
        version: 3,
        created_by: 'user:default/bench',
        created_at: now.getTime() - (index % 300) * DAY_MS,
        changed_by: 'user:default/bench',
        changed_at: now.getTime() - (index % 200) * DAY_MS,
        published_by: 'user:default/bench',
        published_at: now.getTime() - (index % 200) * DAY_MS,
        next_review_at: now.getTime() + ((index % 400) - 100) * DAY_MS,
      })),
    );
    const answers = part.flatMap(index => {
      const present = reviewSurroundings(
        facts[entityOf(index)],
        definitions.map(({ definition }) => definition),
      );
      return questions.map(({ name }) => ({
        review_id: index + 1,
        question: name,
        version: 1,
        answer: JSON.stringify({ text: 'As the guideline has it.' }),
        answered_by: 'user:default/bench',
        answered_at: now.getTime() - (index % 200) * DAY_MS,
        surroundings: JSON.stringify(
          surroundingsFor(template.spec, name, present),
        ),
      }));
    });
    await knex.batchInsert('review_answers', answers, ROWS_PER_STATEMENT);
  }
  await knex.raw('analyze');
  return count * questions.length;
}

/** Of all teams alike. */
function entityOf(review: number): number {
  return review * ENTITIES_PER_REVIEW + (review % ENTITIES_PER_REVIEW);
}

export async function readTemplate(): Promise<ReviewTemplateDefinition> {
  const content = await readFile(require.resolve(`../${TEMPLATE}`), 'utf8');
  const { definition } = readOne(content);
  if (definition.kind !== 'ReviewTemplate') {
    throw new Error(`${TEMPLATE} is no template`);
  }
  return definition;
}

function readOne(content: string): WrittenDefinition {
  const { definitions, problems } = readDefinitions(content, {
    file: 'bench.yaml',
    layer: { kind: 'org' },
    source: { type: 'api', location: 'api:bench' },
  });
  if (definitions.length !== 1) {
    throw new Error(JSON.stringify(problems));
  }
  return definitions[0];
}

function budgetsOf(contents: string[]) {
  return contents.filter(content => JSON.parse(content).kind === 'Budget');
}

async function changeLimit(
  { definitionStore }: PerformanceServices,
  content: string,
  fail?: string,
) {
  const budget = JSON.parse(content);
  if (fail) {
    budget.spec.limits.fail = fail;
  }
  await definitionStore.write(readOne(JSON.stringify(budget)), {
    mode: 'update',
    author: 'bench',
  });
}

/** @throws Error where other than so many answers are stale. */
async function assertStale(knex: Knex, expected: number) {
  const [{ count }] = await knex('review_stale_answers').count({ count: '*' });
  if (Number(count) !== expected) {
    throw new Error(`${count} answers are stale instead of ${expected}`);
  }
}
