import { Knex } from 'knex';
import { mockCredentials } from '@backstage/backend-test-utils';
import { chunked } from '../src/database/chunked';
import { Scale } from './catalog';
import { Latency, latencies, latencyOf } from './measure';
import { BenchBackend, MEMBER } from './startBackend';

const REQUESTS = 500;
const HEAVY_REQUESTS = 100;
const DAY_MS = 24 * 60 * 60 * 1000;
const TREND_DAYS = 730;
const ROWS_PER_STATEMENT = 500;

/** Latencies by what was asked for. */
export async function measureRequests(
  backend: BenchBackend,
  { entities }: Scale,
): Promise<Record<string, Latency>> {
  const found: Record<string, Latency> = {};
  const measure = async (
    name: string,
    count: number,
    path: (index: number) => string,
    user?: string,
  ) => {
    const times = await latencies(count, async index => {
      const response = await fetch(`${backend.baseUrl}${path(index)}`, {
        headers: user
          ? { authorization: mockCredentials.user.header(user) }
          : {},
      });
      const text = await response.text();
      if (!response.ok) {
        throw new Error(`${path(index)}: ${response.status} ${text}`);
      }
    });
    found[name] = latencyOf(times);
  };
  const entity = (index: number) =>
    `component/default/service-${(index * 7919) % entities}`;
  await measure('empty authorised route', REQUESTS, () => '/empty');
  await measure(
    "one entity's full scorecard",
    REQUESTS,
    index => `/entities/${entity(index)}/scorecards`,
  );
  for (const [who, user] of [
    ['administrator', undefined],
    ['who sees a tenth', MEMBER],
  ] as const) {
    for (const [what, path] of [
      ['organisation rollup', '/rollups?by=organisation'],
      ['rollup by owner', '/rollups?by=owner'],
      ['rollup by system', '/rollups?by=system'],
      ['domains by areas', '/rollups/matrix?rows=domain'],
      ['trend of two years', `/rollups/trend?days=${TREND_DAYS}`],
      ['movers of a month', '/rollups/movers?days=30'],
      ['worst verdicts first', '/verdicts?limit=50'],
    ]) {
      await measure(`${what}, ${who}`, HEAVY_REQUESTS, () => path, user);
    }
  }
  return found;
}

/** Two years of changes: every month, one verdict of each service fails for a week. */
export async function seedTrend(knex: Knex, now: Date): Promise<void> {
  const counters: { entity_id: number; environment: string; area: string }[] =
    await knex('entity_counts').select('entity_id', 'environment', 'area');
  const byEntity = new Map(counters.map(row => [row.entity_id, row]));
  const today = Math.floor(now.getTime() / DAY_MS);
  const none = { warn: 0, no_data: 0, not_applicable: 0, waived: 0 };
  const rows: object[] = [];
  for (const { entity_id, environment, area } of byEntity.values()) {
    for (let month = 1; month <= 24; month++) {
      const day = today - month * 30 + (entity_id % 7);
      for (const [on, fail] of [
        [day, 1],
        [day + 7, -1],
      ]) {
        rows.push({
          ...none,
          entity_id,
          environment,
          area,
          day: on,
          fail,
          pass: -fail,
        });
      }
    }
  }
  for (const part of chunked(rows, 20_000)) {
    await knex.batchInsert('trend_changes', part, ROWS_PER_STATEMENT);
  }
  await knex.raw('analyze');
}
