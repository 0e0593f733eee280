import { people, Person } from './people';

/** Calls the backend's HTTP API with the token of somebody who signed in. */
export type Api = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Signs in as the browser would, without one.
 *
 * @param baseUrl - The backend, without a trailing slash.
 * @throws Error if the backend refuses.
 */
export async function createApi(baseUrl: string, person: Person): Promise<Api> {
  const response = await fetch(
    `${baseUrl}/api/auth/demo/refresh?env=development`,
    {
      headers: {
        'x-demo-user': people[person].userEntityRef,
        'x-requested-with': 'XMLHttpRequest',
      },
    },
  );
  if (!response.ok) {
    throw new Error(`Signing in failed: ${await response.text()}`);
  }
  const { backstageIdentity } = await response.json();
  return (path, init) =>
    fetch(`${baseUrl}/api${path}`, {
      ...init,
      headers: {
        ...init?.headers,
        authorization: `Bearer ${backstageIdentity.token}`,
      },
    });
}
