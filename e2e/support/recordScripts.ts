import { gzipSync } from 'node:zlib';
import { Page, Response } from 'playwright-core';

/** One script the page loaded. */
export interface LoadedScript {
  /** Path within the app. */
  path: string;
  /** Size in bytes as a server would send it with gzip. */
  gzippedBytes: number;
  source: string;
}

/**
 * Records the scripts a page loads from now on: what a step of a test adds to what was there before it.
 *
 * @returns A function that stops recording and gives the scripts.
 */
export function recordScripts(page: Page): () => Promise<LoadedScript[]> {
  const responses: Response[] = [];
  const record = (response: Response) => {
    if (response.request().resourceType() === 'script') {
      responses.push(response);
    }
  };
  page.on('response', record);
  return async () => {
    page.off('response', record);
    return Promise.all(
      responses.map(async response => {
        const body = await response.body();
        return {
          path: new URL(response.url()).pathname,
          gzippedBytes: gzipSync(body).byteLength,
          source: body.toString('utf8'),
        };
      }),
    );
  };
}
