import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { MetricQuery } from '@perf-governance/plugin-performance-node';
import {
  failure,
  matrix,
  startServer,
  TestServer,
} from './__testUtils__/startServer';
import { prometheusSourceFactory } from './prometheusSourceFactory';

const start = Date.parse('2026-11-22T00:00:00Z');
const minute = 60_000;
const seconds = (step: number) => (start + step * minute) / 1000;
const signal = new AbortController().signal;

const query = (rest: Partial<MetricQuery> = {}): MetricQuery => ({
  query: 'sum(requests)',
  start,
  end: start + 3 * minute,
  stepSeconds: 60,
  counter: false,
  ...rest,
});
const unanswered = (kind: string, message: string) => ({
  points: [],
  until: start,
  warnings: [],
  error: { kind, message },
});

describe('PrometheusMetricSource', () => {
  let server: TestServer;
  let now: Date;

  beforeEach(async () => {
    server = await startServer();
    now = new Date('2026-11-22T12:00:00Z');
  });

  afterEach(() => server.stop());

  const sourceOf = (config: JsonObject = {}) =>
    prometheusSourceFactory.create({
      name: 'main',
      config: new ConfigReader({ url: server.url, ...config }),
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
  const ask = async (config?: JsonObject, rest?: Partial<MetricQuery>) => {
    const source = sourceOf(config);
    const [result] = await source.queryRange([query(rest)], { signal });
    return result;
  };
  /** One by one, the last for all that follow. */
  const answerInTurn = (
    ...answers: [
      status: number,
      body: string,
      headers?: Record<string, string>,
    ][]
  ) => {
    let turn = 0;
    server.answer((_, response) => {
      const [status, body, headers] =
        answers[Math.min(turn, answers.length - 1)];
      turn += 1;
      response.writeHead(status, headers).end(body);
    });
  };

  it('asks at the ends of steps, by form', async () => {
    answerInTurn([200, matrix([])]);
    await ask({ tenant: 'shop', headers: { 'X-Team': 'a' } });
    const [{ method, path, headers, form }] = server.requests;
    expect([method, path]).toEqual(['POST', '/api/v1/query_range']);
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'x-scope-orgid': 'shop',
      'x-team': 'a',
    });
    expect(Object.fromEntries(form)).toEqual({
      query: 'sum(requests)',
      start: String(seconds(1)),
      end: String(seconds(3)),
      step: '60',
      timeout: '30s',
      limit: '2',
    });
  });

  it.each([
    ['/prometheus', '/prometheus/api/v1/query_range'],
    ['/select/0/prometheus/', '/select/0/prometheus/api/v1/query_range'],
  ])('asks below %s', async (prefix, path) => {
    answerInTurn([200, matrix([])]);
    await ask({
      url: `${server.url}${prefix}`,
      queryParameters: { partial_response: 'true' },
    });
    expect(server.requests[0].path).toBe(path);
    expect(server.requests[0].form.get('partial_response')).toBe('true');
  });

  it.each([
    [
      { basicAuth: { username: 'ann', password: 'pass:word' } },
      // printf 'ann:pass:word' | base64
      'Basic YW5uOnBhc3M6d29yZA==',
    ],
    [{ bearerToken: 'token' }, 'Bearer token'],
  ])('authenticates by %j', async (config, authorization) => {
    answerInTurn([200, matrix([])]);
    await ask(config);
    expect(server.requests[0].headers.authorization).toBe(authorization);
  });

  it('leaves out steps without a finite number', async () => {
    answerInTurn([
      200,
      matrix([
        [seconds(1), '2.5'],
        [seconds(2), 'NaN'],
        [seconds(4), '+Inf'],
        [seconds(5), '-Inf'],
        [seconds(6), '0'],
      ]),
    ]);
    expect(await ask({}, { end: start + 7 * minute })).toEqual({
      points: [
        { at: start, value: 2.5 },
        { at: start + 5 * minute, value: 0 },
      ],
      until: start + 7 * minute,
      warnings: [],
    });
  });

  it('keeps what the server says about the data', async () => {
    answerInTurn([
      200,
      matrix([[seconds(1), '1']], {
        warnings: ['store eu-1 is down'],
        infos: ['metric might not be a counter'],
      }),
    ]);
    expect(
      await ask({ maxPointsPerQuery: 1 }, { end: start + minute }),
    ).toEqual({
      points: [{ at: start, value: 1 }],
      until: start + minute,
      warnings: ['store eu-1 is down', 'metric might not be a counter'],
    });
  });

  it('asks for the increase of counters', async () => {
    answerInTurn([200, matrix([])]);
    const result = await ask(
      {},
      { counter: true, query: 'sum(a_total) / sum(rate(b_total[5m]))' },
    );
    expect(server.requests[0].form.get('query')).toBe(
      'sum(increase(a_total[60s])) / sum(rate(b_total[5m]))',
    );
    expect(result.warnings).toEqual([
      'b_total[5m] has a range of its own, so it was taken as it is; queries of counters name them without rate() or increase()',
    ]);
  });

  it('asks in pieces that the server answers', async () => {
    const values = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index): [number, string] => [
        seconds(from + index),
        '1',
      ]);
    server.answer(({ form }, response) => {
      const step = (name: string) => (Number(form.get(name)) - seconds(0)) / 60;
      response.end(matrix(values(step('start'), step('end'))));
    });
    now = new Date(start + 25_001 * minute);
    const all = await ask({}, { end: start + 25_000 * minute });
    expect(
      server.requests.map(({ form }) => [form.get('start'), form.get('end')]),
    ).toEqual(
      [
        [1, 11_000],
        [11_001, 22_000],
        [22_001, 25_000],
      ].map(piece => piece.map(step => String(seconds(step)))),
    );
    expect(all.points.map(({ at }) => at)).toEqual(
      Array.from({ length: 25_000 }, (_, index) => start + index * minute),
    );
  });

  it('asks for less where the server says that it was too much', async () => {
    server.answer(({ form }, response) => {
      const [from, to] = [Number(form.get('start')), Number(form.get('end'))];
      if (to - from > 60) {
        response
          .writeHead(422)
          .end(
            failure(
              'execution',
              'query processing would load too many samples into memory in query execution',
            ),
          );
      } else {
        response.end(matrix([[from, '1']]));
      }
    });
    expect(await ask({}, { end: start + 5 * minute })).toEqual({
      points: [0, 2, 4].map(step => ({ at: start + step * minute, value: 1 })),
      until: start + 5 * minute,
      warnings: [],
    });
  });

  it('keeps the pieces before an error', async () => {
    answerInTurn(
      [200, matrix([[seconds(1), '1']])],
      [400, failure('bad_data', 'invalid parameter')],
    );
    expect(await ask({ maxPointsPerQuery: 2 })).toEqual({
      points: [{ at: start, value: 1 }],
      until: start + 2 * minute,
      warnings: [],
      error: { kind: 'rejected', message: 'bad_data: invalid parameter' },
    });
  });

  it('answers up to the last step whose samples had time to arrive', async () => {
    answerInTurn([200, matrix([[seconds(1), '1']])]);
    now = new Date(start + 2 * minute + 59_000);
    expect(await ask()).toEqual({
      points: [{ at: start, value: 1 }],
      until: start + minute,
      warnings: [],
    });
    now = new Date(start + minute + 59_000);
    expect(await ask()).toEqual({ points: [], until: start, warnings: [] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [400, failure('bad_data', 'parse error: unclosed left parenthesis')],
    [422, failure('execution', 'many-to-many matching not allowed')],
  ])(
    'explains what status %s refuses, without trying again',
    async (...answer) => {
      answerInTurn(answer);
      const { errorType, error } = JSON.parse(answer[1]);
      expect(await ask()).toEqual(
        unanswered('rejected', `${errorType}: ${error}`),
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each([
    [
      401,
      'Unauthorized',
      'The source answered with status 401: it wants other credentials',
    ],
    [
      404,
      'not found',
      'The source answered with status 404: its url has no query API',
    ],
    [
      503,
      failure('timeout', 'query timed out in expression evaluation'),
      'The source answered with status 503: timeout: query timed out in expression evaluation',
    ],
  ])('does not try again after status %s', async (status, body, message) => {
    answerInTurn([status, body]);
    expect(await ask()).toEqual(unanswered('unavailable', message));
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [
      [
        { metric: { __name__: 'up', job: 'a' }, values: [[seconds(1), '1']] },
        { metric: { job: 'b' }, values: [[seconds(1), '1']] },
      ],
      'The query gives more than one series (up{job="a"}, {job="b"}); aggregate it, e.g. sum(…)',
    ],
    [
      [{ metric: {}, histograms: [[seconds(1), { count: '1' }]] }],
      'The query gives native histograms; take a number of them, e.g. histogram_count(…)',
    ],
  ])('wants one number per step', async (result, message) => {
    answerInTurn([
      200,
      JSON.stringify({
        status: 'success',
        data: { resultType: 'matrix', result },
      }),
    ]);
    expect(await ask()).toEqual(unanswered('rejected', message));
  });

  it('stops reading an endless answer', async () => {
    server.answer((_, response) => {
      const chunk = ' '.repeat(1024 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    });
    expect(await ask()).toEqual(
      unanswered(
        'rejected',
        'The answer is larger than 8 MB; aggregate the query, e.g. sum(…)',
      ),
    );
  });

  it.each([
    ['<html>Log in</html>', /^The answer isn't JSON/],
    [
      '{"status":"success"}',
      /^The answer isn't one of Prometheus's HTTP API: data: /,
    ],
    [matrix([[seconds(1), 'many']]), /^'many' in the answer is no number$/],
    [matrix([[seconds(1), '']]), /is no number$/],
    [
      matrix([[seconds(9), '1']]),
      /^The answer has values of times that nobody asked for$/,
    ],
    [
      matrix([
        [seconds(2), '1'],
        [seconds(1), '1'],
      ]),
      /^The answer has values of times/,
    ],
    [matrix([[seconds(1) + 7, '1']]), /^The answer has values of times/],
  ])('takes nothing from the rubbish %j', async (body, message) => {
    answerInTurn([200, body]);
    expect(await ask()).toEqual({
      ...unanswered('unavailable', ''),
      error: { kind: 'unavailable', message: expect.stringMatching(message) },
    });
    expect(server.requests).toHaveLength(1);
  });

  it('does not follow to other addresses', async () => {
    const other = await startServer();
    answerInTurn([302, '', { location: other.url }]);
    const result = await ask({ bearerToken: 'secret' });
    await other.stop();
    expect(result.error?.message).toBe(
      'The source sends us elsewhere, maybe to a login; its url has to be the address that answers',
    );
    expect(other.requests).toEqual([]);
  });
});
