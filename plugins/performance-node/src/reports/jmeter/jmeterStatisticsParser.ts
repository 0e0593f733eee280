import { Series } from '@perf-governance/plugin-performance-common';
import { JsonFields } from '../input/JsonFields';
import { peekJsonKeys } from '../input/peekJson';
import { readJsonDocument } from '../input/readJsonDocument';
import { ReportError } from '../ReportError';
import { ReportParser } from '../ReportParser';
import { ReportWarnings } from '../ReportWarnings';
import { boundSeries } from '../series/boundSeries';
import { checkSeriesCount } from '../series/checkSeriesCount';

const SOURCE = { tool: 'jmeter', format: 'jmeter-statistics' };

/** The key of the statistics over everything but transaction controllers. */
const TOTAL = 'Total';

/**
 * `jmeter.reportgenerator.statistic_window`: the dashboard's percentiles are those of the last
 * 20,000 samples (apache/jmeter, PercentileAggregator.java).
 */
const STATISTIC_WINDOW = 20_000;

/**
 * `statistics.json` of JMeter's HTML dashboard. `pct1ResTime` to `pct3ResTime` are p90, p95 and
 * p99 unless `aggregate_rpt_pct1` to `3` say otherwise, which the file doesn't tell.
 *
 * @public
 */
export const jmeterStatisticsParser: ReportParser = {
  tool: 'jmeter',
  formats: [SOURCE.format],

  detect(head) {
    const text = head.toString('utf8');
    return peekJsonKeys(text) !== undefined &&
      /"pct1ResTime"\s*:/.test(text) &&
      /"sampleCount"\s*:/.test(text)
      ? { confidence: 'certain', format: SOURCE.format }
      : undefined;
  },

  async parse(input, { limits }) {
    const warnings = new ReportWarnings(limits.maxWarnings);
    const root = JsonFields.of(
      SOURCE,
      await readJsonDocument(input, SOURCE, limits),
      '',
    );
    checkSeriesCount(root.keys().length, SOURCE, limits);
    const series: Series[] = [];
    for (const key of root.keys()) {
      const statistics = root.fields(key);
      series.push(
        ...readStatistics(
          statistics,
          key === TOTAL
            ? {}
            : { endpoint: statistics.optionalString('transaction') ?? key },
          warnings,
        ),
      );
    }
    if (!root.has(TOTAL)) {
      throw new ReportError({ ...SOURCE, path: TOTAL, reason: 'missing' });
    }
    warnOfSubSamples(root, warnings);
    return {
      ...SOURCE,
      ...durationOf(root.fields(TOTAL)),
      series: boundSeries(series, SOURCE, limits, warnings),
      toolVerdicts: [],
      warnings: warnings.toArray(),
    };
  },
};

function readStatistics(
  statistics: JsonFields,
  labels: Record<string, string>,
  warnings: ReportWarnings,
): Series[] {
  const count = statistics.number('sampleCount');
  if (count === 0) {
    return [];
  }
  if (count > STATISTIC_WINDOW) {
    warnings.add(
      'percentile-window',
      `JMeter's dashboard computes percentiles of the last ${STATISTIC_WINDOW.toLocaleString(
        'en-US',
      )} samples only; upload the JTL for those of all`,
      statistics.path,
    );
  }
  const none = { labels, quantiles: {}, quantileMethod: 'none' as const };
  return [
    {
      metric: 'http.request.duration',
      unit: 'ms',
      labels,
      count,
      min: statistics.number('minResTime'),
      max: statistics.number('maxResTime'),
      mean: statistics.number('meanResTime'),
      quantiles: readQuantiles(statistics, warnings),
      quantileMethod: 'reported',
    },
    {
      ...none,
      metric: 'http.request.failed',
      unit: 'ratio',
      count,
      mean: statistics.number('errorCount') / count,
    },
    {
      ...none,
      metric: 'http.request.rate',
      unit: '1/s',
      count,
      mean: statistics.number('throughput'),
    },
  ];
}

function readQuantiles(
  statistics: JsonFields,
  warnings: ReportWarnings,
): Record<string, number> {
  const first = statistics.number('pct1ResTime');
  const second = statistics.number('pct2ResTime');
  const third = statistics.number('pct3ResTime');
  // Older versions of JMeter print no median.
  const median = statistics.optionalNumber('medianResTime');
  const quantiles: Record<string, number> =
    median === undefined ? {} : { '0.5': median };
  if (!(first <= second && second <= third)) {
    warnings.add(
      'percentiles-unknown',
      'pct1ResTime to pct3ResTime don’t ascend, so they can’t be p90, p95 and p99; they are left out',
      statistics.path,
    );
    return quantiles;
  }
  return { ...quantiles, '0.9': first, '0.95': second, '0.99': third };
}

/**
 * The dashboard counts redirects and embedded resources, `Login-0` of `Login`, as requests of their
 * own. The file can't tell them from requests that are merely called so.
 */
function warnOfSubSamples(root: JsonFields, warnings: ReportWarnings): void {
  const subSample = root
    .keys()
    .find(key => /-\d+$/.test(key) && root.has(key.replace(/-\d+$/, '')));
  if (subSample !== undefined) {
    warnings.add(
      'sub-samples-counted',
      `${subSample} looks like a redirect or embedded resource of ${subSample.replace(
        /-\d+$/,
        '',
      )}, which JMeter's dashboard counts again in its totals; upload the JTL, or run with jmeter.save.saveservice.subresults=false`,
      root.pathOf(subSample),
    );
  }
}

/** JMeter's throughput is the number of samples divided by the duration of the run. */
function durationOf(total: JsonFields): { durationSeconds?: number } {
  const throughput = total.optionalNumber('throughput');
  return throughput
    ? { durationSeconds: total.number('sampleCount') / throughput }
    : {};
}
