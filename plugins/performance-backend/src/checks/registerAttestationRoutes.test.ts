import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { check } from '../scorecards/__testUtils__/definitions';
import {
  ENTITY,
  READER,
  startWithChecks,
  STRANGER,
} from './__testUtils__/startWithChecks';

// Two databases on a busy machine.
jest.setTimeout(120_000);

const STATEMENT = 'The runbook was followed in the last incident.';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'attestations on %s',
  databaseId => {
    const databases = createTestDatabases();
    let started: Awaited<ReturnType<typeof startWithChecks>>;
    const attestation = (statement: string) =>
      check('runbook', {
        title: 'Runbook in use',
        attestation: { statement, validFor: '30d' },
      });
    const attest = (json: object, user?: string) =>
      started.put(
        '/attestations/runbook',
        { statement: STATEMENT, ...json },
        user,
      );

    beforeAll(async () => {
      started = await startWithChecks({
        knex: await databases.init(databaseId),
      });
      await started.define(attestation(STATEMENT));
      await started.define(check('other', { entity: { kind: 'Component' } }));
    });

    it('are asked for', async () => {
      expect((await started.verdictOf('runbook')).slice(0, 2)).toEqual([
        'no-data',
        'not-attested',
      ]);
      const { body } = await started.performance.call(
        'GET',
        `${ENTITY}/attestations`,
      );
      expect(body).toEqual({
        items: [
          {
            check: 'runbook',
            title: 'Runbook in use',
            statement: STATEMENT,
            validForSeconds: 30 * 86400,
            rationale: 'Why runbook matters.',
            fix: 'Do runbook.',
            guide: 'guidelines/load-testing',
          },
        ],
        may: { attest: true },
      });
    });

    it.each([
      [404, { answer: 'yes' }, STRANGER, '/attestations/runbook'],
      [403, { answer: 'yes' }, READER, '/attestations/runbook'],
      [404, { answer: 'yes' }, undefined, '/attestations/unknown'],
      [400, { answer: 'yes' }, undefined, '/attestations/other'],
      [409, { answer: 'yes', statement: 'It was read.' }, undefined],
      [400, { answer: 'no' }, undefined],
      [400, { answer: 'maybe' }, undefined],
      [400, { answer: 'no', comment: 'No\0t yet' }, undefined],
      [400, { answer: 'yes', expiresAt: '2026-12-22T12:00:01Z' }, undefined],
      [400, { answer: 'yes', expiresAt: '2026-11-22T12:00:00Z' }, undefined],
    ])(
      'refuses with %i %j of %s',
      async (expected, json, user, path = '/attestations/runbook') => {
        const { status } = await started.put(
          path,
          { statement: STATEMENT, ...json },
          user,
        );
        expect(status).toBe(expected);
        expect((await started.verdictOf('runbook'))[0]).toBe('no-data');
      },
    );

    it('are audited when refused', () => {
      expect(started.performance.audit.at(-1)).toEqual({
        eventId: 'check-attest',
        outcome: 'fail',
      });
    });

    it('pass, are replaced, and are withdrawn', async () => {
      const { status, body } = await attest({ answer: 'yes' });
      expect([status, body]).toEqual([
        200,
        {
          check: 'runbook',
          statement: STATEMENT,
          answer: 'yes',
          by: 'user:default/mock',
          at: '2026-11-22T12:00:00.000Z',
          expiresAt: '2026-12-22T12:00:00.000Z',
          status: 'in-force',
        },
      ]);
      expect(started.performance.audit.at(-1)).toEqual({
        eventId: 'check-attest',
        outcome: 'success',
      });
      expect(await started.verdictOf('runbook')).toEqual(['pass']);

      await attest({ answer: 'no', comment: 'It was out of date.' });
      const [state, code, message] = await started.verdictOf('runbook');
      expect([state, code]).toEqual(['fail', 'denied']);
      expect(message).toContain('It was out of date.');

      await attest({
        answer: 'not-applicable',
        comment: 'Nobody is on call.',
      });
      expect((await started.verdictOf('runbook'))[0]).toBe('not-applicable');

      const remove = () =>
        started.performance.call('DELETE', `${ENTITY}/attestations/runbook`);
      expect((await remove()).status).toBe(204);
      expect((await started.verdictOf('runbook')).slice(0, 2)).toEqual([
        'no-data',
        'not-attested',
      ]);
      expect((await remove()).status).toBe(404);
    });

    it('are void once the statement is another', async () => {
      await attest({ answer: 'yes' });
      await started.redefine('runbook', attestation('The runbook is short.'));
      const [state, code, message] = await started.verdictOf('runbook');
      expect([state, code]).toEqual(['no-data', 'not-attested']);
      expect(message).toMatch(/statement.*changed/i);
      const { body } = await started.performance.call(
        'GET',
        `${ENTITY}/attestations`,
      );
      expect(body.items).toMatchObject([
        {
          statement: 'The runbook is short.',
          attestation: { statement: STATEMENT, status: 'statement-changed' },
        },
      ]);

      await started.redefine('runbook', attestation(STATEMENT));
      expect(await started.verdictOf('runbook')).toEqual(['pass']);
    });

    it('expire by themselves', async () => {
      await attest({ answer: 'yes', expiresAt: '2026-11-24T00:00:00Z' });
      started.performance.setNow('2026-11-23T23:59:59.000Z');
      await started.performance.services.evaluation.reevaluateDue();
      expect(await started.verdictOf('runbook')).toEqual(['pass']);
      started.performance.setNow('2026-11-24T00:00:00.000Z');
      await started.performance.services.evaluation.reevaluateDue();
      const [state, code, message] = await started.verdictOf('runbook');
      expect([state, code]).toEqual(['no-data', 'not-attested']);
      expect(message).toContain('expired');
      const { body } = await started.performance.call(
        'GET',
        `${ENTITY}/attestations`,
      );
      expect(body.items).toMatchObject([
        { attestation: { status: 'expired' } },
      ]);
    });

    afterAll(async () => started.performance.stop());
  },
);
