import { JsonObject } from '@backstage/types';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { check } from '../scorecards/__testUtils__/definitions';
import { CheckTypes } from './CheckTypes';
import {
  ENTITY,
  READER,
  startWithChecks,
  STRANGER,
} from './__testUtils__/startWithChecks';

// Two databases on a busy machine.
jest.setTimeout(120_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'checks of modules on %s',
  databaseId => {
    const databases = createTestDatabases();
    let started: Awaited<ReturnType<typeof startWithChecks>>;
    const checkTypes = new CheckTypes();
    let say: (options: JsonObject) => Promise<Map<string, any>>;
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
    const judge = () =>
      started.performance.call('POST', `${ENTITY}/check-evaluations`);
    const oracle = (options: JsonObject) =>
      check('oracle', { extension: { id: 'oracle', options } });

    beforeAll(async () => {
      started = await startWithChecks({
        knex: await databases.init(databaseId),
        checkTypes,
      });
      say = async () => new Map();
      await started.define(oracle({ mood: 'good' }));
      await started.define(
        check('missing', { extension: { id: 'nobody-knows' } }),
      );
    });

    it('is no data before anybody was asked', async () => {
      expect((await started.verdictOf('oracle')).slice(0, 2)).toEqual([
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
              { state: 'fail', message: 'The stars\0 are wrong.' },
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
      const [state, , message] = await started.verdictOf('oracle');
      expect(message === undefined ? [state] : [state, message]).toEqual(
        expected,
      );
      expect(body.items).toContainEqual(
        expect.objectContaining({ check: 'oracle', state: expected[0] }),
      );
    });

    it('is no data where no module knows the type, or the options are wrong', async () => {
      const [state, code, message] = await started.verdictOf('missing');
      expect([state, code]).toEqual(['no-data', 'not-installed']);
      expect(message).toContain("'nobody-knows'");

      await started.redefine('oracle', oracle({ unknown: true }));
      await judge();
      expect((await started.verdictOf('oracle'))[2]).toContain(
        'unknown is not an option',
      );
      await started.redefine('oracle', oracle({ mood: 'good' }));
    });

    it('is asked for by schedule: when new, changed, or an hour old', async () => {
      const asked: unknown[] = [];
      say = async options => {
        asked.push(options.mood);
        return new Map([['component:default/checkout', { state: 'pass' }]]);
      };
      const { extensionChecks } = started.performance.services;
      await extensionChecks.evaluateDue();
      expect(asked).toEqual(['good']);
      expect(await started.verdictOf('oracle')).toEqual(['pass']);
      await extensionChecks.evaluateDue();
      expect(asked).toEqual(['good']);

      await started.redefine('oracle', oracle({ mood: 'bad' }));
      await extensionChecks.evaluateDue();
      expect(asked).toEqual(['good', 'bad']);

      started.performance.setNow('2026-11-22T12:59:59.000Z');
      await extensionChecks.evaluateDue();
      expect(asked).toEqual(['good', 'bad']);
      started.performance.setNow('2026-11-22T13:00:00.000Z');
      await extensionChecks.evaluateDue();
      expect(asked).toEqual(['good', 'bad', 'bad']);
    });

    it('is stored for everybody else where one entity fails', async () => {
      const { evaluation, extensionChecks } = started.performance.services;
      const readDefinitions = evaluation.readDefinitions.bind(evaluation);
      const spy = jest
        .spyOn(evaluation, 'readDefinitions')
        .mockImplementation(async entity => {
          if (entity.name === 'basket') {
            throw new Error('The disk is full');
          }
          return readDefinitions(entity);
        });
      say = async () =>
        new Map(
          ['basket', 'checkout'].map(name => [
            `component:default/${name}`,
            { state: 'warn', message: 'The moon is full.' },
          ]),
        );
      started.performance.setNow('2026-11-23T12:00:00.000Z');
      await expect(extensionChecks.evaluateDue()).rejects.toThrow(
        'The disk is full',
      );
      spy.mockRestore();
      expect(await started.verdictOf('oracle')).toEqual([
        'warn',
        'reported',
        'The moon is full.',
      ]);
    });

    it.each([
      [404, STRANGER],
      [403, READER],
    ])('answers %i when %s asks for it', async (expected, user) => {
      const { status } = await started.performance.call(
        'POST',
        `${ENTITY}/check-evaluations`,
        { user },
      );
      expect(status).toBe(expected);
    });

    afterAll(async () => started.performance.stop());
  },
);
