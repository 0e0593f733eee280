import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component } from '../__testUtils__/fixtures';
import { startPerformance } from '../__testUtils__/startPerformance';
import { DatabaseVerdictStore } from '../verdicts/DatabaseVerdictStore';
import { DatabaseEvidenceStore } from './DatabaseEvidenceStore';
import { EvaluationService } from './EvaluationService';

// Two databases on a busy machine.
jest.setTimeout(60_000);

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'EvaluationService on %s',
  id => {
    const databases = createTestDatabases();

    it('evaluates everyone although one fails, and says so', async () => {
      const knex = await databases.init(id);
      const performance = await startPerformance({
        knex,
        now: '2026-11-22T12:00:00Z',
        entities: Array.from({ length: 10 }, (_, index) =>
          component(`service-${index}`),
        ),
      });
      const { entityStore, definitionRegistry, catalogProjection, clock } =
        performance.services;
      await catalogProjection.sweep();
      await performance.call('POST', '/definitions', {
        json: { content: budget('latency', { fail: '<= 300 ms' }) },
      });
      await knex('verdicts').delete();
      await knex('entity_evaluations').delete();

      const logger = mockServices.logger.mock();
      const evaluation = new EvaluationService({
        knex,
        entities: entityStore,
        definitions: definitionRegistry,
        evidence: new DatabaseEvidenceStore(),
        verdicts: new DatabaseVerdictStore(knex),
        factSources: [],
        listeners: [
          {
            onEvaluated: async batch => {
              if (batch.some(({ entity }) => entity.name === 'service-4')) {
                throw new Error('The disk is full');
              }
            },
          },
        ],
        clock,
        logger,
      });
      await expect(evaluation.reevaluateEntities('all')).rejects.toThrow(
        'The disk is full',
      );
      expect(await knex('verdicts')).toHaveLength(9);
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining('component:default/service-4'),
      );
      await performance.stop();
    });
  },
);
