import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** Prometheus answers no query that has more points than these per series. */
const MOST_POINTS = 11_000;

/** A source as an item of `performance.metricSources` describes it. */
export interface PrometheusConfig {
  /** Of range queries. */
  url: URL;
  /** Secrets among them. */
  headers: Record<string, string>;
  queryParameters: Record<string, string>;
  timeoutMilliseconds: number;
  delayMilliseconds: number;
  maxConcurrentQueries: number;
  maxPointsPerQuery: number;
  maxRetries: number;
}

/** @throws Error that says what is wrong, without repeating secrets. */
export function readPrometheusConfig(config: Config): PrometheusConfig {
  const duration = (key: string, otherwise: HumanDuration) =>
    durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : otherwise,
    );
  return {
    url: readUrl(config),
    headers: readHeaders(config),
    queryParameters: readStrings(config, 'queryParameters'),
    timeoutMilliseconds: duration('timeout', { seconds: 30 }),
    delayMilliseconds: duration('delay', { minutes: 1 }),
    maxConcurrentQueries: readCount(config, 'maxConcurrentQueries', 1, 4),
    maxPointsPerQuery: readCount(config, 'maxPointsPerQuery', 1, MOST_POINTS),
    maxRetries: readCount(config, 'maxRetries', 0, 3),
  };
}

function readUrl(config: Config): URL {
  const text = config.getString('url');
  if (!URL.canParse(text)) {
    throw new InputError('url is no URL');
  }
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) {
    throw new InputError('url has to begin with http:// or https://');
  }
  if (url.username || url.password) {
    throw new InputError(
      'url has a user name or password in it; use basicAuth',
    );
  }
  if (url.search || url.hash) {
    throw new InputError('url has a "?" or "#" in it; use queryParameters');
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/api/v1/query_range`;
  return url;
}

function readHeaders(config: Config): Record<string, string> {
  const basicAuth = config.getOptionalConfig('basicAuth');
  const bearerToken = config.getOptionalString('bearerToken');
  const tenant = config.getOptionalString('tenant');
  if (basicAuth && bearerToken) {
    throw new InputError('basicAuth and bearerToken exclude each other');
  }
  const headers = {
    ...readStrings(config, 'headers'),
    ...(tenant && { 'x-scope-orgid': tenant }),
    ...(bearerToken && { authorization: `Bearer ${bearerToken}` }),
    ...(basicAuth && {
      authorization: `Basic ${Buffer.from(
        `${basicAuth.getString('username')}:${basicAuth.getString('password')}`,
      ).toString('base64')}`,
    }),
  };
  for (const [name, value] of Object.entries(headers)) {
    // The built-in check would repeat the value, which may be a secret.
    try {
      new Headers().set(name, value);
    } catch {
      throw new InputError(`The header '${name}' can't be sent as it is`);
    }
  }
  return headers;
}

function readStrings(config: Config, key: string): Record<string, string> {
  const strings = config.getOptionalConfig(key);
  return Object.fromEntries(
    (strings?.keys() ?? []).map(name => [
      // Names may hold dots, which a path of config keys can't.
      name,
      String(strings?.get<Record<string, unknown>>()[name]),
    ]),
  );
}

function readCount(
  config: Config,
  key: string,
  least: number,
  otherwise: number,
): number {
  const count = config.getOptionalNumber(key) ?? otherwise;
  if (!Number.isInteger(count) || count < least) {
    throw new InputError(
      `${key} is ${count}; it has to be a whole number, at least ${least}`,
    );
  }
  return count;
}
