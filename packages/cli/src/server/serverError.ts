import { CliError } from '../terminal/CliError';

const FIX_OF_STATUS: Record<number, string> = {
  400: 'Set right what the message names.',
  401: 'Give a valid token: --token or PERF_GATE_TOKEN.',
  403: 'Ask whoever runs your Backstage to let this token do that to the entity and environment.',
  404: 'Check the entity reference, and that --url is a Backstage backend with the performance plugin.',
  409: 'Give the run an --external-id of its own.',
  413: 'Send a smaller report, or have the limit raised that the message names.',
  429: 'Wait a little and try again.',
};

const FIX_OF_SERVER_ERRORS =
  'Look into the log of the Backstage backend; then try again.';

/** What a server refused, in its own words where it gave any. */
export function responseError(
  response: { status: number; statusText: string },
  body: unknown,
  where: string,
): CliError {
  const message = messageOf(body);
  return new CliError(
    message ??
      `The server answered ${response.status} ${response.statusText}`.trim(),
    {
      where: message ? `${where} (status ${response.status})` : where,
      fix: FIX_OF_STATUS[response.status] ?? FIX_OF_SERVER_ERRORS,
    },
  );
}

/** A server that can't be reached, or hangs up. */
export function connectionError(error: unknown, where: string): CliError {
  return new CliError(
    `The server can't be reached: ${innermostMessage(error)}`,
    {
      where,
      fix: 'Check --url (or PERF_GATE_URL), and that Backstage is running.',
      cause: error,
    },
  );
}

/** `{ error: { message } }`, as every Backstage backend answers. */
function messageOf(body: unknown): string | undefined {
  const { error } = (body ?? {}) as { error?: { message?: unknown } };
  return typeof error?.message === 'string' ? error.message : undefined;
}

/** `fetch` says only "fetch failed" itself; what failed is in the causes. */
function innermostMessage(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) {
    innermost = innermost.cause;
  }
  if (innermost instanceof AggregateError && innermost.errors.length > 0) {
    innermost = innermost.errors[0];
  }
  return innermost instanceof Error ? innermost.message : String(innermost);
}
