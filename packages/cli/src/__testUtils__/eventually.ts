import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;
const GIVE_UP_MS = 30_000;

/**
 * Tries again until an expectation holds: what a server does in the background has no other end that a
 * client could wait for.
 */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await delay(POLL_MS);
    }
  }
}
