import { parseEntityRef } from '@backstage/catalog-model';

/** The path of an entity's Performance tab, where the app mounts its parts by default. */
export function entityLink(
  entityRef: string,
  query: Record<string, string> = {},
): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return withQuery(
    `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}/performance`,
    query,
  );
}

/** The path of a page of all services, e.g. `budgets`. */
export function pageLink(
  page: string,
  query: Record<string, string> = {},
): string {
  return withQuery(`/performance/${page}`, query);
}

function withQuery(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
