import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  MetricPoint,
  MetricQuery,
} from '@perf-governance/plugin-performance-node';
import {
  checkoutMetrics,
  hasPrometheus,
  startPrometheus,
  TestPrometheus,
} from 'test-prometheus';
import { prometheusSourceFactory } from '../prometheusSourceFactory';

// Thirty-five days of data, on a busy machine.
jest.setTimeout(60_000);

const describeReal = hasPrometheus() ? describe : describe.skip;
const signal = new AbortController().signal;
const stepSeconds = 300;
const step = stepSeconds * 1000;
const good = 'sum(http_requests_total{code="200"})';
const bad = 'sum(http_requests_total{code="500"})';

const sum = (points: MetricPoint[]) =>
  points.reduce((total, { value }) => total + value, 0);

/**
 * Expected values are worked out by hand from what `checkoutMetrics.cjs` says happened.
 *
 * Prometheus extrapolates what it saw between the first and the last scrape of a step, so a steady rate comes
 * out exactly, and a step in which the rate changes is off by at most what happens in one scrape interval.
 */
describeReal('on a real Prometheus', () => {
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    prometheus = await startPrometheus(checkoutMetrics());
  });

  afterAll(() => prometheus?.remove());

  const ask = async (
    query: string,
    from: string,
    to: string,
    rest: Partial<MetricQuery> = {},
    config: JsonObject = {},
  ) => {
    const source = prometheusSourceFactory.create({
      name: 'real',
      config: new ConfigReader({
        url: prometheus.url,
        maxRetries: 0,
        ...config,
      }),
      logger: mockServices.logger.mock(),
      clock: () => new Date('2026-11-04T01:00:00Z'),
    });
    const [result] = await source.queryRange(
      [
        {
          query,
          start: Date.parse(from),
          end: Date.parse(to),
          stepSeconds,
          counter: true,
          ...rest,
        },
      ],
      { signal },
    );
    return result;
  };

  it('counts a whole month over restarts, a gap and the change of clocks', async () => {
    // October in Berlin: 31 days and the hour that the clocks are put back.
    const october = ['2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'] as const;
    const requests = await ask(good, ...october);
    expect(requests).toMatchObject({
      until: Date.parse(october[1]),
      warnings: [],
    });
    expect(requests.error).toBeUndefined();
    // 745 hours of twelve steps, without the two hours that nobody scraped.
    expect(requests.points).toHaveLength(745 * 12 - 24);
    // Two instances, 30 requests a minute each; one of them is gone for six hours.
    const expected = (745 - 2) * 60 * 2 * 30 - 6 * 60 * 30;
    // Four restarts, and leaving and returning: one scrape interval's worth each.
    expect(Math.abs(sum(requests.points) - expected)).toBeLessThanOrEqual(
      6 * 30,
    );

    const failures = await ask(bad, ...october);
    expect(failures.points).toHaveLength(745 * 12 - 24);
    // 60 minutes of 6, which begin and end with a step; 89 of 10, which don't, with a restart in them.
    const failed = 60 * 6 + 89 * 10;
    expect(Math.abs(sum(failures.points) - failed)).toBeLessThanOrEqual(3 * 10);
  });

  it('sees a restart through', async () => {
    const { points } = await ask(
      good,
      '2026-10-15T11:55:00Z',
      '2026-10-15T12:10:00Z',
    );
    // Five minutes of two instances.
    expect(points.map(({ value }) => value)).toEqual([300, 300, 300]);
  });

  it('has the failures in the steps in which they happened', async () => {
    const { points } = await ask(
      bad,
      '2026-10-10T09:55:00Z',
      '2026-10-10T11:05:00Z',
    );
    const at = Date.parse('2026-10-10T09:55:00Z');
    // Twelve steps of 30 within the hour, and none before and after.
    expect(points).toEqual(
      [0, ...new Array(12).fill(30), 0].map((value, index) => ({
        at: at + index * step,
        value: expect.closeTo(value, 6),
      })),
    );
  });

  it.each([
    ['counters', good, true],
    ['a gauge', 'latency_seconds', false],
  ])(
    'has no point of %s for what nobody scraped',
    async (_, query, counter) => {
      const { points, error } = await ask(
        query,
        '2026-10-20T02:50:00Z',
        '2026-10-20T05:10:00Z',
        { counter },
      );
      expect(error).toBeUndefined();
      expect(
        points.map(({ at }) => new Date(at).toISOString().slice(11, 16)),
      ).toEqual(['02:50', '02:55', '05:00', '05:05']);
    },
  );

  it('has the value of a gauge at the end of each step', async () => {
    const { points } = await ask(
      'latency_seconds',
      '2026-10-25T00:25:00Z',
      '2026-10-25T00:45:00Z',
      { counter: false },
    );
    // Slow from 00:33 on.
    expect(points.map(({ value }) => value)).toEqual([0.2, 0.9, 0.9, 0.9]);
  });

  it('gives the same in pieces', async () => {
    const week = ['2026-10-18T00:00:00Z', '2026-10-25T00:00:00Z'] as const;
    const whole = await ask(good, ...week);
    expect(whole.points.length).toBeGreaterThan(1900);
    expect(await ask(good, ...week, {}, { maxPointsPerQuery: 100 })).toEqual(
      whole,
    );
  });

  it('answers more steps than one query may have', async () => {
    const { points, error } = await ask(
      good,
      '2026-10-21T00:00:00Z',
      '2026-11-04T00:00:00Z',
      { stepSeconds: 60 },
    );
    // A step of one scrape interval holds one sample, of which there is no increase.
    expect([points, error]).toEqual([[], undefined]);
    const gauge = await ask(
      'latency_seconds',
      '2026-10-21T00:00:00Z',
      '2026-11-04T00:00:00Z',
      { stepSeconds: 60, counter: false },
    );
    // The first scrape, at 00:00:07, is the first step's.
    expect(gauge.points).toHaveLength(14 * 24 * 60);
  });

  it.each([
    [
      'http_requests_total',
      /^The query gives more than one series \(.*\); aggregate it, e\.g\. sum\(…\)$/,
    ],
    ['sum(http_requests_total', /^The query isn't PromQL/],
    [
      'http_requests_total + on (job) http_requests_total',
      /^execution: .*many-to-many/,
    ],
    [
      'sum(http_requests_total, http_requests_total)',
      /^bad_data: .*wrong number of arguments/,
    ],
  ])('explains what is wrong with %s', async (query, message) => {
    const result = await ask(
      query,
      '2026-10-10T00:00:00Z',
      '2026-10-10T01:00:00Z',
    );
    expect(result).toEqual({
      points: [],
      until: Date.parse('2026-10-10T00:00:00Z'),
      warnings: [],
      error: { kind: 'rejected', message: expect.stringMatching(message) },
    });
  });

  it('knows nothing of what is unknown', async () => {
    expect(
      await ask('sum(nothing)', '2026-10-10T00:00:00Z', '2026-10-10T01:00:00Z'),
    ).toEqual({
      points: [],
      until: Date.parse('2026-10-10T01:00:00Z'),
      warnings: [],
    });
  });

  it('is unavailable while it is down, and answers once it is back', async () => {
    const hour = ['2026-10-10T00:00:00Z', '2026-10-10T01:00:00Z'] as const;
    const before = await ask(good, ...hour);
    expect(before.points).toHaveLength(12);
    await prometheus.stop();
    expect((await ask(good, ...hour)).error).toEqual({
      kind: 'unavailable',
      message: 'The source refuses connections',
    });
    await prometheus.start();
    expect(await ask(good, ...hour)).toEqual(before);
  });
});
