import { startTestBackend } from '@backstage/backend-test-utils';
import {
  ExtensionCheck,
  performanceCheckTypesExtensionPoint,
} from '@perf-governance/plugin-performance-node';
import performanceModuleDocumentationCheck from './index';

describe('performanceModuleDocumentationCheck', () => {
  it('adds its type of check', async () => {
    const ids: string[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          performanceCheckTypesExtensionPoint,
          {
            addCheckType: <TOptions>({ id }: ExtensionCheck<TOptions>) => {
              ids.push(id);
            },
          },
        ],
      ],
      features: [performanceModuleDocumentationCheck],
    });
    await backend.stop();
    expect(ids).toEqual(['documentation']);
  });
});
