import { Layer } from '../model';

/** Whether two layers are one: the organisation's, or the same entity's. */
export function isSameLayer(a: Layer, b: Layer): boolean {
  return a.kind === b.kind && a.entityRef === b.entityRef;
}
