import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readPrometheusConfig } from './readPrometheusConfig';

const read = (config: JsonObject) =>
  readPrometheusConfig(new ConfigReader(config));
const url = 'http://prometheus:9090';

describe('readPrometheusConfig', () => {
  it('has defaults for all but the url', () => {
    expect(read({ url })).toEqual({
      url: new URL('http://prometheus:9090/api/v1/query_range'),
      headers: {},
      queryParameters: {},
      timeoutMilliseconds: 30_000,
      delayMilliseconds: 60_000,
      maxConcurrentQueries: 4,
      maxPointsPerQuery: 11_000,
      maxRetries: 3,
    });
  });

  it('reads durations as Backstage writes them', () => {
    expect(
      read({ url, timeout: '10s', delay: { minutes: 2, seconds: 30 } }),
    ).toMatchObject({
      timeoutMilliseconds: 10_000,
      delayMilliseconds: 150_000,
    });
  });

  it.each<[JsonObject, string]>([
    [{}, "Missing required config value at 'url'"],
    [{ url: 'prometheus' }, 'url is no URL'],
    [{ url: 'ftp://prometheus' }, 'url has to begin with http:// or https://'],
    [
      { url: 'http://ann:secret@prometheus' },
      'url has a user name or password in it; use basicAuth',
    ],
    [
      { url: `${url}?dedup=true` },
      'url has a "?" or "#" in it; use queryParameters',
    ],
    [
      {
        url,
        bearerToken: 'secret',
        basicAuth: { username: 'a', password: 'secret' },
      },
      'basicAuth and bearerToken exclude each other',
    ],
    [
      { url, bearerToken: 'secret\nsecret' },
      "The header 'authorization' can't be sent as it is",
    ],
    [
      { url, maxConcurrentQueries: 0 },
      'maxConcurrentQueries is 0; it has to be a whole number, at least 1',
    ],
    [
      { url, maxRetries: 1.5 },
      'maxRetries is 1.5; it has to be a whole number, at least 0',
    ],
  ])('refuses %j', (config, message) => {
    let thrown: unknown;
    try {
      read(config);
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toContain(message);
    expect(String(thrown)).not.toContain('secret');
  });
});
