import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

const KINDS = ['user', 'group'];

/**
 * Refs of users and groups as they are stored: full, lower-cased, each once.
 *
 * @throws InputError for anything else.
 */
export function readReviewers(refs: string[]): string[] {
  const reviewers = new Set<string>();
  for (const ref of refs) {
    let parsed;
    try {
      parsed = parseEntityRef(ref, { defaultKind: 'user' });
    } catch {
      throw new InputError(
        `'${ref}' isn't a ref of a user or group, e.g. user:default/ann`,
      );
    }
    if (!KINDS.includes(parsed.kind.toLocaleLowerCase('en-US'))) {
      throw new InputError(`A reviewer is a user or group, which ${ref} isn't`);
    }
    reviewers.add(stringifyEntityRef(parsed));
  }
  return [...reviewers];
}
