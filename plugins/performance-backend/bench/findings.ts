import { RISK_LEVELS } from '@perf-governance/plugin-performance-common';
import { Knex } from 'knex';
import { chunked } from '../src/database/chunked';
import {
  effortColumn,
  gradeColumn,
  riskColumn,
} from '../src/findings/findingRow';
import { wordsColumn } from '../src/findings/findingSearch';
import { findingWords } from '../src/findings/findingWords';
import { PerformanceServices } from '../src/service/createServices';
import { benchEntities } from './catalog';
import { BenchDatabase } from './databases';
import {
  benchFinding,
  benchFindingCounts,
  dayOf,
  RARE_WORD,
} from './findingCatalog';
import { Latency } from './measure';
import { getJson, measureLatencies } from './measureLatencies';
import { BenchBackend, startBackend } from './startBackend';

const DAY_MS = 24 * 60 * 60 * 1000;
const FINDINGS_PER_ENTITY = 5;
const REQUESTS = 100;
const ROWS_PER_STATEMENT = 200;

export interface FindingFigures {
  findings: number;
  requests: Record<string, Latency>;
}

/** Requests for findings where there are five of each entity. */
export async function measureFindings(
  database: BenchDatabase,
  count: number,
  now: Date,
): Promise<FindingFigures> {
  const knex = database.connect();
  const backend = await startBackend(knex, now);
  await seedFindings(knex, backend.services, count, now);
  await checkFindings(backend, count);
  const requests = await measureRequests(backend, count);
  await backend.stop();
  await knex.destroy();
  return { findings: count, requests };
}

/** Entities as ever, their findings in bulk. */
export async function seedFindings(
  knex: Knex,
  { entityStore }: PerformanceServices,
  count: number,
  now: Date,
): Promise<void> {
  const facts = benchEntities({
    entities: count / FINDINGS_PER_ENTITY,
    teams: 10,
  });
  await entityStore.upsert(facts);
  await entityStore.markAnnounced(await entityStore.listUnannounced());
  const known: { id: number; entity_ref: string }[] = await knex(
    'entities',
  ).select('id', 'entity_ref');
  const ids = new Map(known.map(row => [row.entity_ref, row.id]));
  const entityIds = facts.map(({ entityRef }) => ids.get(entityRef));
  const indexes = Array.from({ length: count }, (_, index) => index);
  for (const part of chunked(indexes, ROWS_PER_STATEMENT)) {
    const rows = part.map(index => rowOf(index, entityIds, now));
    await knex('findings').insert(rows);
    await knex('finding_entities').insert(
      rows.map(row => ({
        finding_id: row.id,
        entity_id: row.entity_id,
        position: 0,
      })),
    );
    await knex('finding_search').insert(
      rows.map(({ id, title, description }) => ({
        finding_id: id,
        words: wordsColumn(knex, findingWords(title, description)),
      })),
    );
  }
  await knex.raw(
    knex.client.config.client === 'pg' ? 'vacuum analyze' : 'analyze',
  );
}

function rowOf(index: number, entityIds: (number | undefined)[], now: Date) {
  const finding = benchFinding(index);
  const createdAt = now.getTime() - finding.age * DAY_MS;
  return {
    id: index + 1,
    entity_id: entityIds[index % entityIds.length],
    title: finding.title,
    description: finding.description,
    recommendation: finding.recommendation,
    category: finding.category,
    severity: gradeColumn(finding.severity),
    likelihood: gradeColumn(finding.likelihood),
    risk: riskColumn(finding.risk),
    effort: finding.effort ? effortColumn(finding.effort) : null,
    owner_ref: finding.owner ?? null,
    due_date: finding.due === undefined ? null : dayOf(now, finding.due),
    status: finding.status,
    status_at: createdAt,
    version: 1,
    created_by: 'user:default/bench',
    created_at: createdAt,
    changed_by: 'user:default/bench',
    changed_at: createdAt,
  };
}

/** @throws Error where an answer isn't what plain arithmetic says. */
async function checkFindings(backend: BenchBackend, count: number) {
  const expected = benchFindingCounts(count);
  const { facets, totalItems } = await getJson(backend, '/findings');
  const summary = await getJson(backend, '/finding-summary');
  const rare = await getJson(backend, `/findings?q=${RARE_WORD.word}`);
  const countsOf = (values: { value: string; count: number }[]) =>
    Object.fromEntries(values.map(one => [one.value, one.count]));
  const found = {
    total: totalItems,
    statuses: countsOf(facets.statuses),
    open: summary.open,
    overdue: summary.overdue,
    risks: RISK_LEVELS.map(risk =>
      summary.matrix
        .filter((cell: { risk: string }) => cell.risk === risk)
        .reduce((sum: number, cell: { count: number }) => sum + cell.count, 0),
    ),
    rare: rare.totalItems,
  };
  assertSame(found, { total: count, ...expected });
}

function assertSame(found: object, expected: object) {
  const text = (value: object) =>
    JSON.stringify(value, (_, part) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort())
        : part,
    );
  if (text(found) !== text(expected)) {
    throw new Error(`${text(found)} is not ${text(expected)}`);
  }
}

function measureRequests(backend: BenchBackend, count: number) {
  return measureLatencies(backend, REQUESTS, {
    'open, riskiest first': () => '/findings?open=true',
    'all, changed last first': () => '/findings?sort=changedAt',
    'page 41 of the plan': () => '/findings?open=true&sort=plan&offset=1000',
    'critical ones of a team': () =>
      '/findings?open=true&risk=critical&owner=group:default/team-3',
    summary: () => '/finding-summary',
    'search, a rare word': () => `/findings?q=${RARE_WORD.word}`,
    'search, a word in all of them': () => '/findings?q=averages',
    'search, two words': () => '/findings?q=basket quer',
    'search, an entity': () => '/findings?q=service-77',
    'search, a number': () => '/findings?q=F-4711',
    "one entity's": index =>
      `/findings?entityRef=component:default/service-${
        (index * 7919) % (count / FINDINGS_PER_ENTITY)
      }`,
    // One that both may see.
    'one finding': index => `/findings/${4 + 10 * (index % (count / 10))}`,
  });
}
