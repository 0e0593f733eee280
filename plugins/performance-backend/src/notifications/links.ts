import { parseEntityRef } from '@backstage/catalog-model';
import { verdictIdOf } from '../verdicts/verdictApi';
import { VerdictKey } from '../verdicts/VerdictStore';

/** The path of an entity's Performance tab, where the app mounts its parts by default. */
export function entityLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${[namespace, kind, name]
    .map(encodeURIComponent)
    .join('/')}/performance`;
}

/** The path of an entity's Performance tab with one of its verdicts open, of whichever kind. */
export function verdictLink(
  verdict: VerdictKey & { entityRef: string },
): string {
  return withQuery(entityLink(verdict.entityRef), {
    verdict: verdictIdOf(verdict),
  });
}

/** The path of a waiver, or a request for one, in the list of them. */
export function waiverLink(waiverId: string): string {
  return withQuery('/performance/waivers', { waiver: waiverId });
}

/** The path of a finding, beside the list of them. */
export function findingLink(findingId: string): string {
  return withQuery('/performance/findings', { finding: findingId });
}

/** The path of the list of findings that somebody sees to, that affect an entity, or of a status. */
export function findingsLink(
  filter: { assignee: string } | { entityRef: string } | { status: string },
): string {
  return withQuery('/performance/findings', filter);
}

/** The path of an architecture review. */
export function reviewLink(reviewId: number): string {
  return `/performance/reviews/${reviewId}`;
}

/** The path of the list of disputes. */
export function disputesLink(): string {
  return withQuery('/performance/waivers', { view: 'disputes' });
}

/** The path of the list of verdicts, of budgets and checks alike. */
export function verdictsLink(query: {
  owner?: string;
  entityRef?: string;
  /** Id of a definition. */
  policy?: string;
  onlyFailing?: boolean;
}): string {
  const { onlyFailing, ...filters } = query;
  return withQuery('/performance/budgets', {
    ruleKind: 'any',
    ...filters,
    ...(onlyFailing && { state: 'fail' }),
  });
}

function withQuery(
  path: string,
  query: Record<string, string | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) {
      search.set(name, value);
    }
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
