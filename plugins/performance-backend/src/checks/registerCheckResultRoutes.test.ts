import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { check } from '../scorecards/__testUtils__/definitions';
import {
  READER,
  startWithChecks,
  STRANGER,
} from './__testUtils__/startWithChecks';

// Two databases on a busy machine.
jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'results of checks that are pushed on %s',
  databaseId => {
    const databases = createTestDatabases();
    let started: Awaited<ReturnType<typeof startWithChecks>>;
    const push = (json: object, user?: string, name = 'scan') =>
      started.put(`/check-results/${name}`, json, user);

    beforeAll(async () => {
      started = await startWithChecks({
        knex: await databases.init(databaseId),
      });
      started.performance.setNow('2026-11-24T12:00:00.000Z');
      await started.define(
        check('runbook', {
          attestation: { statement: 'There is one.', validFor: '30d' },
        }),
      );
      await started.define(check('scan', { external: { maxAge: '7d' } }));
    });

    it.each([
      [404, { state: 'pass' }, STRANGER, 'scan'],
      [403, { state: 'pass' }, READER, 'scan'],
      [404, { state: 'pass' }, undefined, 'unknown'],
      [400, { state: 'pass' }, undefined, 'runbook'],
      [400, { state: 'good' }, undefined, 'scan'],
      [400, { state: 'fail', message: 'a\0b' }, undefined, 'scan'],
      [400, { state: 'pass', url: 'no address' }, undefined, 'scan'],
      [400, { state: 'pass', url: 'data:text/html,hello' }, undefined, 'scan'],
      [400, { state: 'pass', at: '2026-11-24T12:01:01Z' }, undefined, 'scan'],
    ])(
      'are refused with %i: %j of %s for %s',
      async (expected, json, user, name) => {
        expect((await push(json, user, name)).status).toBe(expected);
        expect((await started.verdictOf('scan')).slice(0, 2)).toEqual([
          'no-data',
          'no-result',
        ]);
      },
    );

    it('count once, the newest of them', async () => {
      const failure = {
        state: 'fail',
        message: '3 slow queries',
        url: 'https://scan.example/7',
        at: '2026-11-24T11:00:00Z',
      };
      const first = await push(failure);
      expect(first.status).toBe(200);
      expect(first.body).toEqual({
        accepted: true,
        result: {
          check: 'scan',
          ...failure,
          at: '2026-11-24T11:00:00.000Z',
          by: 'user:default/mock',
        },
      });
      expect((await push(failure)).body).toEqual(first.body);
      const [state, , message] = await started.verdictOf('scan');
      expect([state, message]).toEqual(['fail', '3 slow queries']);

      await push({
        ...failure,
        message: '5 slow queries',
        at: '2026-11-24T11:30:00Z',
      });
      expect((await started.verdictOf('scan'))[2]).toBe('5 slow queries');

      const older = await push({ state: 'pass', at: '2026-11-24T10:00:00Z' });
      expect(older.body).toMatchObject({
        accepted: false,
        result: { state: 'fail' },
      });
      expect((await started.verdictOf('scan'))[0]).toBe('fail');

      const newer = await push({ state: 'pass' });
      expect(newer.body).toMatchObject({
        accepted: true,
        result: { at: '2026-11-24T12:00:00.000Z' },
      });
      expect(await started.verdictOf('scan')).toEqual(['pass']);
      expect(started.performance.audit.at(-1)).toEqual({
        eventId: 'check-result-put',
        outcome: 'success',
      });
    });

    it('become too old by themselves', async () => {
      started.performance.setNow('2026-12-01T12:00:01.000Z');
      await started.performance.services.evaluation.reevaluateDue();
      expect((await started.verdictOf('scan')).slice(0, 2)).toEqual([
        'no-data',
        'too-old',
      ]);
    });

    afterAll(async () => started.performance.stop());
  },
);
