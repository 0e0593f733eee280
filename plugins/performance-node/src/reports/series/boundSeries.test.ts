import { Series } from '@perf-governance/plugin-performance-common';
import { DEFAULT_REPORT_LIMITS } from '../ReportLimits';
import { ReportWarnings } from '../ReportWarnings';
import { boundSeries } from './boundSeries';

const SOURCE = { tool: 'jmeter', format: 'jmeter-statistics' };

function reported(endpoint: string | undefined, mean: number): Series {
  return {
    metric: 'http.request.duration',
    unit: 'ms',
    labels: endpoint === undefined ? {} : { endpoint },
    count: 10,
    min: mean - 1,
    max: mean + 1,
    mean,
    quantiles: { '0.95': mean },
    quantileMethod: 'reported',
  };
}

function bound(series: Series[], maxSeries: number) {
  const warnings = new ReportWarnings(10);
  return {
    series: boundSeries(
      series,
      SOURCE,
      { ...DEFAULT_REPORT_LIMITS, maxSeries },
      warnings,
    ),
    codes: warnings.toArray().map(warning => warning.code),
  };
}

describe('boundSeries', () => {
  it('merges what is beyond the limit, without making up percentiles', () => {
    const all = [
      reported(undefined, 30),
      ...[10, 20, 30, 40, 50].map(mean => reported(`e${mean}`, mean)),
    ];
    const { series, codes } = bound(all, 4);
    expect(codes).toEqual(['labels-merged']);
    expect(series.slice(0, 3)).toEqual([all[0], all[1], all[2]]);
    expect(series[3]).toMatchObject({
      labels: { endpoint: 'other' },
      count: 30,
      // The mean of 30, 40 and 50 with equal counts.
      mean: 40,
      min: 29,
      max: 51,
      quantiles: {},
    });
    expect(series).toHaveLength(4);
  });

  it('leaves alone what is within the limit', () => {
    const all = [reported(undefined, 1), reported('a', 1)];
    expect(bound(all, 2)).toEqual({ series: all, codes: [] });
  });

  it('gives up on too many metrics', () => {
    const all = [1, 2, 3].map(index => ({
      ...reported(undefined, 1),
      metric: `custom.m${index}`,
    }));
    expect(() => bound(all, 2)).toThrow(
      'JMeter dashboard statistics: the report has 3 metrics (limit 2, configured by performance.reports.limits.maxSeries)',
    );
  });
});
