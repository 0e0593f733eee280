import { readFile } from 'fs/promises';
import { join } from 'path';
import { parseText, seriesOf } from '../__testUtils__/parseText';

const fixture = (name: string) =>
  readFile(join(__dirname, '__fixtures__', `${name}.json`), 'utf8');

const values = (
  report: Awaited<ReturnType<typeof parseText>>,
  labels: Record<string, string> = {},
) =>
  Object.fromEntries(
    report.series
      .filter(
        series => JSON.stringify(series.labels) === JSON.stringify(labels),
      )
      .map(series => [series.metric, series.values]),
  );

describe('a Lighthouse result', () => {
  it('of version 9 has metrics, scores, page weight and budgets', async () => {
    const report = await parseText(await fixture('lhr-9'));
    expect(report).toMatchObject({
      tool: 'lighthouse',
      toolVersion: '9.6.8',
      format: 'lighthouse-lhr',
      startedAt: '2026-03-01T12:00:00.000Z',
      durationSeconds: 11,
      warnings: [],
      configuration: {
        formFactor: 'mobile',
        throttlingMethod: 'simulate',
        rttMs: 150,
        throughputKbps: 1638.4,
        cpuSlowdownMultiplier: 4,
      },
    });
    const measured = {
      'web.lcp': [3289.8],
      'web.fcp': [1719.8],
      'web.cls': [0.169],
      'web.tbt': [575.5],
      'web.si': [2245.4],
      'web.tti': [4740],
      'web.ttfb': [50.3],
      'page.dom.size': [259],
      'page.bytes.total': [350000],
      'page.bytes.script': [160000],
      'page.bytes.third-party': [194000],
      'page.requests.total': [26],
      'page.requests.third-party': [16],
      'web.score.performance': [0.7],
    };
    expect(values(report)).toEqual(measured);
    expect(values(report, { page: '/home', formFactor: 'mobile' })).toEqual(
      measured,
    );
    expect(report.toolVerdicts).toEqual([
      {
        metric: 'resource-summary:script:size',
        expression: '<= 100 KiB',
        passed: false,
      },
      {
        metric: 'resource-summary:total:size',
        expression: '<= 500 KiB',
        passed: true,
      },
      {
        metric: 'resource-summary:third-party:count',
        expression: '<= 10 requests',
        passed: false,
      },
      {
        metric: 'largest-contentful-paint',
        expression: '<= 2500 ms',
        passed: false,
      },
      {
        metric: 'total-blocking-time',
        expression: '<= 600 ms',
        passed: true,
      },
    ]);
  });

  it('of version 13 has insights, and no budgets', async () => {
    const report = await parseText(await fixture('lhr-13'));
    expect(report.toolVersion).toBe('13.4.1');
    expect(report.toolVerdicts).toEqual([]);
    expect(values(report)).toMatchObject({
      'page.dom.size': [153],
      'custom.web.score.agentic-browsing': [0.3],
    });
    expect(seriesOf(report, 'web.tti')).toBeUndefined();
    expect(report.warnings).toEqual([
      {
        code: 'lighthouse-warning',
        message: 'The page was redirected.',
        location: 'runWarnings',
      },
      {
        code: 'audit-failed',
        message: 'interactive: NO_LCP',
        location: 'audits.interactive',
      },
    ]);
  });

  it('of version 6 says its form factor elsewhere', async () => {
    const report = await parseText(await fixture('lhr-6'));
    expect(
      seriesOf(report, 'web.lcp', { page: '/home', formFactor: 'desktop' }),
    ).toMatchObject({ mean: 3289.8 });
  });

  it('is found where sorted keys put the version far behind', async () => {
    const document = JSON.parse(await fixture('lhr-9'));
    const { audits, ...rest } = document;
    audits['a-large-audit'] = {
      scoreDisplayMode: 'informative',
      details: 'x'.repeat(100_000),
    };
    const report = await parseText(JSON.stringify({ audits, ...rest }));
    expect(report.toolVersion).toBe('9.6.8');
  });

  it.each([
    [
      'a version that is too old',
      { lighthouseVersion: '5.6.0' },
      'Lighthouse result: lighthouseVersion: 5.6.0 is not supported; 6 to 13 are',
    ],
    [
      'a page that could not be audited',
      { runtimeError: { code: 'NO_FCP', message: 'Nothing was painted.' } },
      'Lighthouse result: runtimeError: Lighthouse could not audit the page: NO_FCP Nothing was painted.',
    ],
    [
      'a negative time',
      {
        audits: {
          'largest-contentful-paint': {
            scoreDisplayMode: 'numeric',
            numericValue: -1,
          },
        },
      },
      'Lighthouse result: audits.largest-contentful-paint.numericValue: -1 is negative',
    ],
    [
      'a time that is none',
      { fetchTime: 'noon' },
      'Lighthouse result: fetchTime: noon is not a date',
    ],
    [
      'no audits and no scores',
      { audits: {}, categories: {} },
      'Lighthouse result: holds no measurements',
    ],
  ])('is refused with %s', async (_name, change, message) => {
    const document = JSON.parse(await fixture('lhr-9'));
    await expect(
      parseText(JSON.stringify({ ...document, ...change })),
    ).rejects.toThrow(message);
  });

  it('of a version to come is read with a warning', async () => {
    const document = JSON.parse(await fixture('lhr-9'));
    const report = await parseText(
      JSON.stringify({ ...document, lighthouseVersion: '14.0.0' }),
    );
    expect(report.warnings.map(warning => warning.code)).toEqual([
      'version-unknown',
    ]);
  });

  it('is never understood from a part of it', async () => {
    const content = JSON.stringify(JSON.parse(await fixture('lhr-9')));
    for (let length = 1; length < content.length; length += 7) {
      await expect(parseText(content.slice(0, length))).rejects.toThrow(
        /cut off|not a report/,
      );
    }
  });
});

describe('a Lighthouse user flow', () => {
  it('takes from each step what its mode measures', async () => {
    const report = await parseText(await fixture('flow'));
    expect(report).toMatchObject({
      format: 'lighthouse-flow',
      startedAt: '2026-03-01T12:00:00.000Z',
      // The second step started 20 s later and took 11 s.
      durationSeconds: 31,
    });
    expect(
      values(report, {
        page: '/cart',
        formFactor: 'mobile',
        journey: 'Buy',
      }),
    ).toEqual({ 'web.cls': [0.02], 'web.tbt': [12], 'web.inp': [41] });
    expect(values(report)).toMatchObject({
      'web.lcp': [3289.8],
      'web.cls': [0.02, 0.169],
      'web.inp': [41],
      'web.score.performance': [0.7],
      'page.bytes.total': [350000],
    });
  });

  it('names the step that is broken', async () => {
    const flow = JSON.parse(await fixture('flow'));
    delete flow.steps[1].lhr.audits;
    await expect(parseText(JSON.stringify(flow))).rejects.toThrow(
      'Lighthouse user flow: steps[1].lhr.audits: expected an object, found nothing',
    );
  });
});
