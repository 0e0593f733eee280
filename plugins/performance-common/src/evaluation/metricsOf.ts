import { Definition } from '../model';

/**
 * The metrics that definitions set limits for, sorted: all that their evaluation looks at.
 *
 * @public
 */
export function metricsOf(definitions: readonly Definition[]): string[] {
  const metrics = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind === 'Budget') {
      metrics.add(definition.spec.metric);
    }
  }
  return [...metrics].sort();
}
