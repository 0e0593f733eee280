import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CliError } from '../terminal/CliError';

/** Reads a full or short entity ref; `checkout` is `component:default/checkout`. */
export function parseEntityRefOption(
  text: string,
): CompoundEntityRef & { entityRef: string } {
  try {
    const entityRef = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
    return { ...parseEntityRef(entityRef), entityRef };
  } catch (error) {
    throw new CliError(`'${text}' is no entity reference.`, {
      where: '--entity',
      fix: 'Write it as kind:namespace/name, e.g. component:default/checkout.',
      cause: error,
    });
  }
}
