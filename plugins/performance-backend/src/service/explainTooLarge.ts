const BYTES_PER_MEGABYTE = 1024 * 1024;

/** What the parsers of bodies throw for one beyond their limit: its message doesn't say how much that is. */
interface TooLargeError extends Error {
  type: 'entity.too.large';
  /** In bytes. */
  limit: number;
}

function isTooLarge(error: unknown): error is TooLargeError {
  return (
    error instanceof Error &&
    'type' in error &&
    error.type === 'entity.too.large' &&
    'limit' in error &&
    typeof error.limit === 'number'
  );
}

/** The same error; where a body was too large, it says how large one may be. */
export function explainTooLarge<T>(error: T): T {
  if (isTooLarge(error)) {
    const most = Math.round((error.limit / BYTES_PER_MEGABYTE) * 10) / 10;
    error.message = `What was sent is too large: at most ${most} MB are taken at once`;
  }
  return error;
}
