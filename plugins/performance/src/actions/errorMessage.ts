/** What went wrong, in the backend's words where it said some; the error around them only has the status. */
export function errorMessage(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
