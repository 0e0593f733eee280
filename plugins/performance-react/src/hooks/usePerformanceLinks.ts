import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { performanceRouteRef } from '../routes';

/** @public */
export interface PerformanceLinks {
  budgets(query?: Record<string, string>): string;
  runs(): string;
  run(runId: string): string;
  definitions(): string;
  definition(definitionId: string): string;
  newDefinition(): string;
  sources(): string;
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
      budgets: query =>
        `${root}/budgets${query ? `?${new URLSearchParams(query)}` : ''}`,
      runs: () => `${root}/runs`,
      run: runId => `${root}/runs/${encodeURIComponent(runId)}`,
      definitions: () => `${root}/definitions`,
      definition: definitionId =>
        `${root}/definitions/${definitionId
          .split('/')
          .map(encodeURIComponent)
          .join('/')}`,
      newDefinition: () => `${root}/definitions/new`,
      sources: () => `${root}/sources`,
    }),
    [root],
  );
}
