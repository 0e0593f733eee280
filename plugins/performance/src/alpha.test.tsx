import { createExtensionTester } from '@backstage/frontend-test-utils';
import performancePlugin from './alpha';

describe('the extensions', () => {
  it('can be built one by one', () => {
    for (const id of [
      'page:performance',
      'sub-page:performance/overview',
      'sub-page:performance/mine',
      'sub-page:performance/budgets',
      'sub-page:performance/scorecards',
      'sub-page:performance/policies',
      'sub-page:performance/waivers',
      'sub-page:performance/runs',
      'sub-page:performance/definitions',
      'sub-page:performance/sources',
      'entity-content:performance',
      'entity-card:performance',
    ] as const) {
      expect(
        createExtensionTester(performancePlugin.getExtension(id)).snapshot().id,
      ).toBe(id);
    }
  });
});
