import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { access, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { cwd } from 'node:process';
import { ForbiddenSourceError } from './DefinitionSources';

/** Where an entity's file of definitions is. */
export type EntityFile =
  | { type: 'url'; url: string }
  | { type: 'file'; path: string };

async function exists(path: string) {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** The nearest folder above that is a repository, or else the folder itself. */
async function repositoryOf(folder: string): Promise<string> {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (await exists(join(candidate, '.git'))) {
      return candidate;
    }
    if (candidate === dirname(candidate)) {
      return folder;
    }
  }
}

function forbid(reference: string, reason: string): never {
  throw new ForbiddenSourceError(
    `'${reference}' ${reason}; an entity's definitions are in a file of its own repository, named relative to its catalog file, e.g. './performance.yaml'`,
  );
}

/** Only the plain: what a URL or a hosting service may decode into something else isn't needed. */
function assertPlain(reference: string) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('//')) {
    forbid(reference, 'names another place');
  }
  if (reference.startsWith('/')) {
    forbid(reference, 'is an absolute path');
  }
  if (/[\\%?#\0]/.test(reference)) {
    forbid(reference, 'holds one of the characters \\ % ? #');
  }
}

async function resolveFile(
  reference: string,
  catalogFile: string,
): Promise<EntityFile> {
  const folder = dirname(await realpath(catalogFile));
  const root = await repositoryOf(folder);
  const isInside = (path: string) => path.startsWith(`${root}${sep}`);
  const path = resolve(folder, reference);
  if (!isInside(path)) {
    forbid(reference, 'leads out of the repository');
  }
  // Only now may the disk be asked about it; a link may lead anywhere.
  const real = await realpath(path);
  if (!isInside(real)) {
    forbid(reference, 'is a link out of the repository');
  }
  return { type: 'file', path: real };
}

function resolveUrl(
  reference: string,
  catalogUrl: string,
  integrations: ScmIntegrationRegistry,
): EntityFile {
  const resolved = new URL(
    integrations.resolveUrl({ url: reference, base: catalogUrl }),
  );
  // Where the host isn't a known one, nothing tells where a repository begins: stay in the folder.
  const root = new URL(
    integrations.byUrl(catalogUrl)
      ? integrations.resolveUrl({ url: '/', base: catalogUrl })
      : new URL('.', catalogUrl).toString(),
  );
  const folderOf = (url: URL) => `${url.pathname.replace(/\/+$/, '')}/`;
  // Azure DevOps keeps the path inside the repository in the query.
  const pathInQuery = resolved.searchParams.get('path');
  const isInside =
    resolved.origin === root.origin &&
    (pathInQuery === null
      ? resolved.pathname.startsWith(folderOf(root))
      : resolved.pathname === root.pathname &&
        !pathInQuery.split('/').includes('..'));
  if (!isInside) {
    forbid(reference, 'leads out of the repository');
  }
  return { type: 'url', url: resolved.toString() };
}

function locationOf(entity: Entity) {
  const annotations = entity.metadata.annotations ?? {};
  const location =
    annotations[ANNOTATION_LOCATION] ?? annotations[ANNOTATION_ORIGIN_LOCATION];
  return location ? parseLocationRef(location) : undefined;
}

/** What to call the file an entity's annotation names, whether it may be read or not. */
export function describeEntityFile(
  entity: Entity,
  reference: string,
  integrations: ScmIntegrationRegistry,
): string {
  const location = locationOf(entity);
  if (location?.type === 'file') {
    return relative(cwd(), resolve(dirname(location.target), reference));
  }
  try {
    return integrations.resolveUrl({
      url: reference,
      base: String(location?.target),
    });
  } catch {
    return reference;
  }
}

/**
 * Finds the file that an entity's annotation names, inside its own repository only.
 *
 * @throws ForbiddenSourceError if the annotation leads elsewhere.
 */
export async function resolveEntityFile(
  entity: Entity,
  reference: string,
  integrations: ScmIntegrationRegistry,
): Promise<EntityFile> {
  assertPlain(reference);
  const location = locationOf(entity);
  if (!location) {
    forbid(reference, 'has no catalog file to be relative to');
  }
  const { type, target } = location;
  switch (type) {
    case 'file':
      return resolveFile(reference, target);
    case 'url':
      return resolveUrl(reference, target, integrations);
    default:
      return forbid(
        reference,
        `can't be read for an entity that comes from a location of the type '${type}'`,
      );
  }
}
