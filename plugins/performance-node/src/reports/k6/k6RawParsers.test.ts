import { readFile } from 'fs/promises';
import { join } from 'path';
import { parseText, seriesOf } from '../__testUtils__/parseText';

const NDJSON = join(__dirname, '__fixtures__', 'requests.ndjson');
const CSV = join(__dirname, '__fixtures__', 'requests.csv');

describe('k6 --out json', () => {
  it('reads requests of 100, 200 and 600 ms, the last one failed', async () => {
    const report = await parseText(await readFile(NDJSON));
    expect(report).toMatchObject({
      tool: 'k6',
      format: 'k6-ndjson',
      // The first request ended at 12:00:01 after 100 ms; the group began at 12:00:01.000.
      startedAt: '2026-03-01T12:00:00.900Z',
      durationSeconds: 4.05,
      toolVerdicts: [],
      configuration: { scenarios: 'peak' },
    });
    expect(seriesOf(report, 'http.request.duration')).toMatchObject({
      unit: 'ms',
      count: 3,
      min: 100,
      max: 600,
      mean: 300,
      values: [100, 200, 600],
      quantileMethod: 'exact',
    });
    // Type 7 of Hyndman and Fan: 200 + 0.9 × 400.
    expect(
      seriesOf(report, 'http.request.duration')?.quantiles['0.95'],
    ).toBeCloseTo(560, 9);
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 3,
      mean: 1 / 3,
    });
    expect(seriesOf(report, 'http.request.rate')).toMatchObject({
      count: 3,
      mean: 3 / 4.05,
    });
    expect(seriesOf(report, 'checks.passed')).toMatchObject({
      count: 2,
      mean: 0.5,
    });
    expect(seriesOf(report, 'vus')).toMatchObject({ mean: 2, min: 1, max: 3 });
    expect(seriesOf(report, 'custom.orders')).toMatchObject({ count: 8 });
    expect(seriesOf(report, 'custom.orders.rate')).toMatchObject({
      mean: 8 / 4.05,
      unit: '1/s',
    });
  });

  it('labels requests by endpoint, scenario and innermost group', async () => {
    const report = await parseText(await readFile(NDJSON));
    expect(
      report.series
        .filter(series => series.metric === 'http.request.duration')
        .map(series => [series.labels, series.values]),
    ).toEqual([
      [{}, [100, 200, 600]],
      [
        { endpoint: 'GET /cart', journey: 'checkout', scenario: 'peak' },
        [100, 200],
      ],
      [{ endpoint: 'Pay', journey: 'pay', scenario: 'peak' }, [600]],
    ]);
    expect(
      seriesOf(report, 'transaction.duration', {
        journey: 'checkout',
        scenario: 'peak',
      }),
    ).toMatchObject({ values: [3950] });
  });

  it('has a time line of the requests', async () => {
    const report = await parseText(await readFile(NDJSON));
    expect(report.timeline).toMatchObject({
      startedAt: '2026-03-01T12:00:01.000Z',
      bucketSeconds: 1,
    });
    expect(
      report.timeline?.buckets.map(({ rate, errorRate, p50 }) => [
        rate,
        errorRate,
        p50 !== undefined,
      ]),
    ).toEqual([
      [1, 0, true],
      [1, 0, true],
      [0, 0, false],
      [1, 1, true],
    ]);
    // DDSketch: within 1 %.
    expect(
      Math.abs((report.timeline?.buckets[0].p95 ?? 0) - 100),
    ).toBeLessThanOrEqual(1);
  });

  it('warns that the outcome of thresholds is missing', async () => {
    const report = await parseText(await readFile(NDJSON));
    expect(report.warnings).toEqual([
      {
        code: 'tool-verdicts-missing',
        message: expect.stringContaining('http_req_duration'),
        location: 'line 3',
      },
    ]);
  });

  it('reads the same whatever the chunks, with CRLF and a byte order mark', async () => {
    const content = await readFile(NDJSON);
    const expected = await parseText(content);
    await expect(parseText(content, { chunkBytes: 7 })).resolves.toEqual(
      expected,
    );
    const windows = `\uFEFF${content.toString().replace(/\n/g, '\r\n')}`;
    await expect(parseText(windows, { chunkBytes: 100 })).resolves.toEqual(
      expected,
    );
  });

  it.each([
    [
      'a record cut off',
      (lines: string[]) =>
        `${lines.slice(0, 4).join('\n')}\n${lines[4].slice(0, 60)}`,
      'k6 NDJSON: line 5: unexpected end of record (report cut off?)',
    ],
    [
      'something else between records',
      (lines: string[]) => [lines[0], 'INFO done', lines[1], ''].join('\n'),
      /^k6 NDJSON: line 2: not valid JSON: /,
    ],
    [
      'a record of another type',
      (lines: string[]) => [lines[0], '{"type":"Trace"}', ''].join('\n'),
      'k6 NDJSON: line 2: expected a record of type Metric or Point',
    ],
    [
      'a negative duration',
      (lines: string[]) =>
        [lines[2], lines[3].replace('"value":100', '"value":-100'), ''].join(
          '\n',
        ),
      'k6 NDJSON: line 2: http_req_duration is negative: -100',
    ],
    [
      'NaN',
      (lines: string[]) =>
        [lines[2], lines[3].replace('"value":100', '"value":NaN'), ''].join(
          '\n',
        ),
      /^k6 NDJSON: line 2: not valid JSON: /,
    ],
    [
      'infinity',
      (lines: string[]) =>
        [lines[2], lines[3].replace('"value":100', '"value":1e999'), ''].join(
          '\n',
        ),
      'k6 NDJSON: line 2: http_req_duration is not a finite number',
    ],
    [
      'a missing value',
      (lines: string[]) =>
        [lines[2], lines[3].replace('"value":100', '"value":null'), ''].join(
          '\n',
        ),
      'k6 NDJSON: line 2: http_req_duration is not a finite number',
    ],
    [
      'a time that is none',
      (lines: string[]) =>
        [lines[2], lines[3].replace('2026-03-01', 'yesterday'), ''].join('\n'),
      'k6 NDJSON: line 2: not a time of http_req_duration',
    ],
    [
      'a NUL byte',
      (lines: string[]) =>
        [lines[0], lines[1].replace('checkout', '\0'), ''].join('\n'),
      /^k6 NDJSON: byte \d+: NUL byte/,
    ],
    [
      'declarations only',
      (lines: string[]) => `${lines[0]}\n`,
      'k6 NDJSON: holds no samples',
    ],
  ])('refuses %s', async (_name, edit, message) => {
    const lines = (await readFile(NDJSON, 'utf8')).trimEnd().split('\n');
    await expect(parseText(edit(lines))).rejects.toThrow(message);
  });

  it('refuses a metric of an unknown type', async () => {
    const lines = (await readFile(NDJSON, 'utf8')).split('\n');
    await expect(
      parseText(lines[0].replace('counter', 'histogram')),
    ).rejects.toThrow(
      'k6 NDJSON: line 1: expected a Metric with its name and type',
    );
  });

  it('is understood from a part of it only where whole records remain', async () => {
    const content = await readFile(NDJSON, 'utf8');
    const broken = everyPart(content, 7).filter(part => !endsWhole(part));
    expect(broken.length).toBeGreaterThan(500);
    for (const part of broken) {
      await expect(parseText(part)).rejects.toThrow(/cut off|not a report/);
    }
  });
});

