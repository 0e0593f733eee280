import { parseEntityRef } from '@backstage/catalog-model';

/** Whether a text can be read as the name of an entity or a reference to one. */
export function isEntityName(text: string): boolean {
  try {
    return Boolean(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return false;
  }
}
