import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fixture, runPerfGate } from '../__testUtils__/runPerfGate';

describe('perf-gate parse', () => {
  it('prints exactly the documented shape as JSON', async () => {
    const { exitCode, stdout, stderr } = await runPerfGate([
      'parse',
      'fails.json',
      '--json',
    ]);

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(
      [
        'tool',
        'format',
        'durationSeconds',
        'series',
        'toolVerdicts',
        'warnings',
      ], // the summary says neither its k6 version nor when it started
    );
    expect(report).toMatchObject({
      tool: 'k6',
      durationSeconds: 60,
      toolVerdicts: [
        {
          metric: 'http_req_duration',
          expression: 'p(95)<350',
          passed: false,
        },
      ],
    });
    // The numbers stand in the file.
    expect(
      report.series.find(
        (series: { metric: string }) =>
          series.metric === 'http.request.duration',
      ),
    ).toEqual({
      metric: 'http.request.duration',
      unit: 'ms',
      labels: {},
      count: 1200,
      min: 12,
      max: 824,
      mean: 206,
      quantiles: { '0.5': 185.4, '0.9': 370.8, '0.95': 412 },
      quantileMethod: 'reported',
    });
  });

  it.each([
    ['a file', ['fails.json'], undefined],
    ['standard input', ['-'], readFileSync(fixture('shop', 'fails.json'))],
    [
      'gzipped standard input',
      ['-'],
      gzipSync(readFileSync(fixture('shop', 'fails.json'))),
    ],
  ])('shows people what %s holds', async (_, args, stdin) => {
    const { exitCode, stdout } = await runPerfGate(['parse', ...args], {
      stdin,
    });

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^http\.request\.duration +1200 +206 ms +185 ms +412 ms +824 ms +reported$/m,
    );
    expect(stdout).toContain('✖ failed  http_req_duration p(95)<350');
    expect(stdout).not.toContain('\u001b');
  });

  it('keeps raw values and sketches to itself', async () => {
    const lines = [10, 20, 30].map(value =>
      JSON.stringify({
        type: 'Point',
        metric: 'http_req_duration',
        data: {
          time: '2026-01-02T03:04:05Z',
          value,
          tags: { name: 'GET /cart', method: 'GET', status: '200' },
        },
      }),
    );
    const { stdout } = await runPerfGate(['parse', '-', '--json'], {
      stdin: `${lines.join('\n')}\n`,
    });

    const { series, startedAt, timeline } = JSON.parse(stdout);
    // A sample's time is its end; the slowest took 30 ms.
    expect(startedAt).toBe('2026-01-02T03:04:04.970Z');
    expect(timeline).toBeUndefined();
    const durations = series.filter(
      (one: { metric: string }) => one.metric === 'http.request.duration',
    );
    expect(durations.map((one: { labels: unknown }) => one.labels)).toEqual([
      {},
      { endpoint: 'GET /cart' },
    ]);
    for (const one of durations) {
      expect(one).toMatchObject({
        count: 3,
        mean: 20,
        quantileMethod: 'exact',
      });
      expect(one).not.toHaveProperty('values');
      expect(one).not.toHaveProperty('sketch');
    }
  });

  it.each([
    ['a missing file', ['nowhere.json'], undefined, /no such report file/],
    ['a folder', ['.'], undefined, /folder/],
    ['nothing', ['-'], '', /empty/],
    ['some other file', ['catalog.yaml'], undefined, /not a report/],
    ['a report cut in half', ['-'], '{"metrics": {"http_reqs": {', /k6|JSON/],
    [
      'a gzip stream cut in half',
      ['-'],
      gzipSync(readFileSync(fixture('shop', 'fails.json'))).subarray(0, 200),
      /gzip stream/,
    ],
    [
      'a report beyond a limit',
      ['fails.json', '--limit', 'maxBytes=100'],
      undefined,
      /limit 100/,
    ],
    [
      'an unknown limit',
      ['fails.json', '--limit', 'maxFun=1'],
      undefined,
      /Known limits are maxBytes/,
    ],
    ['an unknown format', ['fails.json', '--format', 'xls'], undefined, /xls/],
    ['an unknown option', ['fails.json', '--frobnicate'], undefined, /unknown/],
    ['no argument', [], undefined, /missing required argument/],
    [
      'two formats at once',
      ['fails.json', '--json', '--format', 'text'],
      undefined,
      /contradict/,
    ],
  ])('refuses %s with exit code 2', async (_, args, stdin, message) => {
    const { exitCode, stdout, stderr } = await runPerfGate(['parse', ...args], {
      stdin,
    });

    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^ {2}fix: {3}\S/m);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});
