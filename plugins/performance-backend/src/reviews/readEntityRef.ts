import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * A ref that the catalog may have, full and lower-cased.
 *
 * @param options - `kinds` are those allowed, as the catalog writes them.
 * @throws InputError for anything else.
 */
export function readEntityRef(
  text: string,
  options: { kinds: string[]; defaultKind: string },
): string {
  const { kinds, defaultKind } = options;
  let ref;
  try {
    ref = parseEntityRef(text, { defaultKind });
  } catch {
    throw new InputError(
      `'${text}' isn't a ref, e.g. ${defaultKind}:default/name`,
    );
  }
  const { kind, namespace, name } = ref;
  if (
    !KubernetesValidatorFunctions.isValidNamespace(
      namespace.toLocaleLowerCase('en-US'),
    ) ||
    !KubernetesValidatorFunctions.isValidObjectName(name)
  ) {
    throw new InputError(`'${text}' isn't a ref that the catalog could have`);
  }
  const isAllowed = kinds.some(
    allowed =>
      allowed.toLocaleLowerCase('en-US') === kind.toLocaleLowerCase('en-US'),
  );
  if (!isAllowed) {
    throw new InputError(
      `'${text}' is of the kind ${kind}, and it has to be one of ${kinds.join(
        ', ',
      )}`,
    );
  }
  return stringifyEntityRef(ref);
}