function everyPart(content: string, step: number): string[] {
  const parts: string[] = [];
  for (let length = 1; length < content.length; length += step) {
    parts.push(content.slice(0, length));
  }
  return parts;
}

function endsWhole(part: string): boolean {
  const lastLine = part.slice(part.lastIndexOf('\n') + 1);
  return lastLine === '' || isWhole(lastLine);
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

describe('k6 --out csv', () => {
  it('reads requests of 100 and 300 ms, the last one failed', async () => {
    const report = await parseText(await readFile(CSV));
    expect(report).toMatchObject({
      tool: 'k6',
      format: 'k6-csv',
      startedAt: '2026-03-01T12:00:00.900Z',
      durationSeconds: 2.1,
    });
    expect(
      report.series
        .filter(series => series.metric === 'http.request.duration')
        .map(series => [series.labels, series.values]),
    ).toEqual([
      [{}, [100, 300]],
      [{ endpoint: 'GET /cart', scenario: 'peak' }, [100]],
      [{ endpoint: 'Pay', journey: 'paying', scenario: 'peak' }, [300]],
    ]);
    expect(seriesOf(report, 'http.request.failed')).toMatchObject({
      count: 2,
      mean: 0.5,
    });
    expect(seriesOf(report, 'data.sent')).toMatchObject({ count: 512 });
  });

  it("takes a script's own metric for a trend and says so", async () => {
    const report = await parseText(await readFile(CSV));
    expect(seriesOf(report, 'custom.basket_size')).toMatchObject({
      unit: '1',
      values: [-4],
    });
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'metric-type-unknown',
    ]);
  });

  it.each([
    ['seconds', '1772366401'],
    ['milliseconds', '1772366401000'],
    ['microseconds', '1772366401000000'],
    ['nanoseconds', '1772366401000000000'],
    ['RFC 3339', '2026-03-01T12:00:01Z'],
    ['RFC 3339 with nanoseconds', '2026-03-01T13:00:01.000000001+01:00'],
  ])('reads times in %s', async (_name, time) => {
    const report = await parseText(
      `metric_name,timestamp,metric_value,extra_tags,metadata\nhttp_reqs,${time},1.000000,,\n`,
    );
    expect(report.startedAt).toBe('2026-03-01T12:00:01.000Z');
  });

  it.each([
    [
      'fewer fields than columns',
      'http_reqs,1772366401,1.000000,,\nhttp_reqs,1772366401\n',
      'k6 CSV: line 3: the record has 2 fields, not as many as the first (report cut off?)',
    ],
    [
      'a last line without line feed',
      'http_reqs,1772366401,1.000000,a=b,',
      'k6 CSV: line 2: unexpected end of record (report cut off?)',
    ],
    [
      'an open quote',
      'http_reqs,1772366401,1.000000,"a=b,\n',
      /^k6 CSV: line \d: unexpected end inside a quoted field \(report cut off\?\)/,
    ],
    [
      'NaN',
      'http_req_duration,1772366401,NaN,,\n',
      'k6 CSV: line 2: http_req_duration is not a finite number',
    ],
    [
      'infinity',
      'http_req_duration,1772366401,+Inf,,\n',
      'k6 CSV: line 2: http_req_duration is not a finite number',
    ],
    [
      'an empty value',
      'http_req_duration,1772366401,,,\n',
      'k6 CSV: line 2: http_req_duration is not a finite number',
    ],
    [
      'a negative duration',
      'http_req_duration,1772366401,-1.000000,,\n',
      'k6 CSV: line 2: http_req_duration is negative: -1',
    ],
    ['nothing but the header', '', 'k6 CSV: holds no samples'],
  ])('refuses %s', async (_name, rows, message) => {
    await expect(
      parseText(
        `metric_name,timestamp,metric_value,extra_tags,metadata\n${rows}`,
      ),
    ).rejects.toThrow(message);
  });

  it('is never understood from a part of a record', async () => {
    const content = await readFile(CSV, 'utf8');
    const broken = everyPart(content, 3).filter(part => !part.endsWith('\n'));
    for (const part of broken) {
      await expect(parseText(part)).rejects.toThrow(/cut off|not a report/);
    }
  });
});
