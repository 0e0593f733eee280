import { useCallback } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { performanceApiRef } from '@perf-governance/plugin-performance-react';
import { saveFile } from '../export/downloadText';

/** Saves one of a review's files; the browser alone couldn't, since only the app is signed in. */
export function useSaveAttachment(
  reviewId: string,
): (attachmentId: string, name: string) => void {
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  return useCallback(
    async (attachmentId, name) => {
      try {
        saveFile(name, await api.reviews.getAttachment(reviewId, attachmentId));
      } catch (error) {
        alertApi.post({
          message: `${name} couldn’t be read: ${error}`,
          severity: 'error',
        });
      }
    },
    [api, alertApi, reviewId],
  );
}
