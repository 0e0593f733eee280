import { Entity } from '@backstage/catalog-model';

/** What people call an entity, where it isn't its name. Groups have a display name for it. */
export function titleOf({ metadata, spec }: Entity): string | undefined {
  if (metadata.title) {
    return metadata.title;
  }
  const profile = spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    'displayName' in profile &&
    typeof profile.displayName === 'string' &&
    profile.displayName !== ''
    ? profile.displayName
    : undefined;
}
