import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { performanceRouteRef } from '../routes';

/** The query of a list; `undefined` leaves a parameter out. @public */
export type LinkQuery = Record<string, string | string[] | undefined>;

/** @public */
export interface PerformanceLinks {
  overview(query?: LinkQuery): string;
  /** The list of verdicts; of checks too, where a query says what is looked for. */
  budgets(query?: LinkQuery): string;
  slos(query?: LinkQuery): string;
  scorecards(): string;
  scorecard(definitionId: string, query?: LinkQuery): string;
  policies(): string;
  policy(definitionId: string): string;
  waivers(query?: LinkQuery): string;
  findings(query?: LinkQuery): string;
  /** One finding, beside the list. */
  finding(findingId: string): string;
  analysis(query?: LinkQuery): string;
  reviews(query?: LinkQuery): string;
  review(reviewId: string, query?: LinkQuery): string;
  runs(): string;
  run(runId: string): string;
  definitions(): string;
  definition(definitionId: string): string;
  newDefinition(): string;
  sources(): string;
  /** @param guide - As a check names it, e.g. `guidelines/load-testing`. */
  guide(guide: string): string;
  mine(): string;
}

function withQuery(path: string, query: LinkQuery = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, item);
      }
    }
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

function encodePath(definitionId: string): string {
  return definitionId.split('/').map(encodeURIComponent).join('/');
}

/**
 * Links into the page `/performance`, wherever the app mounted it.
 *
 * @public
 */
export function usePerformanceLinks(): PerformanceLinks {
  const root = useRouteRef(performanceRouteRef)();
  return useMemo(
    () => ({
      overview: query => withQuery(`${root}/overview`, query),
      budgets: query =>
        withQuery(`${root}/budgets`, query && { ruleKind: 'any', ...query }),
      slos: query => withQuery(`${root}/slos`, query),
      scorecards: () => `${root}/scorecards`,
      scorecard: (definitionId, query) =>
        withQuery(`${root}/scorecards/${encodePath(definitionId)}`, query),
      policies: () => `${root}/policies`,
      policy: definitionId => `${root}/policies/${encodePath(definitionId)}`,
      waivers: query => withQuery(`${root}/waivers`, query),
      findings: query => withQuery(`${root}/findings`, query),
      finding: findingId =>
        withQuery(`${root}/findings`, { finding: findingId }),
      analysis: query => withQuery(`${root}/analysis`, query),
      reviews: query => withQuery(`${root}/reviews`, query),
      review: (reviewId, query) =>
        withQuery(`${root}/reviews/${encodeURIComponent(reviewId)}`, query),
      runs: () => `${root}/runs`,
      run: runId => `${root}/runs/${encodeURIComponent(runId)}`,
      definitions: () => `${root}/definitions`,
      definition: definitionId =>
        `${root}/definitions/${encodePath(definitionId)}`,
      newDefinition: () => `${root}/definitions/new`,
      sources: () => `${root}/sources`,
      guide: guide => `${root}/guides/${guide.replace(/^guidelines\//, '')}`,
      mine: () => `${root}/mine`,
    }),
    [root],
  );
}
