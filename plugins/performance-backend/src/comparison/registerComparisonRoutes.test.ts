import { createTestDatabases } from '../__testUtils__/createTestDatabases';
import { budget, component, newRun } from '../__testUtils__/fixtures';
import {
  startPerformance,
  TestPerformance,
} from '../__testUtils__/startPerformance';

describe('GET /runs/{runId}/comparison', () => {
  const databases = createTestDatabases();
  let performance: TestPerformance;

  const upload = async (run: Parameters<typeof newRun>[0]) => {
    const { body } = await performance.call('POST', '/runs', {
      json: newRun(run),
    });
    return body.run.id as string;
  };
  const compare = (runId: string, query = {}) =>
    performance.call('GET', `/runs/${runId}/comparison`, { query });

  beforeAll(async () => {
    performance = await startPerformance({
      knex: await databases.init('SQLITE_3'),
      now: '2026-11-22T12:00:00Z',
      entities: [component('checkout'), component('search')],
    });
  });
  beforeEach(() => performance.forgetEntities());
  afterAll(() => performance.stop());

  it('compares with the newest comparable earlier run, and measures noise on five', async () => {
    for (const [day, p95] of [180, 198, 200, 202, 199, 201].entries()) {
      await upload({
        startedAt: `2026-11-0${day + 1}T10:00:00Z`,
        p95,
        endpoints: { 'POST /pay': 300, 'GET /cart': 100 },
      });
    }
    // None of these is comparable.
    const other = { startedAt: '2026-11-10T10:00:00Z', p95: 1000 };
    await upload({ ...other, environment: 'staging' });
    await upload({ ...other, branch: 'feature/x' });
    await upload({ ...other, more: { configuration: { vus: 50 } } });
    await upload({ ...other, more: { tool: 'jmeter' } });
    await upload({ ...other, startedAt: '2026-11-20T10:00:00Z' });
    const invalid = await upload(other);
    await performance.call('PUT', `/runs/${invalid}/invalidation`, {
      json: { reason: 'noise' },
    });

    const run = await upload({
      startedAt: '2026-11-11T10:00:00Z',
      p95: 250,
      endpoints: { 'POST /pay': 400, 'GET /cart': 100 },
    });
    const { status, body } = await compare(run);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      baselineRuns: 5,
      baseline: { startedAt: '2026-11-06T10:00:00.000Z', p95: 201 },
      explanation: expect.stringContaining('POST /pay'),
    });
    // Median absolute deviation of 198, 200, 202, 199, 201 is 1; × 1.4826 / 200.
    expect(body.noise).toBeCloseTo(1.4826 / 200, 6);
    const row = body.rows.find(
      ({ labels, statistic }: any) =>
        Object.keys(labels).length === 0 && statistic === 'p95',
    );
    expect(row).toMatchObject({
      metric: 'http.request.duration',
      value: 250,
      baseline: 201,
      comparable: true,
      significant: true,
    });
    expect(row.delta).toBeCloseTo(49 / 201, 6);
    // Printed percentiles have no distribution.
    expect(body.distribution).toBeUndefined();
  });

  it('shows both distributions where the runs hold their values', async () => {
    const withValues = (startedAt: string, values: number[]) => {
      const run = newRun({ startedAt });
      return performance.call('POST', '/runs', {
        json: {
          ...run,
          series: [
            {
              ...run.series[0],
              count: values.length,
              min: Math.min(...values),
              max: Math.max(...values),
              quantileMethod: 'exact',
              values,
            },
          ],
        },
      });
    };
    await withValues('2026-11-01T10:00:00Z', [10, 20, 30, 40]);
    const { body: uploaded } = await withValues(
      '2026-11-02T10:00:00Z',
      [40, 20, 20, 10],
    );
    const { body } = await compare(uploaded.run.id);
    for (const distribution of [body.distribution, body.baselineDistribution]) {
      expect(distribution).toMatchObject({
        metric: 'http.request.duration',
        unit: 'ms',
      });
      const shares = distribution.buckets.map(({ share }: any) => share);
      expect(
        shares.reduce((sum: number, share: number) => sum + share, 0),
      ).toBeCloseTo(1, 9);
      expect(shares.length).toBeGreaterThan(1);
    }
    expect(
      Math.max(...body.distribution.buckets.map(({ share }: any) => share)),
    ).toBe(0.5);
  });

  it('compares a run that fails with the last one that passed', async () => {
    const { body: definition } = await performance.call(
      'POST',
      '/definitions',
      { json: { content: budget('latency', { fail: '<= 300 ms' }) } },
    );
    const slower = [200, 202, 198, 201, 320, 340, 360];
    for (const [day, p95] of slower.entries()) {
      await upload({ startedAt: `2026-11-0${day + 1}T10:00:00Z`, p95 });
    }
    const run = await upload({ startedAt: '2026-11-08T10:00:00Z', p95: 362 });
    const { body } = await compare(run);
    await performance.call(
      'DELETE',
      `/definitions/${encodeURIComponent(definition.id)}`,
    );
    expect(body).toMatchObject({
      baseline: { startedAt: '2026-11-04T10:00:00.000Z', p95: 201 },
      baselineRuns: 4,
    });
    // Beside yesterday's 360 ms, 362 ms would be noise.
    expect(body.rows).toContainEqual(
      expect.objectContaining({
        labels: {},
        statistic: 'p95',
        value: 362,
        baseline: 201,
        significant: true,
      }),
    );
    // Median absolute deviation of 200, 202, 198, 201 is 1; × 1.4826 / 200.5.
    expect(body.noise).toBeCloseTo(1.4826 / 200.5, 6);
  });

  it('compares with the run that is named', async () => {
    const pull = await upload({
      startedAt: '2026-11-01T10:00:00Z',
      branch: 'feature/x',
      p95: 100,
    });
    await upload({ startedAt: '2026-11-02T10:00:00Z', p95: 150 });
    const run = await upload({ startedAt: '2026-11-03T10:00:00Z', p95: 200 });
    const { body } = await compare(run, {
      baselineRunId: pull,
      metric: 'http.request.duration',
    });
    expect(body).toMatchObject({
      baseline: { id: pull },
      rows: expect.arrayContaining([
        expect.objectContaining({ statistic: 'p95', delta: 1 }),
      ]),
    });
  });

  it('refuses a baseline of another entity', async () => {
    const other = await upload({
      startedAt: '2026-11-01T10:00:00Z',
      entity: 'search',
    });
    const run = await upload({ startedAt: '2026-11-03T10:00:00Z' });
    const { status, body } = await compare(run, { baselineRunId: other });
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/component:default\/search/);
  });

  it('says why there is nothing to compare with', async () => {
    const run = await upload({ startedAt: '2026-11-03T10:00:00Z' });
    expect((await compare(run)).body).toEqual({
      rows: [],
      baselineRuns: 0,
      reason: expect.stringContaining('no earlier valid run'),
    });
  });
});
