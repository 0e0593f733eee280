import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';
import { Reevaluations } from './Reevaluations';

// Two databases on a busy machine.
jest.setTimeout(60_000);

const ENTITIES = 230;
const NOW = '2026-11-22T12:00:00Z';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'Reevaluations on %s',
  id => {
    const databases = createTestDatabases();
    let knex: Knex;
    let performance: TestPerformance;

    const judged = async () =>
      (await knex('verdicts').distinct('entity_id').orderBy('entity_id')).map(
        ({ entity_id }) => entity_id,
      );
    const progress = async () =>
      (await performance.call('GET', '/operations/reevaluations')).body;
    const create = (
      evaluation: ConstructorParameters<typeof Reevaluations>[0]['evaluation'],
    ) =>
      new Reevaluations({
        knex,
        evaluation,
        clock: performance.services.clock,
        logger: mockServices.logger.mock(),
      });

    beforeEach(async () => {
      knex = await databases.init(id);
      performance = await startPerformance({
        knex,
        now: NOW,
        entities: Array.from({ length: ENTITIES }, (_, index) =>
          component(`service-${index}`),
        ),
      });
      await performance.services.catalogProjection.sweep();
      await performance.services.reevaluations.whenIdle();
      await performance.call('POST', '/definitions', {
        json: { content: budget('latency', { fail: '<= 300 ms' }) },
      });
    });
    afterEach(async () => {
      await performance.services.reevaluations.stop();
      await performance.stop();
    });

    it('evaluates many in the background after a change of definitions', async () => {
      await performance.services.reevaluations.whenIdle();
      expect(await judged()).toHaveLength(ENTITIES);
      expect(await progress()).toEqual({ running: false, done: 0, total: 0 });
    });

    it('evaluates what a transaction asked for once it is over', async () => {
      const { reevaluations } = performance.services;
      await reevaluations.whenIdle();
      const ids = await judged();
      await knex('verdicts').delete();
      await knex('entity_evaluations').delete();
      await expect(
        knex.transaction(async tx => {
          await reevaluations.requestAfter([ids[0]], tx);
          throw new Error('It is rolled back');
        }),
      ).rejects.toThrow('It is rolled back');
      await reevaluations.whenIdle();
      expect(await progress()).toEqual({ running: false, done: 0, total: 0 });

      await knex.transaction(async tx => {
        await reevaluations.requestAfter([ids[1], ids[2]], tx);
      });
      await reevaluations.whenIdle();
      expect(await judged()).toEqual([ids[1], ids[2]]);
    });

    it('goes on where a killed replica stopped', async () => {
      const { reevaluations } = performance.services;
      await reevaluations.whenIdle();
      const ids = await judged();
      await knex('verdicts').delete();
      await knex('entity_evaluations').delete();

      let resurrect = () => {};
      let signal: AbortSignal | undefined;
      const resurrected = new Promise<void>(resolve => {
        resurrect = resolve;
      });
      const killed = await new Promise<Reevaluations>(resolve => {
        const replica: Reevaluations = create({
          reevaluateEntities: async (_, options) => {
            signal = options?.signal;
            await options?.onProgress?.({ count: 100, afterId: ids[99] });
            resolve(replica);
            await resurrected;
            await options?.onProgress?.({ count: 100, afterId: ids[199] });
          },
        });
        replica.request('all').catch(error => {
          throw error;
        });
      });
      expect(await progress()).toEqual({
        running: true,
        done: 100,
        total: ENTITIES,
        since: '2026-11-22T12:00:00.000Z',
      });

      // The other may still be alive.
      reevaluations.resume();
      await reevaluations.whenIdle();
      expect(await judged()).toEqual([]);

      performance.setNow('2026-11-22T12:01:01Z');
      reevaluations.resume();
      await reevaluations.whenIdle();
      expect(await judged()).toEqual(ids.slice(100));
      expect(await progress()).toMatchObject({ running: false });

      resurrect();
      await killed.whenIdle();
      expect(signal?.aborted).toBe(true);
    });

    it('tries again what failed, though not for ever', async () => {
      const { reevaluations } = performance.services;
      await reevaluations.whenIdle();
      const reevaluateEntities = jest.fn(async () => {
        throw new Error('The disk is full');
      });
      const failing = create({ reevaluateEntities });
      await failing.request('all');
      await failing.whenIdle();
      for (const minute of [2, 4, 6, 8]) {
        performance.setNow(`2026-11-22T12:0${minute}:00Z`);
        failing.resume();
        await failing.whenIdle();
      }
      expect(reevaluateEntities).toHaveBeenCalledTimes(3);
      expect(await progress()).toMatchObject({ running: false });
    });

    it('leaves the rest to others when it is stopped', async () => {
      const { reevaluations } = performance.services;
      await reevaluations.whenIdle();
      await knex('verdicts').delete();
      await knex('entity_evaluations').delete();
      let begun = () => {};
      const isAtWork = new Promise<void>(resolve => {
        begun = resolve;
      });
      const stopped = create({
        reevaluateEntities: (_, options) =>
          new Promise(resolve => {
            options?.signal?.addEventListener('abort', () => resolve());
            begun();
          }),
      });
      await stopped.request('all');
      await isAtWork;
      await stopped.stop();
      expect(await progress()).toMatchObject({ running: true });
      reevaluations.resume();
      await reevaluations.whenIdle();
      expect(await judged()).toHaveLength(ENTITIES);
      expect(await progress()).toMatchObject({ running: false });
    });
  },
);
