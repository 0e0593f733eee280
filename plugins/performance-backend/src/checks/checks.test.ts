import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { component } from '../__testUtils__/fixtures';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { check } from '../scorecards/__testUtils__/definitions';
import { CheckTypes } from './CheckTypes';

// Two databases on a busy machine.
jest.setTimeout(120_000);

const STRANGER = 'user:default/stranger';
const READER = 'user:default/reader';
const STATEMENT = 'The runbook was followed in the last incident.';
const ENTITY = '/entities/component/default/checkout';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'what checks look at on %s',
  databaseId => {
    const databases = createTestDatabases();
    let performance: TestPerformance;
    const checkTypes = new CheckTypes();
    let say: (options: JsonObject) => Promise<Map<string, any>>;

    const define = async (content: string) => {
      const { status, body } = await performance.call('POST', '/definitions', {
        json: { content },
      });
      expect([status, body.error]).toEqual([201, undefined]);
    };
    const redefine = async (name: string, content: string) => {
      const id = encodeURIComponent(`org/check/${name}`);
      const { status } = await performance.call('PUT', `/definitions/${id}`, {
        json: { content },
      });
      expect(status).toBe(200);
    };
    const verdictOf = async (name: string) => {
      const { body } = await performance.call('GET', '/verdicts', {
        query: {
          rule: `check:${name}`,
          entityRef: 'component:default/checkout',
        },
      });
      expect(body.items).toHaveLength(1);
      const [{ state, reason }] = body.items;
      return reason ? [state, reason.code, reason.message] : [state];
    };
    const put = (path: string, json: object, user?: string) =>
      performance.call('PUT', `${ENTITY}${path}`, { json, user });

    beforeAll(async () => {
      checkTypes.addCheckType({
        id: 'oracle',
        timeout: { milliseconds: 20 },
        optionsSchema: {
          parse: (options: unknown) => {
            if ((options as JsonObject).unknown) {
              throw new Error('unknown is not an option');
            }
            return options as JsonObject;
          },
        },
        evaluate: async (_entities, options) => say(options),
      });
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        now: '2026-11-22T12:00:00.000Z',
        entities: [component('checkout'), component('basket')],
        checkTypes,
        policy: {
          [STRANGER]: {
            'performance.read': { result: AuthorizeResult.DENY },
            'performance.upload': { result: AuthorizeResult.DENY },
          },
          [READER]: {
            'performance.contribute': { result: AuthorizeResult.DENY },
            'performance.upload': { result: AuthorizeResult.DENY },
          },
        },
      });
      await performance.services.catalogProjection.sweep();
    });

    afterAll(async () => performance.stop());

    describe('attestations', () => {
      const attestation = (statement: string) =>
        check('runbook', {
          title: 'Runbook in use',
          attestation: { statement, validFor: '30d' },
        });
      const attest = (json: object, user?: string) =>
        put('/attestations/runbook', { statement: STATEMENT, ...json }, user);

      beforeAll(async () => {
        await define(attestation(STATEMENT));
        await define(check('other', { entity: { kind: 'Component' } }));
      });

      it('are asked for', async () => {
        expect((await verdictOf('runbook')).slice(0, 2)).toEqual([
          'no-data',
          'not-attested',
        ]);
        const { body } = await performance.call(
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
        [400, { answer: 'yes', expiresAt: '2026-12-22T12:00:01Z' }, undefined],
        [400, { answer: 'yes', expiresAt: '2026-11-22T12:00:00Z' }, undefined],
      ])(
        'refuses with %i %j of %s',
        async (expected, json, user, path = '/attestations/runbook') => {
          const { status } = await put(
            path,
            { statement: STATEMENT, ...json },
            user,
          );
          expect(status).toBe(expected);
          expect((await verdictOf('runbook'))[0]).toBe('no-data');
          if (
            status !== 400 ||
            !('answer' in json && json.answer === 'maybe')
          ) {
            expect(performance.audit.at(-1)).toEqual({
              eventId: 'check-attest',
              outcome: 'fail',
            });
          }
        },
      );

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
        expect(performance.audit.at(-1)).toEqual({
          eventId: 'check-attest',
          outcome: 'success',
        });
        expect(await verdictOf('runbook')).toEqual(['pass']);

        await attest({ answer: 'no', comment: 'It was out of date.' });
        const [state, code, message] = await verdictOf('runbook');
        expect([state, code]).toEqual(['fail', 'denied']);
        expect(message).toContain('It was out of date.');

        await attest({
          answer: 'not-applicable',
          comment: 'Nobody is on call.',
        });
        expect((await verdictOf('runbook'))[0]).toBe('not-applicable');

        const remove = () =>
          performance.call('DELETE', `${ENTITY}/attestations/runbook`);
        expect((await remove()).status).toBe(204);
        expect((await verdictOf('runbook')).slice(0, 2)).toEqual([
          'no-data',
          'not-attested',
        ]);
        expect((await remove()).status).toBe(404);
      });

      it('are void once the statement is another', async () => {
        await attest({ answer: 'yes' });
        await redefine('runbook', attestation('The runbook is short.'));
        const [state, code, message] = await verdictOf('runbook');
        expect([state, code]).toEqual(['no-data', 'not-attested']);
        expect(message).toMatch(/statement.*changed/i);
        const { body } = await performance.call(
          'GET',
          `${ENTITY}/attestations`,
        );
        expect(body.items).toMatchObject([
          {
            statement: 'The runbook is short.',
            attestation: { statement: STATEMENT, status: 'statement-changed' },
          },
        ]);

        await redefine('runbook', attestation(STATEMENT));
        expect(await verdictOf('runbook')).toEqual(['pass']);
      });

      it('expire by themselves', async () => {
        await attest({ answer: 'yes', expiresAt: '2026-11-24T00:00:00Z' });
        performance.setNow('2026-11-23T23:59:59.000Z');
        await performance.services.evaluation.reevaluateDue();
        expect(await verdictOf('runbook')).toEqual(['pass']);
        performance.setNow('2026-11-24T00:00:00.000Z');
        await performance.services.evaluation.reevaluateDue();
        const [state, code, message] = await verdictOf('runbook');
        expect([state, code]).toEqual(['no-data', 'not-attested']);
        expect(message).toContain('expired');
        const { body } = await performance.call(
          'GET',
          `${ENTITY}/attestations`,
        );
        expect(body.items).toMatchObject([
          { attestation: { status: 'expired' } },
        ]);
      });
    });

    describe('results that are pushed', () => {
      const push = (json: object, user?: string, name = 'scan') =>
        put(`/check-results/${name}`, json, user);

      beforeAll(async () => {
        performance.setNow('2026-11-24T12:00:00.000Z');
        await define(check('scan', { external: { maxAge: '7d' } }));
      });

      it.each([
        [404, { state: 'pass' }, STRANGER, 'scan'],
        [403, { state: 'pass' }, READER, 'scan'],
        [404, { state: 'pass' }, undefined, 'unknown'],
        [400, { state: 'pass' }, undefined, 'runbook'],
        [400, { state: 'good' }, undefined, 'scan'],
        [400, { state: 'pass', url: 'no address' }, undefined, 'scan'],
        [400, { state: 'pass', at: '2026-11-24T12:01:01Z' }, undefined, 'scan'],
      ])(
        'are refused with %i: %j of %s for %s',
        async (expected, json, user, name) => {
          expect((await push(json, user, name)).status).toBe(expected);
          expect((await verdictOf('scan')).slice(0, 2)).toEqual([
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
        const [state, , message] = await verdictOf('scan');
        expect([state, message]).toEqual(['fail', '3 slow queries']);

        const older = await push({ state: 'pass', at: '2026-11-24T10:00:00Z' });
        expect(older.body).toMatchObject({
          accepted: false,
          result: { state: 'fail' },
        });
        expect((await verdictOf('scan'))[0]).toBe('fail');

        const newer = await push({ state: 'pass' });
        expect(newer.body).toMatchObject({
          accepted: true,
          result: { at: '2026-11-24T12:00:00.000Z' },
        });
        expect(await verdictOf('scan')).toEqual(['pass']);
        expect(performance.audit.at(-1)).toEqual({
          eventId: 'check-result-put',
          outcome: 'success',
        });
      });

      it('become too old by themselves', async () => {
        performance.setNow('2026-12-01T12:00:01.000Z');
        await performance.services.evaluation.reevaluateDue();
        expect((await verdictOf('scan')).slice(0, 2)).toEqual([
          'no-data',
          'too-old',
        ]);
      });
    });

    describe('what modules find', () => {
      const judge = () =>
        performance.call('POST', `${ENTITY}/check-evaluations`);
      const oracle = (options: JsonObject) =>
        check('oracle', { extension: { id: 'oracle', options } });

      beforeAll(async () => {
        say = async () => new Map();
        await define(oracle({ mood: 'good' }));
        await define(check('missing', { extension: { id: 'nobody-knows' } }));
      });

      it('is no data before anybody was asked', async () => {
        expect((await verdictOf('oracle')).slice(0, 2)).toEqual([
          'no-data',
          'no-result',
        ]);
      });

      it.each<[string, () => Promise<Map<string, any>>, unknown[]]>([
        [
          'passes',
          async () =>
            new Map([['component:default/checkout', { state: 'pass' }]]),
          ['pass'],
        ],
        [
          'fails with a message',
          async () =>
            new Map([
              [
                'component:default/checkout',
                { state: 'fail', message: 'The stars are wrong.' },
              ],
            ]),
          ['fail', 'The stars are wrong.'],
        ],
        [
          'says nothing of the entity',
          async () => new Map(),
          ['no-data', 'The check said nothing of this entity'],
        ],
        [
          'gives a state that there is not',
          async () =>
            new Map([['component:default/checkout', { state: 'great' }]]),
          ['no-data', "The check gave the state 'great', which there is not"],
        ],
        [
          'throws',
          async () => {
            throw new Error('The moon is down');
          },
          ['no-data', 'The check failed: Error: The moon is down'],
        ],
        [
          'is never done',
          () => new Promise(() => {}),
          ['no-data', 'The check failed: Error: not done within 0.02 s'],
        ],
      ])('is asked for, and %s', async (_, answer, expected) => {
        say = answer;
        const { status, body } = await judge();
        expect(status).toBe(200);
        const [state, , message] = await verdictOf('oracle');
        expect(message === undefined ? [state] : [state, message]).toEqual(
          expected,
        );
        expect(body.items).toContainEqual(
          expect.objectContaining({ check: 'oracle', state: expected[0] }),
        );
      });

      it('is no data where no module knows the type, or the options are wrong', async () => {
        const [state, code, message] = await verdictOf('missing');
        expect([state, code]).toEqual(['no-data', 'not-installed']);
        expect(message).toContain("'nobody-knows'");

        await redefine('oracle', oracle({ unknown: true }));
        await judge();
        expect((await verdictOf('oracle'))[2]).toContain(
          'unknown is not an option',
        );
        await redefine('oracle', oracle({ mood: 'good' }));
      });

      it('is asked for by schedule: when new, changed, or an hour old', async () => {
        const asked: unknown[] = [];
        say = async options => {
          asked.push(options.mood);
          return new Map([['component:default/checkout', { state: 'pass' }]]);
        };
        const { extensionChecks } = performance.services;
        await extensionChecks.evaluateDue();
        expect(asked).toEqual(['good']);
        expect(await verdictOf('oracle')).toEqual(['pass']);
        await extensionChecks.evaluateDue();
        expect(asked).toEqual(['good']);

        await redefine('oracle', oracle({ mood: 'bad' }));
        await extensionChecks.evaluateDue();
        expect(asked).toEqual(['good', 'bad']);

        performance.setNow('2026-12-01T13:00:00.000Z');
        await extensionChecks.evaluateDue();
        expect(asked).toEqual(['good', 'bad']);
        performance.setNow('2026-12-01T13:00:01.000Z');
        await extensionChecks.evaluateDue();
        expect(asked).toEqual(['good', 'bad', 'bad']);
      });

      it.each([
        [404, STRANGER],
        [403, READER],
      ])('answers %i when %s asks for it', async (expected, user) => {
        const { status } = await performance.call(
          'POST',
          `${ENTITY}/check-evaluations`,
          { user },
        );
        expect(status).toBe(expected);
      });
    });
  },
);
