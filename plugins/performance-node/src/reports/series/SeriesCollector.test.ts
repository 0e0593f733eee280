import { DEFAULT_REPORT_LIMITS, ReportLimits } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { SeriesCollector } from './SeriesCollector';

const SOURCE = { tool: 'k6', format: 'k6-ndjson' };

function collect(
  limits: Partial<ReportLimits>,
  fill: (collector: SeriesCollector) => void,
) {
  const all = { ...DEFAULT_REPORT_LIMITS, ...limits };
  const warnings = new ReportWarnings(all.maxWarnings);
  const collector = new SeriesCollector(SOURCE, all, warnings);
  fill(collector);
  return {
    series: collector.toSeries(10),
    warnings: warnings.toArray(),
  };
}

describe('SeriesCollector', () => {
  it('merges endpoints into "other" when there is no more room, losing no value', () => {
    const { series, warnings } = collect({ maxSeries: 20 }, collector => {
      for (let index = 0; index < 1000; index++) {
        collector.value(
          'http.request.duration',
          'ms',
          { endpoint: `GET /items/${index % 100}`, scenario: 'peak' },
          index,
        );
      }
    });
    expect(series.length).toBeLessThanOrEqual(20);
    const [overall, ...labelled] = series;
    expect(overall).toMatchObject({ labels: {}, count: 1000 });
    expect(labelled.reduce((total, { count }) => total + (count ?? 0), 0)).toBe(
      1000,
    );
    expect(labelled[0]).toMatchObject({
      labels: { endpoint: 'GET /items/0' },
      count: 10,
    });
    expect(labelled[labelled.length - 1].labels).toEqual({
      endpoint: 'other',
      scenario: 'peak',
    });
    expect(warnings.map(warning => warning.code)).toEqual(['labels-merged']);
  });

  it('merges every label in the end', () => {
    const { series } = collect({ maxSeries: 20 }, collector => {
      for (let index = 0; index < 1000; index++) {
        collector.ratio(
          'http.request.failed',
          { endpoint: 'GET /', scenario: `s${index}` },
          false,
        );
      }
    });
    expect(series.length).toBeLessThanOrEqual(20);
    expect(series[series.length - 1].labels).toEqual({
      endpoint: 'other',
      scenario: 'other',
    });
  });

  it('gives up on too many combinations of labels', () => {
    expect(() =>
      collect({ maxSeries: 20, maxLabelSets: 500 }, collector => {
        for (let index = 0; index < 1_000_000; index++) {
          collector.at(index + 1);
          collector.count(
            'http.request.rate',
            '1/s',
            { endpoint: `GET /${index}` },
            1,
          );
        }
      }),
    ).toThrow(
      'k6 NDJSON: line 501: the report has too many combinations of labels (are there ids in request names?) (limit 500, configured by performance.reports.limits.maxLabelSets)',
    );
  });

  it('gives up on too many metrics', () => {
    expect(() =>
      collect({ maxSeries: 20 }, collector => {
        for (let index = 0; index < 100; index++) {
          collector.value(`custom.metric_${index}`, '1', {}, 1);
        }
      }),
    ).toThrow(
      'k6 NDJSON: the report has more than 10 metrics, half the series a run keeps (limit 20, configured by performance.reports.limits.maxSeries)',
    );
  });

  it('keeps no more exact values than a run may', () => {
    const { series } = collect({ maxExactValuesPerRun: 100 }, collector => {
      for (let index = 0; index < 500; index++) {
        collector.value('web.lcp', 'ms', { page: `/${index % 5}` }, index);
      }
    });
    const exact = series.flatMap(({ values }) => values ?? []);
    expect(exact.length).toBeLessThanOrEqual(100);
    expect(series.map(({ count }) => count)).toEqual([
      500, 100, 100, 100, 100, 100,
    ]);
  });

  it('makes labels one line of bounded length', () => {
    const { series, warnings } = collect({ maxLabelLength: 8 }, collector => {
      collector.value('web.lcp', 'ms', { page: ' a\n\t b ' }, 1);
      collector.value('web.lcp', 'ms', { page: '0123456789' }, 1);
    });
    expect(series.map(({ labels }) => labels)).toEqual([
      {},
      { page: 'a b' },
      { page: '01234567' },
    ]);
    expect(warnings.map(warning => warning.code)).toEqual(['label-shortened']);
  });

  it('divides events by the duration of the run', () => {
    const { series } = collect({}, collector => {
      collector.count('http.request.rate', '1/s', { endpoint: 'GET /' }, 30);
      collector.count('data.sent', 'B', {}, 4096);
    });
    expect(
      series.map(({ metric, count, mean }) => [metric, count, mean]),
    ).toEqual([
      ['http.request.rate', 30, 3],
      ['data.sent', 4096, undefined],
      ['http.request.rate', 30, 3],
    ]);
  });
});
