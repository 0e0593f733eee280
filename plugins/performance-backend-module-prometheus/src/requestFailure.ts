import { z } from 'zod';
import { QueryFailure } from './QueryFailure';

/** https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
const errorSchema = z.object({
  status: z.literal('error'),
  errorType: z.string(),
  error: z.string(),
});

const LONGEST_MESSAGE = 500;

/** Statuses that say "not now": RFC 6585 section 4, RFC 9110 sections 15.6.1 and 15.6.3 to 15.6.5. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** What a status other than 200 says to somebody who set the source up. */
const EXPLANATIONS: Record<number, string> = {
  401: 'it wants other credentials',
  403: 'its credentials may not query',
  404: 'its url has no query API',
  405: 'its url has no query API',
};

/** Reads why a server refused or failed. */
export function failureOfResponse(options: {
  status: number;
  headers: Headers;
  body: string;
  now: Date;
}): QueryFailure {
  const { status, headers, body, now } = options;
  if (status >= 300 && status < 400) {
    return new QueryFailure(
      'The source sends us elsewhere, maybe to a login; its url has to be the address that answers',
      { kind: 'unavailable' },
    );
  }
  const error = parseError(body);
  if (
    error &&
    !(status in EXPLANATIONS) &&
    (status === 400 || status === 422)
  ) {
    return new QueryFailure(`${error.errorType}: ${shorten(error.error)}`, {
      kind: 'rejected',
      tooMuch: /too many (samples|points)|exceeded maximum resolution/i.test(
        error.error,
      ),
    });
  }
  const details = [
    EXPLANATIONS[status],
    error && `${error.errorType}: ${shorten(error.error)}`,
  ].filter(Boolean);
  return new QueryFailure(
    [`The source answered with status ${status}`, ...details].join(': '),
    {
      kind: 'unavailable',
      // A query that took the server too long will take it as long at once again.
      passing: PASSING.has(status) && error?.errorType !== 'timeout',
      retryAfterMilliseconds: readRetryAfter(headers.get('retry-after'), now),
    },
  );
}

const CAUSES: Record<string, string> = {
  ECONNREFUSED: 'The source refuses connections',
  ECONNRESET: 'The source cut the connection',
  ENOTFOUND: "The source's host name is unknown",
  EAI_AGAIN: "The source's host name can't be looked up",
  UND_ERR_SOCKET: 'The source cut the connection',
};

/** Reads why there was no response at all, or only a part of one. */
export function failureOfConnection(error: unknown): QueryFailure {
  // fetch says only that it failed; the reason is in `cause`, in words that name addresses.
  const { cause } = error as { cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : undefined;
  const explanation =
    (code && CAUSES[code]) ||
    `The source can't be reached${code ? ` (${code})` : ''}`;
  return new QueryFailure(explanation, { kind: 'unavailable', passing: true });
}

/**
 * @param value - seconds or a date (RFC 9110 section 10.2.3).
 */
function readRetryAfter(value: string | null, now: Date): number | undefined {
  if (value === null) {
    return undefined;
  }
  const wait = /^\d+$/.test(value.trim())
    ? Number(value) * 1000
    : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function parseError(body: string) {
  try {
    return errorSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  return text.length > LONGEST_MESSAGE
    ? `${text.slice(0, LONGEST_MESSAGE - 1)}…`
    : text;
}
