import { readEntityRef } from './readEntityRef';

const KINDS = ['User', 'Group'];

/**
 * Refs of users and groups as they are stored: full, lower-cased, each once.
 *
 * @throws InputError for anything else.
 */
export function readReviewers(refs: string[]): string[] {
  const reviewers = new Set<string>();
  for (const ref of refs) {
    reviewers.add(readEntityRef(ref, { kinds: KINDS, defaultKind: 'user' }));
  }
  return [...reviewers];
}
