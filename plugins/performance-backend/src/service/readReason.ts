import { InputError } from '@backstage/errors';

const MIN_LENGTH = 10;

/**
 * A reason without the space around it.
 *
 * @throws InputError where that is too short to say anything.
 */
export function readReason(text: string): string {
  const reason = text.trim();
  if (reason.length < MIN_LENGTH) {
    throw new InputError(
      `Give a reason of at least ${MIN_LENGTH} characters that others understand`,
    );
  }
  return reason;
}
