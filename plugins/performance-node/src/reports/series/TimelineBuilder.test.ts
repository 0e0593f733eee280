import { TimelineBuilder } from './TimelineBuilder';

const START = Date.parse('2026-03-01T12:00:00Z');

describe('TimelineBuilder', () => {
  it('has nothing to show without requests', () => {
    expect(new TimelineBuilder().build()).toBeUndefined();
  });

  it('counts requests and failures per second, in whatever order they come', () => {
    const timeline = new TimelineBuilder();
    for (const second of [2, 0, 2]) {
      timeline.request(START + second * 1000 + 999);
    }
    timeline.failure(START + 2000);
    timeline.duration(START + 2000, 100);
    const built = timeline.build();
    expect(built).toMatchObject({
      startedAt: '2026-03-01T12:00:00.000Z',
      bucketSeconds: 1,
    });
    expect(
      built?.buckets.map(({ rate, errorRate }) => [rate, errorRate]),
    ).toEqual([
      [1, 0],
      [0, 0],
      [2, 1],
    ]);
    expect(built?.buckets[0]).not.toHaveProperty('p50');
    expect(Math.abs((built?.buckets[2].p95 ?? 0) - 100)).toBeLessThan(1);
  });

  it.each([
    [200, 1],
    [201, 2],
    [3600, 32],
    [86_400, 512],
  ])('of %i seconds has buckets of %i s', (seconds, bucketSeconds) => {
    const timeline = new TimelineBuilder();
    for (let second = seconds - 1; second >= 0; second--) {
      for (let request = 0; request < 20; request++) {
        timeline.request(START + second * 1000);
        timeline.duration(START + second * 1000, 50);
      }
    }
    const built = timeline.build();
    expect(built?.bucketSeconds).toBe(bucketSeconds);
    expect(built?.buckets.length).toBeLessThanOrEqual(200);
    const requests = (built?.buckets ?? []).reduce(
      (total, { rate }) => total + rate * bucketSeconds,
      0,
    );
    expect(requests).toBe(20 * seconds);
  });

  it.each([
    // 40 buckets of 4 s would hold 16 each.
    ['4 requests a second for 160 s', 160, 4, 8],
    // 20 buckets of 8 s hold too few, but fewer buckets wouldn't be a line.
    ['1 request a second for 160 s', 160, 1, 8],
    ['1 request a second for 30 s', 30, 1, 1],
  ])('widens buckets to hold enough: %s', (_, seconds, rate, bucketSeconds) => {
    const timeline = new TimelineBuilder();
    for (let second = 0; second < seconds; second++) {
      for (let request = 0; request < rate; request++) {
        timeline.request(START + second * 1000);
      }
    }
    const built = timeline.build();
    expect(built?.bucketSeconds).toBe(bucketSeconds);
    expect(built?.buckets.every(bucket => bucket.rate === rate)).toBe(true);
  });

  it('stays small when the times are decades apart', () => {
    const timeline = new TimelineBuilder();
    timeline.request(0);
    timeline.request(START);
    expect(timeline.build()?.buckets.length).toBeLessThanOrEqual(200);
  });
});
