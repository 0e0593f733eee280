import { mockCredentials } from '@backstage/backend-test-utils';
import { latencies, Latency, latencyOf } from './measure';
import { BenchBackend, MEMBER } from './startBackend';

/** Of heavy requests. */
const WARM_UP = 20;

/** @throws Error for an answer that isn't one. */
export async function getJson(
  { baseUrl }: BenchBackend,
  path: string,
  user?: string,
) {
  const response = await fetch(`${baseUrl}${path}`, {
    headers: user ? { authorization: mockCredentials.user.header(user) } : {},
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/**
 * Of requests by an administrator and by who sees a tenth, by what they are for.
 *
 * @param paths - of the request with a number.
 */
export async function measureLatencies(
  backend: BenchBackend,
  count: number,
  paths: Record<string, (index: number) => string>,
): Promise<Record<string, Latency>> {
  const found: Record<string, Latency> = {};
  for (const [who, user] of [
    ['administrator', undefined],
    ['who sees a tenth', MEMBER],
  ] as const) {
    for (const [what, pathOf] of Object.entries(paths)) {
      const times = await latencies(
        count,
        async index => {
          await getJson(backend, pathOf(index), user);
        },
        WARM_UP,
      );
      found[`${what}, ${who}`] = latencyOf(times);
    }
  }
  return found;
}
