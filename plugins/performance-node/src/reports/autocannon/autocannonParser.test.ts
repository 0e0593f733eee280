import { readFile } from 'fs/promises';
import { join } from 'path';
import { parseText, seriesOf } from '../__testUtils__/parseText';

const FIXTURE = join(__dirname, '__fixtures__', 'result.json');

describe('autocannon --json', () => {
  it('has the percentiles autocannon prints, which p95 is not among', async () => {
    const report = await parseText(await readFile(FIXTURE));
    expect(report).toMatchObject({
      tool: 'autocannon',
      format: 'autocannon-json',
      startedAt: '2026-11-22T15:26:53.577Z',
      durationSeconds: 5,
      configuration: { connections: 20, pipelining: 1 },
    });
    expect(seriesOf(report, 'http.request.duration')).toEqual({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: {},
      count: 990,
      min: 1,
      max: 25,
      mean: 1.77,
      stddev: 0.95,
      quantiles: {
        '0.01': 0,
        '0.025': 0,
        '0.1': 1,
        '0.25': 1,
        '0.5': 2,
        '0.75': 2,
        '0.9': 3,
        '0.975': 4,
        '0.99': 4,
        '0.999': 7,
      },
      quantileMethod: 'reported',
    });
  });

  it('counts responses other than 2xx and connection errors as failed', async () => {
    const report = await parseText(await readFile(FIXTURE));
    // 990 responses, 40 of them not 2xx, and 10 requests without response.
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 1000,
      mean: 0.05,
    });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({
      count: 990,
      mean: 198,
    });
  });

  it('has no latencies where nothing was answered', async () => {
    const document = JSON.parse(await readFile(FIXTURE, 'utf8'));
    document.latency.totalCount = 0;
    document.non2xx = 0;
    const report = await parseText(JSON.stringify(document));
    expect(seriesOf(report, 'http.request.duration')).toBeUndefined();
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 10,
      mean: 1,
    });
  });

  it('is refused without a duration', async () => {
    const document = JSON.parse(await readFile(FIXTURE, 'utf8'));
    delete document.duration;
    await expect(parseText(JSON.stringify(document))).rejects.toThrow(
      'autocannon JSON: duration: missing',
    );
  });
});
