import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ExtensionCheck } from '../checks';

/** @public */
export interface PerformanceCheckTypesExtensionPoint {
  /**
   * Adds a type of check, which definitions of checks name by `spec.extension.id`.
   *
   * @throws Error if there is one of that id already
   */
  addCheckType<TOptions>(type: ExtensionCheck<TOptions>): void;
}

/**
 * Where backend modules teach the plugin to judge by what it doesn't know itself.
 *
 * @public
 */
export const performanceCheckTypesExtensionPoint =
  createExtensionPoint<PerformanceCheckTypesExtensionPoint>({
    id: 'performance.check-types',
  });
