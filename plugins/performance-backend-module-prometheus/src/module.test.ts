import { startTestBackend } from '@backstage/backend-test-utils';
import { performanceMetricSourcesExtensionPoint } from '@perf-governance/plugin-performance-node';
import performanceModulePrometheus from './index';

describe('performanceModulePrometheus', () => {
  it('adds its type of metric source', async () => {
    const types: string[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          performanceMetricSourcesExtensionPoint,
          {
            addMetricSourceFactory: ({ type }) => {
              types.push(type);
            },
          },
        ],
      ],
      features: [performanceModulePrometheus],
    });
    await backend.stop();
    expect(types).toEqual(['prometheus']);
  });
});
