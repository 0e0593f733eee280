import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import performancePlugin from '@perf-governance/plugin-performance-backend';

/**
 * Starts a Backstage backend with the real performance plugin on a port of its own; only the
 * catalog is made up.
 *
 * @returns Its URL, and how to end it.
 */
export async function startBackstage(options: {
  entities: Entity[];
  /** YAML, one document each: definitions of the organisation. */
  definitions: string[];
}): Promise<{ url: string; stop(): Promise<void> }> {
  const backend = await startTestBackend({
    features: [
      performancePlugin,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  const url = `http://localhost:${backend.server.port()}`;
  for (const content of options.definitions) {
    const response = await fetch(`${url}/api/performance/definitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content }),
    });
    if (!response.ok) {
      throw new Error(`A definition is refused: ${await response.text()}`);
    }
  }
  return { url, stop: () => backend.stop() };
}
