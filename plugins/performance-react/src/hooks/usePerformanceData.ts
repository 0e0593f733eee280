import { DependencyList, useCallback, useEffect, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { PerformanceApi, performanceApiRef } from '../api/PerformanceApi';

/** @public */
export interface PerformanceData<T> {
  /** The last value read; stays while a newer one is on its way, so that the layout keeps still. */
  value?: T;
  error?: Error;
  loading: boolean;
  reload: () => void;
}

/**
 * Reads from the performance backend, again when a dependency changes and after every write made
 * in this browser tab.
 *
 * @public
 */
export function usePerformanceData<T>(
  load: (api: PerformanceApi) => Promise<T>,
  dependencies: DependencyList,
): PerformanceData<T> {
  const api = useApi(performanceApiRef);
  const [revision, setRevision] = useState(0);
  const reload = useCallback(() => setRevision(current => current + 1), []);

  useEffect(() => api.onChange(reload), [api, reload]);

  const { value, error, loading } = useAsync(
    () => load(api),
    [api, revision, ...dependencies],
  );

  return { value, error, loading, reload };
}
