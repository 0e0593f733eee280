import { createMockDirectory } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { budget, component } from '../__testUtils__/fixtures';
import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

describe.each(['SQLITE_3', 'POSTGRES_18'] as const)(
  'the summary of an entity on %s',
  databaseId => {
    const databases = createTestDatabases();
    const directory = createMockDirectory();
    let performance: TestPerformance;

    function system(name: string): Entity {
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: {
          name,
          namespace: 'default',
          annotations: {
            'backstage.io/managed-by-location': `file:${directory.resolve(
              `${name}/catalog-info.yaml`,
            )}`,
            'performance-governance.io/definitions': './performance.yaml',
          },
        },
        spec: { owner: 'payments' },
      };
    }

    beforeAll(async () => {
      const broken = budget('latency', { fail: '<= 300 kB' });
      directory.setContent({
        checkout: { 'catalog-info.yaml': '', 'performance.yaml': broken },
        delivery: { 'catalog-info.yaml': '', 'performance.yaml': broken },
      });
      performance = await startPerformance({
        knex: await databases.init(databaseId),
        entities: [
          system('checkout'),
          system('delivery'),
          component('pay', { system: 'checkout' }),
          component('alone'),
        ],
        now: '2026-11-22T12:00:00.000Z',
      });
      await performance.services.catalogProjection.sweep();
      await performance.services.definitionRefresh.refreshAll();
    });

    afterAll(async () => performance.stop());

    it.each([
      ['component/default/pay', ['checkout/performance.yaml']],
      ['component/default/alone', []],
      ['system/default/delivery', ['delivery/performance.yaml']],
    ])(
      'names for %s what is wrong in the definitions it is governed by',
      async (path, files) => {
        const { status, body } = await performance.call(
          'GET',
          `/entities/${path}`,
        );
        expect(status).toBe(200);
        expect(
          body.definitionProblems.map(
            ({ file, rule }: { file: string; rule: string }) => [
              file.split('/').slice(-2).join('/'),
              rule,
            ],
          ),
        ).toEqual(files.map(file => [file, 'unit-mismatch']));
      },
    );
  },
);
