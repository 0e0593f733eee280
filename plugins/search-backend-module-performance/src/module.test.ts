import { startTestBackend } from '@backstage/backend-test-utils';
import {
  RegisterCollatorParameters,
  RegisterDecoratorParameters,
} from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModulePerformance from './index';

describe('searchModulePerformance', () => {
  it('adds documents that search authorises one by one', async () => {
    const added: RegisterCollatorParameters[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          searchIndexRegistryExtensionPoint,
          {
            addCollator: (collator: RegisterCollatorParameters) => {
              added.push(collator);
            },
            addDecorator: (_: RegisterDecoratorParameters) => {},
          },
        ],
      ],
      features: [searchModulePerformance],
    });
    await backend.stop();
    expect(
      added.map(({ factory: { type, visibilityPermission } }) => [
        type,
        visibilityPermission,
      ]),
    ).toEqual([
      [
        'performance-finding',
        expect.objectContaining({
          name: 'performance.finding.read',
          resourceType: 'performance-finding',
        }),
      ],
      [
        'performance-review',
        expect.objectContaining({
          name: 'performance.review.read',
          resourceType: 'performance-review',
        }),
      ],
    ]);
  });
});
