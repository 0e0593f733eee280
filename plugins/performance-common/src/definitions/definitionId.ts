import { DefinitionKind, Layer } from '../model';

/**
 * The id of a definition: stable over its versions.
 *
 * @public
 */
export function definitionId(
  layer: Layer,
  kind: DefinitionKind,
  name: string,
): string {
  return `${layer.entityRef ?? 'org'}/${kind.toLowerCase()}/${name}`;
}
