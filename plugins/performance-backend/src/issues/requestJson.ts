import { isError } from '@backstage/errors';
import { IssueFailure } from './IssueFailure';

const TIMEOUT_MILLISECONDS = 15_000;

/** GitHub REST API, "Best practices": any request may be redirected. */
const MOST_REDIRECTS = 3;

/** GitHub doesn't answer whoever doesn't say what it is. */
const USER_AGENT = 'backstage-plugin-performance';

const MINUTE_MS = 60_000;

const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;

/** Of an error's text, so that it can be shown and stored. */
const MOST_CHARACTERS = 300;

/** One request to a tracker's HTTP API. */
export interface JsonRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  /** For the times that the tracker asks for. */
  now: Date;
}

/**
 * Asks for JSON.
 *
 * @returns undefined for 404 and 410, and for an answer without a body.
 * @throws IssueFailure
 */
export async function requestJson<T>(
  request: JsonRequest,
): Promise<T | undefined> {
  const response = await send(request);
  const text = await response.text();
  if (
    (response.status === 404 || response.status === 410) &&
    !isUnknownUser(response)
  ) {
    return undefined;
  }
  if (!response.ok) {
    throw failureOf(request, response, text);
  }
  if (!text) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new IssueFailure(
      `${hostOf(request)} answered something else than JSON`,
      { passing: true },
    );
  }
}

async function send(request: JsonRequest): Promise<Response> {
  const { method } = request;
  let { url } = request;
  for (let redirects = 0; ; redirects += 1) {
    const response = await sendOnce(request, url);
    const next = nextAddress(response, method, url);
    if (next === undefined) {
      return response;
    }
    // Credentials go to the configured host only.
    if (new URL(next).origin !== new URL(request.url).origin) {
      throw new IssueFailure(
        `${hostOf(request)} sends to another host, ${new URL(next).host}`,
        { passing: false },
      );
    }
    if (redirects >= MOST_REDIRECTS) {
      throw new IssueFailure(`${hostOf(request)} sends in circles`, {
        passing: false,
      });
    }
    url = next;
  }
}

/** Where a redirected request has to go, if it may be repeated as it is. */
function nextAddress(
  { status, headers }: Response,
  method: JsonRequest['method'],
  url: string,
): string | undefined {
  const isRepeatable =
    status === 307 ||
    status === 308 ||
    ((status === 301 || status === 302) && method !== 'POST');
  const location = headers.get('location');
  return isRepeatable && location && URL.canParse(location, url)
    ? new URL(location, url).href
    : undefined;
}

async function sendOnce(request: JsonRequest, url: string): Promise<Response> {
  const { method, headers, body } = request;
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': USER_AGENT,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
  } catch (error) {
    const cause = isError(error) && isError(error.cause) ? error.cause : error;
    throw new IssueFailure(
      `${hostOf(request)} can't be reached: ${
        isError(cause) ? cause.message : String(cause)
      }`,
      { passing: true },
    );
  }
}

function failureOf(
  request: JsonRequest,
  response: Response,
  text: string,
): IssueFailure {
  const { status, headers } = response;
  const retryAt =
    retryTime(headers, request.now) ??
    // GitHub REST API, "Rate limits": the second kind may come without a time; then it is a minute.
    ((status === 403 || status === 429) && SECONDARY_LIMIT.test(text)
      ? new Date(request.now.getTime() + MINUTE_MS)
      : undefined);
  return new IssueFailure(
    `${hostOf(request)} answered ${status}${reasonIn(text)}${
      status === 401 || isUnknownUser(response)
        ? '; its token in the configuration isn’t accepted, or no longer'
        : ''
    }`,
    {
      // GitHub says 403 where too much was asked of it, with a time to come back at.
      passing:
        status >= 500 ||
        status === 408 ||
        status === 429 ||
        (status === 403 && retryAt !== undefined),
      retryAt,
    },
  );
}

/**
 * Whether Jira took the caller for somebody without an account, who mostly is told that things aren't there, because it
 * doesn't accept the credentials.
 */
function isUnknownUser({ headers }: Response): boolean {
  return /^AUTHENT\w+_(FAILED|DENIED)/.test(
    headers.get('x-seraph-loginreason') ?? '',
  );
}

/** RFC 9110, "Retry-After"; GitHub REST API, "Rate limits". */
function retryTime(headers: Headers, now: Date): Date | undefined {
  const after = headers.get('retry-after');
  if (after) {
    const seconds = Number(after);
    const date = Number.isFinite(seconds)
      ? new Date(now.getTime() + seconds * 1000)
      : new Date(after);
    return Number.isNaN(date.getTime()) ? undefined : date;
  }
  const reset = Number(headers.get('x-ratelimit-reset'));
  return headers.get('x-ratelimit-remaining') === '0' && reset > 0
    ? new Date(reset * 1000)
    : undefined;
}

/** GitHub has `message` and `errors`, Jira `errorMessages` and `errors`. */
function reasonIn(text: string): string {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return '';
  }
  const { message, errorMessages, errors } = Object(said);
  const parts = [
    ...(typeof message === 'string' ? [message] : []),
    ...(Array.isArray(errorMessages) ? errorMessages : []),
    ...(Array.isArray(errors)
      ? errors.map(error => Object(error).message ?? JSON.stringify(error))
      : Object.entries(Object(errors)).map(
          ([field, problem]) => `${field}: ${problem}`,
        )),
  ];
  return parts.length > 0
    ? `: ${parts.join('; ').slice(0, MOST_CHARACTERS)}`
    : '';
}

function hostOf({ url }: JsonRequest): string {
  return new URL(url).host;
}
