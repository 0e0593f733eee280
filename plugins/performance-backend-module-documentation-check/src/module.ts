import { createBackendModule } from '@backstage/backend-plugin-api';
import { performanceCheckTypesExtensionPoint } from '@perf-governance/plugin-performance-node';
import { documentationCheck } from './documentationCheck';

/**
 * Adds the type of check `documentation`.
 *
 * @public
 */
export const performanceModuleDocumentationCheck = createBackendModule({
  pluginId: 'performance',
  moduleId: 'documentation-check',
  register(env) {
    env.registerInit({
      deps: { checkTypes: performanceCheckTypesExtensionPoint },
      async init({ checkTypes }) {
        checkTypes.addCheckType(documentationCheck);
      },
    });
  },
});
