import { eventually } from './eventually';
import { people, Person } from './people';

/** Calls the backend's HTTP API with the token of somebody who signed in. */
export type Api = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Signs in as the browser would, without one. Waits until the catalog of a fresh backend knows the person.
 *
 * @param baseUrl - The backend, without a trailing slash.
 * @throws Error if the backend refuses.
 */
export async function createApi(baseUrl: string, person: Person): Promise<Api> {
  let token: string | undefined;
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
  return (path, init) =>
    fetch(`${baseUrl}/api${path}`, {
      ...init,
      headers: { ...init?.headers, authorization: `Bearer ${token}` },
    });
}
