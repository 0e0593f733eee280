import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

const NOW = '2026-11-22T12:00:00Z';

// Two databases and real HTTP on a busy machine.
jest.setTimeout(60_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'current state on %s',
  id => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;

    const upload = async (run: Parameters<typeof newRun>[0]) => {
      const { status, body } = await performance.call('POST', '/runs', {
        json: newRun(run),
      });
      expect(status).toBe(201);
      return body;
    };
    /** The current verdict on latency in production, with its history, oldest first. */
    const latency = async (query: Record<string, string> = {}) => {
      const { body } = await performance.call('GET', '/verdicts', {
        query: { environment: 'production', definition: 'latency', ...query },
      });
      if (body.items.length === 0) {
        return undefined;
      }
      const detail = await performance.call(
        'GET',
        `/verdicts/${body.items[0].id}`,
      );
      const { state, value, since, confirmed, evidence, history } = detail.body;
      return {
        state,
        value,
        since,
        confirmed,
        runId: evidence?.runId,
        history: history
          .map(
            (change: any) =>
              `${change.at.slice(5, 16)} ${change.previousState ?? ''}>${
                change.state
              }${change.confirmed ? '' : '?'}`,
          )
          .reverse(),
      };
    };
    const define = (...texts: string[]) =>
      Promise.all(
        texts.map(async content => {
          const created = await performance.call('POST', '/definitions', {
            json: { content },
          });
          expect(created.status).toBe(201);
          return created.body.id as string;
        }),
      );

    beforeAll(async () => {
      knex = await databases.init(id);
      performance = await startPerformance({
        knex,
        entities: [component('checkout'), component('other')],
        now: NOW,
      });
    });
    beforeEach(async () => {
      await performance.forgetEntities();
      await knex('definitions').delete();
      performance.setNow(NOW);
      await define(
        budget('latency', { fail: '<= 300 ms', warn: '<= 250 ms' }),
        budget('errors', {
          metric: 'http.request.failed',
          statistic: 'ratio',
          fail: '<= 1 %',
        }),
      );
    });
    afterAll(() => performance.stop());

    it('follows the newest run by start and confirms a change by the next run', async () => {
      await upload({ startedAt: '2026-11-18T10:00:00Z', p95: 200 });
      expect(await latency()).toMatchObject({
        state: 'pass',
        confirmed: false,
        since: '2026-11-18T10:00:00.000Z',
      });
      await upload({ startedAt: '2026-11-19T10:00:00Z', p95: 210 });
      expect(await latency()).toMatchObject({ state: 'pass', confirmed: true });
      await upload({ startedAt: '2026-11-20T10:00:00Z', p95: 310 });
      expect(await latency()).toMatchObject({
        state: 'fail',
        value: 310,
        confirmed: false,
        since: '2026-11-20T10:00:00.000Z',
      });
      const last = await upload({
        startedAt: '2026-11-21T10:00:00Z',
        p95: 320,
      });
      expect(await latency()).toEqual({
        state: 'fail',
        value: 320,
        confirmed: true,
        since: '2026-11-20T10:00:00.000Z',
        runId: last.run.id,
        history: ['11-18T10:00 >pass', '11-20T10:00 pass>fail'],
      });
    });

    it('confirms at once where the definition says so', async () => {
      await knex('definitions').delete();
      await define(budget('latency', { fail: '<= 300 ms', confirm: 1 }));
      await upload({ startedAt: '2026-11-18T10:00:00Z', p95: 200 });
      expect(await latency()).toMatchObject({ state: 'pass', confirmed: true });
    });

    const days = [
      { startedAt: '2026-11-15T10:00:00Z', p95: 200 },
      { startedAt: '2026-11-16T10:00:00Z', p95: 310 },
      { startedAt: '2026-11-17T10:00:00Z', p95: 210 },
      { startedAt: '2026-11-18T10:00:00Z', p95: 260 },
      { startedAt: '2026-11-19T10:00:00Z', p95: 270 },
      { startedAt: '2026-11-20T10:00:00Z', p95: 200 },
    ];
    const toldInOrder = {
      state: 'pass',
      value: 200,
      since: '2026-11-20T10:00:00.000Z',
      confirmed: false,
      history: [
        '11-15T10:00 >pass?',
        '11-16T10:00 pass>fail?',
        '11-17T10:00 fail>pass?',
        '11-18T10:00 pass>warn',
        '11-20T10:00 warn>pass?',
      ],
    };
    it.each([
      ['in order', [0, 1, 2, 3, 4, 5]],
      ['backwards', [5, 4, 3, 2, 1, 0]],
      ['with one late', [0, 2, 3, 4, 5, 1]],
      ['all mixed up', [3, 0, 5, 2, 4, 1]],
    ])('tells the same of runs that arrive %s', async (_, order) => {
      for (const index of order) {
        await upload(days[index]);
      }
      expect(await latency()).toMatchObject(toldInOrder);
    });

    it('says of a late run that it changes nothing now', async () => {
      await upload(days[2]);
      const late = await upload(days[1]);
      expect(late).toMatchObject({
        changes: [],
        note: expect.stringContaining('newer run of production'),
        verdicts: [{ state: 'fail' }, { state: 'no-data' }],
      });
    });

    it('chooses the greater id among runs that started together', async () => {
      const startedAt = '2026-11-20T10:00:00Z';
      const runs = [
        await upload({ startedAt, p95: 200 }),
        await upload({ startedAt, p95: 310 }),
        await upload({ startedAt, p95: 220 }),
      ].map(({ run }) => run.id as string);
      expect((await latency())?.runId).toBe(runs.sort()[2]);
    });

    it('keeps environments apart', async () => {
      await upload({ startedAt: days[0].startedAt, p95: 200 });
      await upload({
        startedAt: days[1].startedAt,
        p95: 400,
        environment: 'staging',
      });
      expect(await latency()).toMatchObject({ state: 'pass' });
      expect(await latency({ environment: 'staging' })).toMatchObject({
        state: 'fail',
      });
    });

    it('leaves history alone when a run of another branch comes', async () => {
      await upload(days[0]);
      const before = await latency();
      await upload({ ...days[1], branch: 'feature/x' });
      expect(await latency()).toEqual(before);
    });

    it('keeps evidence of what a newer run does not hold', async () => {
      await upload({ startedAt: days[0].startedAt, failed: 0.05 });
      await upload({ startedAt: days[1].startedAt });
      const { body } = await performance.call('GET', '/verdicts', {
        query: { definition: 'errors' },
      });
      expect(body.items).toMatchObject([
        { state: 'fail', value: 0.05, since: '2026-11-15T10:00:00.000Z' },
      ]);
    });

    describe('marking a run invalid', () => {
      it.each([
        [
          'the newest',
          5,
          [
            '11-15T10:00 >pass?',
            '11-16T10:00 pass>fail?',
            '11-17T10:00 fail>pass?',
            '11-18T10:00 pass>warn',
          ],
        ],
        [
          'one that brought a change',
          1,
          [
            '11-15T10:00 >pass',
            '11-18T10:00 pass>warn',
            '11-20T10:00 warn>pass?',
          ],
        ],
        [
          'one that confirmed a change',
          4,
          [
            '11-15T10:00 >pass?',
            '11-16T10:00 pass>fail?',
            '11-17T10:00 fail>pass?',
            '11-18T10:00 pass>warn?',
            '11-20T10:00 warn>pass?',
          ],
        ],
      ])('recomputes what %s brought, and back', async (_, index, history) => {
        const ids: string[] = [];
        for (const day of days) {
          ids.push((await upload(day)).run.id);
        }
        const before = await latency();
        const invalidated = await performance.call(
          'PUT',
          `/runs/${ids[index]}/invalidation`,
          { json: { reason: 'The load generator was starved' } },
        );
        expect(invalidated).toMatchObject({
          status: 200,
          body: {
            invalid: {
              reason: 'The load generator was starved',
              at: '2026-11-22T12:00:00.000Z',
              by: 'user:default/mock',
            },
          },
        });
        expect((await latency())?.history).toEqual(history);
        const reinstated = await performance.call(
          'DELETE',
          `/runs/${ids[index]}/invalidation`,
        );
        expect(reinstated.body.invalid).toBeUndefined();
        expect(await latency()).toEqual(before);
        expect(performance.audit).toEqual(
          expect.arrayContaining([
            { eventId: 'run-invalidate', outcome: 'success' },
            { eventId: 'run-reinstate', outcome: 'success' },
          ]),
        );
      });

      it('leaves no verdict on an environment without any valid run', async () => {
        const { run } = await upload(days[0]);
        await performance.call('PUT', `/runs/${run.id}/invalidation`, {
          json: { reason: 'wrong target' },
        });
        expect(await latency()).toBeUndefined();
        expect(await latency({ environment: '*' })).toMatchObject({
          state: 'no-data',
        });
        await performance.call('DELETE', `/runs/${run.id}/invalidation`);
        expect(await latency()).toMatchObject({ state: 'pass' });
      });
    });

    it('recomputes everything that used a deleted run', async () => {
      const ids: string[] = [];
      for (const day of days.slice(0, 3)) {
        ids.push((await upload(day)).run.id);
      }
      const { status } = await performance.call('DELETE', `/runs/${ids[1]}`);
      expect(status).toBe(204);
      expect(await latency()).toMatchObject({
        state: 'pass',
        history: ['11-15T10:00 >pass'],
      });
      await performance.call('DELETE', `/runs/${ids[2]}`);
      expect(await latency()).toMatchObject({
        runId: ids[0],
        value: 200,
        confirmed: false,
      });
      expect((await performance.call('GET', `/runs/${ids[2]}`)).status).toBe(
        404,
      );
      for (const table of ['run_series', 'run_verdicts', 'evidence']) {
        expect(
          await knex(table).whereIn('run_id', [ids[1], ids[2]]),
        ).toHaveLength(0);
      }
    });

    describe('evidence age', () => {
      beforeEach(async () => {
        await knex('definitions').delete();
        await define(budget('latency', { fail: '<= 300 ms', maxAge: '3 d' }));
      });

      it('lapses by schedule, and a new run ends it', async () => {
        await upload({ startedAt: '2026-11-20T10:00:00Z', p95: 200 });
        performance.setNow('2026-11-23T10:01:00Z');
        await performance.services.evaluation.reevaluateDue();
        expect(await latency()).toMatchObject({ state: 'pass' });

        // The run took a minute: its age counts from its end.
        performance.setNow('2026-11-23T10:01:01Z');
        await performance.services.evaluation.reevaluateDue();
        expect(await latency()).toMatchObject({
          state: 'no-data',
          since: '2026-11-23T10:01:00.000Z',
          confirmed: true,
        });

        await upload({ startedAt: '2026-11-23T10:00:30Z', p95: 310 });
        performance.setNow('2026-11-24T00:00:00Z');
        expect(await latency()).toMatchObject({
          state: 'fail',
          history: ['11-20T10:00 >pass?', '11-23T10:00 pass>fail?'],
        });
      });

      it('tells of a history that is uploaded later as it would have been', async () => {
        await upload({ startedAt: '2026-10-01T10:00:00Z', p95: 200 });
        expect(await latency()).toMatchObject({
          state: 'no-data',
          history: ['10-01T10:00 >pass?', '10-04T10:01 pass>no-data'],
        });
        await upload({ startedAt: '2026-10-03T10:00:00Z', p95: 200 });
        await upload({ startedAt: '2026-10-10T10:00:00Z', p95: 400 });
        await upload({ startedAt: '2026-11-22T10:00:00Z', p95: 400 });
        expect(await latency()).toMatchObject({
          state: 'fail',
          history: [
            '10-01T10:00 >pass',
            '10-06T10:01 pass>no-data',
            '10-10T10:00 no-data>fail?',
            '10-13T10:01 fail>no-data',
            '11-22T10:00 no-data>fail?',
          ],
        });
      });

      it('of a run that is deleted later is told without it', async () => {
        const { run } = await upload({
          startedAt: '2026-10-01T10:00:00Z',
          p95: 200,
        });
        await upload({ startedAt: '2026-10-10T10:00:00Z', p95: 400 });
        await performance.call('DELETE', `/runs/${run.id}`);
        expect(await latency()).toMatchObject({
          history: ['10-10T10:00 >fail?', '10-13T10:01 fail>no-data'],
        });
        expect(
          await knex('verdict_history').where('run_id', run.id),
        ).toHaveLength(0);
      });

      it('opens no gate with a report that was too old when it came', async () => {
        const { run, verdicts } = await upload({
          startedAt: '2026-11-01T10:00:00Z',
          p95: 200,
        });
        expect(verdicts).toMatchObject([{ state: 'pass' }]);
        const gate = await performance.call('GET', `/runs/${run.id}/gate`);
        expect(gate.body).toMatchObject({
          outcome: 'no-data',
          gate: { exitCode: 3 },
          verdicts: [{ reason: { code: 'too-old' } }],
        });
      });
    });

    it('follows a change of definitions, with the evidence there is', async () => {
      await upload(days[4]);
      const { body } = await performance.call('GET', '/definitions', {
        query: { q: 'latency' },
      });
      const path = `/definitions/${encodeURIComponent(body.items[0].id)}`;
      await performance.call('PUT', path, {
        json: { content: budget('latency', { fail: '<= 265 ms' }) },
      });
      expect(await latency()).toMatchObject({
        state: 'fail',
        value: 270,
        since: '2026-11-22T12:00:00.000Z',
        history: ['11-19T10:00 >warn?', '11-22T12:00 warn>fail?'],
      });
      await performance.call('DELETE', path);
      expect(await latency()).toBeUndefined();
    });

    it('judges the most frequent subjects and names the rest', async () => {
      await define(
        budget('endpoints', {
          statistic: 'p50',
          fail: '<= 1 s',
          per: ['endpoint'],
        }),
        budget('endpoint-tails', { fail: '<= 2 s', per: ['endpoint'] }),
      );
      const endpoints = Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`GET /${index}`, 100]),
      );
      const { run } = await upload({ startedAt: days[0].startedAt, endpoints });
      expect(run.counts.pass).toBe(1 + 50 + 49);
      const expected = [
        { ruleId: 'budget:http.request.duration:p50', count: 10 },
        // The limit over everything is one of the fifty.
        { ruleId: 'budget:http.request.duration:p95', count: 11 },
      ];
      const summary = await performance.call(
        'GET',
        '/entities/component/default/checkout',
      );
      expect(summary.body.notJudged).toMatchObject(expected);
      expect(summary.body.notJudged[0].examples).toHaveLength(10);
      const ofRun = await performance.call('GET', `/runs/${run.id}/verdicts`);
      expect(ofRun.body.notJudged).toEqual(
        expect.arrayContaining(
          expected.map(one => expect.objectContaining(one)),
        ),
      );
      const gate = await performance.call('GET', `/runs/${run.id}/gate`);
      expect(
        gate.body.gate.reasons.filter(({ code }: any) => code === 'not-judged'),
      ).toHaveLength(2);

      const stored = await knex('not_judged').orderBy('rule_key');
      const written: string[] = [];
      knex.on('query', ({ sql }) => {
        if (/^(insert|update|delete)/.test(sql)) {
          written.push(sql);
        }
      });
      await performance.services.evaluation.reevaluateEntities('all');
      knex.removeAllListeners('query');
      expect(written).toEqual([]);
      expect(await knex('not_judged').orderBy('rule_key')).toEqual(stored);

      const { body } = await performance.call('GET', '/definitions', {
        query: { q: 'endpoints' },
      });
      await performance.call(
        'DELETE',
        `/definitions/${encodeURIComponent(body.items[0].id)}`,
      );
      const after = await performance.call(
        'GET',
        '/entities/component/default/checkout',
      );
      expect(after.body.notJudged).toMatchObject([expected[1]]);
    });

    it('writes nothing for verdicts that stay as they are', async () => {
      await upload({ startedAt: days[0].startedAt, failed: 0 });
      await upload({ startedAt: days[1].startedAt, failed: 0 });
      const written = async () => ({
        errors: await knex('verdicts')
          .join('rules', 'rules.id', 'verdicts.rule_id')
          .where('metric', 'http.request.failed')
          .select('verdicts.*'),
        history: await knex('verdict_history').orderBy('id').select('*'),
        explanations: await knex('explanations').orderBy('id').select('*'),
        subjects: await knex('subjects').orderBy('id').select('*'),
      });
      const before = await written();
      const statements: string[] = [];
      knex.on('query', ({ sql }) => statements.push(sql));
      await upload({ startedAt: days[2].startedAt });
      knex.removeAllListeners('query');
      expect(await written()).toEqual(before);
      // One run, its series, its verdicts, its evidence, the one current verdict with a new value, and
      // the entity's fingerprint.
      expect(
        statements
          .map(sql =>
            /^\s*(insert into|update|delete from) ["`]?(\w+)/i.exec(sql),
          )
          .flatMap(match => match?.slice(1) ?? [])
          .filter((_, index) => index % 2 === 1),
      ).toEqual([
        'runs',
        'run_series',
        'evidence',
        'run_verdicts',
        'verdicts',
        'entity_evaluations',
      ]);
      await performance.services.evaluation.reevaluateEntities('all');
      expect(await written()).toEqual(before);
    });
  },
);
