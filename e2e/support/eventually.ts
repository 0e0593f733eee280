import { setTimeout } from 'node:timers/promises';

const WITHIN_MILLISECONDS = 60_000;
const TRY_EVERY_MILLISECONDS = 250;

/**
 * Waits for something that the backend does in its own time, such as reading the catalog.
 *
 * @throws Error naming `what` if it isn't there within a minute.
 */
export async function eventually(
  what: string,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + WITHIN_MILLISECONDS;
  while (!(await isThere())) {
    if (Date.now() > deadline) {
      throw new Error(`There is no ${what}.`);
    }
    await setTimeout(TRY_EVERY_MILLISECONDS);
  }
}
