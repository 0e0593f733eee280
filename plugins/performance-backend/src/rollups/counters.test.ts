import {
  resolveEntityFact,
  VerdictState,
} from '@perf-governance/plugin-performance-common';
import knexFactory, { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { stateFromColumn } from '../database/stateColumn';
import { selectChanges } from '../verdicts/selectChanges';
import { COUNT_COLUMNS, Counts } from './counts';

const NOW = '2026-11-22T12:00:00Z';
const DAY_MS = 24 * 60 * 60 * 1000;
const ENTITIES = ['checkout', 'basket', 'search'];

// Two databases and real HTTP on a busy machine.
jest.setTimeout(120_000);

/** The same choices every time: a linear congruential generator (Numerical Recipes). */
function choices(seed: number) {
  let state = seed;
  return (count: number) => {
    state = (1664525 * state + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * count);
  };
}

const latency = (limit: number) =>
  budget('latency', { fail: `<= ${limit} ms`, warn: `<= ${limit - 60} ms` });
const errors = budget('errors', {
  metric: 'http.request.failed',
  statistic: 'ratio',
  fail: '<= 1 %',
  maxAge: '10d',
});

type Rows = Record<string, Partial<Counts>>;

/** Non-zero counts by entity, environment and area. */
async function countsOf(query: Knex.QueryBuilder): Promise<Rows> {
  const rows: any[] = await query;
  return Object.fromEntries(
    rows
      .map(row => [
        `${row.entity_id} ${row.environment} ${row.area}`,
        Object.fromEntries(
          COUNT_COLUMNS.map(column => [column, Number(row[column])]).filter(
            ([, count]) => count !== 0,
          ),
        ),
      ])
      .filter(([, counts]) => Object.keys(counts).length > 0),
  );
}

const KEY = ['entity_id', 'environment', 'area'];

/** What there is, what the counters say of it, and what the changes of all days add up to. */
async function countEverything(knex: Knex) {
  const counted = COUNT_COLUMNS.map((column, state) =>
    knex.raw(
      column === 'waived'
        ? 'sum(case when waived then 1 else 0 end) as waived'
        : `sum(case when state = ${state} then 1 else 0 end) as ${column}`,
    ),
  );
  const sums = COUNT_COLUMNS.map(column =>
    knex.raw(`sum(${column}) as ${column}`),
  );
  return {
    verdicts: await countsOf(
      knex('verdicts')
        .join('rules', 'rules.id', 'verdicts.rule_id')
        .groupBy(KEY)
        .select([...KEY, ...counted]),
    ),
    counters: await countsOf(knex('entity_counts')),
    changes: await countsOf(
      knex('trend_changes')
        .groupBy(KEY)
        .select([...KEY, ...sums]),
    ),
  };
}

/** What history says of the end of each day, worked out verdict by verdict. */
async function pointsOf(
  knex: Knex,
  options: { from: number; today: number; environment: string[] },
) {
  const changes: any[] = await knex
    .from(selectChanges(knex, 'verdict_history'))
    .join('subjects', 'subjects.id', 'verdict_history.subject_id')
    .whereIn('subjects.environment', options.environment)
    .orderBy(['verdict_history.at', 'verdict_history.id'])
    .select('verdict_history.*');
  const points = [];
  for (let day = options.from; day <= options.today; day++) {
    const last = new Map<string, VerdictState>();
    for (const change of changes) {
      if (Number(change.at) < (day + 1) * DAY_MS) {
        last.set(
          `${change.rule_id} ${change.subject_id}`,
          stateFromColumn(change.state),
        );
      }
    }
    const states = [...last.values()];
    const count = (...wanted: VerdictState[]) =>
      states.filter(state => wanted.includes(state)).length;
    const total = count('pass', 'warn', 'fail', 'no-data');
    points.push({
      day: new Date(day * DAY_MS).toISOString().slice(0, 10),
      counts: {
        states: {
          pass: count('pass'),
          warn: count('warn'),
          fail: count('fail'),
          'no-data': count('no-data'),
          'not-applicable': count('not-applicable'),
        },
        waived: 0,
        total,
        within: count('pass', 'warn'),
        ...(total > 0 && { share: count('pass', 'warn') / total }),
      },
    });
  }
  return points;
}

type Happening = Exclude<keyof Happenings, 'next' | 'today' | 'anchor'>;

/** Things that happen to verdicts, in some order. */
class Happenings {
  private readonly choose: (count: number) => number;
  private runs = 0;
  private now = Date.parse(NOW);

  constructor(
    private readonly backends: TestPerformance[],
    seed: number,
    private readonly kinds: Happening[],
  ) {
    this.choose = choices(seed);
  }

  async next(): Promise<void> {
    const kind = this.kinds[this.choose(this.kinds.length)];
    await this[kind]();
  }

  /** Runs that stay valid, so that no environment is forgotten and its verdicts with it. */
  async anchor() {
    for (const entity of ENTITIES) {
      for (const environment of ['production', 'staging']) {
        await this.backend().call('POST', '/runs', {
          json: newRun({
            entity,
            environment,
            startedAt: '2026-10-10T12:00:00Z',
            failed: 0.001,
            more: { externalId: 'anchor' },
          }),
        });
      }
    }
  }

  /** A run of the last weeks, so mostly a late one. */
  async run() {
    const at = this.now - this.choose(30 * 24) * 60 * 60 * 1000;
    this.runs += 1;
    const { status } = await this.backend().call('POST', '/runs', {
      json: newRun({
        entity: ENTITIES[this.choose(ENTITIES.length)],
        environment: ['production', 'staging'][this.choose(2)],
        startedAt: new Date(at).toISOString(),
        p95: 150 + this.choose(250),
        failed: [undefined, 0.001, 0.05][this.choose(3)],
        more: { externalId: `run-${this.runs}` },
      }),
    });
    if (status !== 201) {
      throw new Error(`A run was answered with ${status}`);
    }
  }

  async invalidate() {
    const id = await this.someRun();
    await this.backend().call('PUT', `/runs/${id}/invalidation`, {
      json: { reason: 'The load generator was busy' },
    });
  }

  async reinstate() {
    await this.backend().call(
      'DELETE',
      `/runs/${await this.someRun()}/invalidation`,
    );
  }

  async deleteRun() {
    await this.backend().call('DELETE', `/runs/${await this.someRun()}`);
  }

  async editDefinition() {
    await this.backend().call('PUT', '/definitions/org%2Fbudget%2Flatency', {
      json: { content: latency(200 + this.choose(150)) },
    });
  }

  async retireDefinition() {
    await this.backend().call('DELETE', '/definitions/org%2Fbudget%2Ferrors');
  }

  async createDefinition() {
    await this.backend().call('POST', '/definitions', {
      json: { content: errors },
    });
  }

  async retireEntity() {
    const { entityStore, evaluation, clock } = this.backend().services;
    const gone = `component:default/${ENTITIES[this.choose(ENTITIES.length)]}`;
    const rest = new Set(
      ENTITIES.map(name => `component:default/${name}`).filter(
        ref => ref !== gone,
      ),
    );
    await entityStore.concludeSweep(rest, clock());
    await entityStore.concludeSweep(rest, clock());
    const entity = await entityStore.getByRef(gone);
    await evaluation.reevaluateEntities(entity ? [entity.id] : []);
  }

  async entitiesComeBack() {
    const { entityStore, evaluation } = this.backend().services;
    await entityStore.upsert(
      ENTITIES.map(name => resolveEntityFact(component(name), () => undefined)),
    );
    await evaluation.reevaluateEntities('all');
  }

  /** Somebody allows for a failure for a week, where nobody does yet. */
  async waive() {
    const { body } = await this.backend().call('GET', '/verdicts', {
      query: { state: ['fail', 'no-data'], waived: false, limit: 500 },
    });
    const verdict = body.items[this.choose(body.items.length)];
    if (!verdict) {
      return;
    }
    const { entityRef, environment, labels } = verdict.subject;
    const requested = await this.backend().call('POST', '/waivers', {
      json: {
        entityRef,
        environment,
        labels,
        ruleId: verdict.ruleId,
        reason: 'The database moves next week.',
        expiresAt: new Date(this.now + 7 * DAY_MS).toISOString(),
      },
    });
    await this.backend().call('POST', '/waivers/decisions', {
      json: { ids: [requested.body.id], decision: 'approve' },
      user: 'user:default/approver',
    });
  }

  async timePasses() {
    this.now += this.choose(5) * DAY_MS;
    for (const backend of this.backends) {
      backend.setNow(new Date(this.now).toISOString());
    }
    await this.backend().services.evaluation.reevaluateDue();
  }

  today(): number {
    return Math.floor(this.now / DAY_MS);
  }

  private backend(): TestPerformance {
    return this.backends[this.choose(this.backends.length)];
  }

  private async someRun(): Promise<string> {
    const { body } = await this.backend().call('GET', '/runs', {
      query: { limit: 500 },
    });
    const runs = body.items.filter((run: any) => run.externalId !== 'anchor');
    return runs.length === 0 ? 'none' : runs[this.choose(runs.length)].id;
  }
}

const EVERYTHING: Happening[] = [
  'run',
  'run',
  'run',
  'run',
  'invalidate',
  'reinstate',
  'deleteRun',
  'editDefinition',
  'waive',
  'waive',
  'retireDefinition',
  'createDefinition',
  'retireEntity',
  'entitiesComeBack',
  'timePasses',
];

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'counters on %s',
  databaseId => {
    const databases = createTestDatabases();
    let knex: Knex;
    let backend: TestPerformance;

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      backend = await startPerformance({
        knex,
        entities: ENTITIES.map(name => component(name)),
        now: NOW,
      });
    });
    afterAll(() => backend.stop());

    beforeEach(async () => {
      await backend.forgetEntities();
      backend.setNow(NOW);
      for (const [id, content] of [
        ['latency', latency(300)],
        ['errors', errors],
      ]) {
        await backend.call('DELETE', `/definitions/org%2Fbudget%2F${id}`);
        await backend.call('POST', '/definitions', { json: { content } });
      }
      await backend.services.catalogProjection.sweep();
    });

    it.each([1, 2, 3])(
      'tell what history tells, day by day (%s)',
      async seed => {
        const happenings = new Happenings([backend], seed, [
          'run',
          'run',
          'run',
          'invalidate',
          'reinstate',
          'editDefinition',
          'timePasses',
        ]);
        await happenings.anchor();
        for (let index = 0; index < 40; index++) {
          await happenings.next();
        }
        const { verdicts, ...counted } = await countEverything(knex);
        expect(Object.keys(verdicts).length).toBeGreaterThan(3);
        expect(counted).toEqual({ counters: verdicts, changes: verdicts });

        const environment = ['production', 'staging'];
        const { body } = await backend.call('GET', '/rollups/trend', {
          query: { days: 59, environment },
        });
        const today = happenings.today();
        expect(body.points).toEqual(
          await pointsOf(knex, { from: today - 59, today, environment }),
        );
      },
    );

    it.each([5, 8])(
      'stay in step when definitions and entities come and go (%s)',
      async seed => {
        const happenings = new Happenings([backend], seed, EVERYTHING);
        for (let index = 0; index < 40; index++) {
          await happenings.next();
          const { verdicts, ...counted } = await countEverything(knex);
          expect(counted).toEqual({ counters: verdicts, changes: verdicts });
        }
        // Whatever the order, there are never fewer than none.
        const { body } = await backend.call('GET', '/rollups/trend', {
          query: { days: 90 },
        });
        for (const { counts } of body.points) {
          expect(
            Math.min(...Object.values<number>(counts.states)),
          ).toBeGreaterThanOrEqual(0);
        }
        // It isn't for want of waivers.
        const began = await knex('trend_changes').where('waived', '>', 0);
        expect(began).not.toEqual([]);
      },
    );
  },
);

describe('counters on one PostgreSQL with two backends', () => {
  const databases = createTestDatabases();

  it.each([6, 7])('stay in step (%s)', async seed => {
    const knex = await databases.init('POSTGRES_18');
    const otherKnex = knexFactory({
      ...knex.client.config,
      pool: { min: 0, max: 10 },
    });
    const backends: TestPerformance[] = [];
    for (const client of [knex, otherKnex]) {
      backends.push(
        await startPerformance({
          knex: client,
          entities: ENTITIES.map(name => component(name)),
          now: NOW,
        }),
      );
    }
    for (const content of [latency(300), errors]) {
      await backends[0].call('POST', '/definitions', { json: { content } });
    }
    await backends[0].services.catalogProjection.sweep();

    const happenings = new Happenings(backends, seed, EVERYTHING);
    for (let index = 0; index < 8; index++) {
      await Promise.all(Array.from({ length: 6 }, () => happenings.next()));
      const { verdicts, ...counted } = await countEverything(knex);
      expect(counted).toEqual({ counters: verdicts, changes: verdicts });
    }
    await Promise.all(backends.map(backend => backend.stop()));
    await otherKnex.destroy();
  });
});
