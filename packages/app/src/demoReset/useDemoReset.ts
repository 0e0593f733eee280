import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { useCallback, useEffect, useState } from 'react';

const POLL_MILLISECONDS = 1000;

/** As `GET /api/demo/reset` answers. */
export interface DemoResetStatus {
  state: 'idle' | 'running' | 'done' | 'failed';
  message?: string;
  /** Whether whoever asks may reset the demo. */
  allowed: boolean;
}

/**
 * How far the reset of the demo is, and how to start one. `hasRun` tells whether the status is that
 * of a reset seen running, not of an earlier one.
 *
 * @param watch - Ask again and again, for as long as one is running.
 */
export function useDemoReset(watch: boolean) {
  const discovery = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const [status, setStatus] = useState<DemoResetStatus>();
  const [hasRun, setHasRun] = useState(false);
  const [error, setError] = useState<Error>();

  const ask = useCallback(
    async (method: 'GET' | 'POST') => {
      try {
        const url = `${await discovery.getBaseUrl('demo')}/reset`;
        const response = await fetchApi.fetch(url, { method });
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
        const next: DemoResetStatus = await response.json();
        setStatus(next);
        setHasRun(before => before || next.state === 'running');
        setError(undefined);
      } catch (caught) {
        setError(caught as Error);
      }
    },
    [discovery, fetchApi],
  );

  useEffect(() => {
    ask('GET');
  }, [ask]);

  useEffect(() => {
    if (!watch || status?.state !== 'running') {
      return undefined;
    }
    const timer = setTimeout(() => ask('GET'), POLL_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [ask, status, watch]);

  return { status, hasRun, error, start: () => ask('POST') };
}
