import { eventually } from './eventually';
import { people, Person } from './people';

/** Calls the backend's HTTP API on somebody's behalf. */
export type Api = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Calls it as a pipeline would.
 *
 * @param token - One of `backend.auth.externalAccess`.
 */
export function createTokenApi(baseUrl: string, token: string): Api {
  return (path, init) =>
    fetch(`${baseUrl}/api${path}`, {
      ...init,
      headers: { ...init?.headers, authorization: `Bearer ${token}` },
    });
}

/**
 * Signs in as the browser would, without one. Waits until the catalog of a fresh backend knows the person.
 *
 * @param baseUrl - The backend, without a trailing slash.
 * @throws Error if the backend refuses.
 */
export async function createApi(baseUrl: string, person: Person): Promise<Api> {
  let token = '';
  await eventually(`${person} in the catalog`, async () => {
    const response = await fetch(
      `${baseUrl}/api/auth/demo/refresh?env=development`,
      {
        headers: {
          'x-demo-user': people[person].userEntityRef,
          'x-requested-with': 'XMLHttpRequest',
        },
      },
    );
    if (response.ok) {
      token = (await response.json()).backstageIdentity.token;
    } else if (response.status !== 404) {
      throw new Error(`Signing in failed: ${await response.text()}`);
    }
    return response.ok;
  });
  return createTokenApi(baseUrl, token);
}
