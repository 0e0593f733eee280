import { setTimeout as delay } from 'node:timers/promises';

/** A person can sign in once the catalog knows them. */
const PATIENCE_MILLISECONDS = 90_000;

/**
 * Signs in as one of the demo's people or their colleagues, as the sign-in page does.
 *
 * @returns A token that is good for an hour.
 */
export async function signIn(url, userEntityRef) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const response = await fetch(
      `${url}/api/auth/demo/refresh?env=development`,
      {
        headers: {
          'x-demo-user': userEntityRef,
          'x-requested-with': 'XMLHttpRequest',
        },
      },
    );
    const text = await response.text();
    if (response.ok) {
      return JSON.parse(text).backstageIdentity.token;
    }
    if (response.status !== 404 || Date.now() > deadline) {
      throw new Error(
        `${userEntityRef} can't sign in: ${response.status} ${text.slice(
          0,
          200,
        )}`,
      );
    }
    await delay(1000);
  }
}
