import { Layer } from '../model';

/**
 * A layer for people: `org`, `system checkout`, `component payments/api` outside the default
 * namespace.
 *
 * @public
 */
export function formatLayer(layer: Layer): string {
  if (layer.entityRef === undefined) {
    return layer.kind;
  }
  const name = layer.entityRef
    .slice(layer.entityRef.indexOf(':') + 1)
    .replace(/^default\//, '');
  return `${layer.kind} ${name}`;
}
