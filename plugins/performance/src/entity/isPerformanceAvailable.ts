import { Entity } from '@backstage/catalog-model';

const KINDS = new Set(['component', 'api', 'resource']);

/**
 * Whether an entity may have runs and budgets of its own.
 *
 * @public
 */
export function isPerformanceAvailable(entity: Entity): boolean {
  return KINDS.has(entity.kind.toLocaleLowerCase('en-US'));
}
