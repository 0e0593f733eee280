import { useMemo } from 'react';
import {
  Link,
  MarkdownContent,
  ResponseErrorPanel,
} from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  Chart,
  ChartData,
  metricWords,
  Panel,
  RelativeTime,
  RunComparison,
  RunDistribution,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { EndpointComparison } from './EndpointComparison';

const useStyles = makeStyles(theme => ({
  explanation: {
    fontSize: '1rem',
    fontWeight: 600,
    '& p': { margin: theme.spacing(0, 0, 1) },
  },
}));

/** The run beside its baseline: distribution, and each endpoint's difference. */
export function RunComparisonPanels(props: { runId: string }) {
  const { runId } = props;
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api => api.compareRun(runId),
    [runId],
  );

  if (error) {
    return (
      <Panel title="Latency beside its baseline">
        <ResponseErrorPanel error={error} />
      </Panel>
    );
  }
  if (!value) {
    return (
      <Panel title="Latency beside its baseline">
        <Skeleton variant="rect" height={320} />
      </Panel>
    );
  }
  return (
    <>
      <Panel title="Latency beside its baseline">
        {value.explanation && (
          <MarkdownContent
            content={value.explanation}
            className={classes.explanation}
          />
        )}
        <BaselineSentence comparison={value} />
        {value.distribution && isSpread(value.distribution) && (
          <DistributionChart
            distribution={value.distribution}
            baseline={value.baselineDistribution}
          />
        )}
      </Panel>
      {value.rows.length > 0 && <EndpointComparison rows={value.rows} />}
    </>
  );
}

function BaselineSentence(props: { comparison: RunComparison }) {
  const { baseline, baselineRuns, noise, reason } = props.comparison;
  const links = usePerformanceLinks();
  if (!baseline) {
    return (
      <Typography paragraph variant="body2" color="textSecondary">
        {reason ?? 'There is no earlier comparable run.'}
      </Typography>
    );
  }
  return (
    <Typography paragraph variant="body2" color="textSecondary">
      The baseline is{' '}
      <Link to={links.run(baseline.id)} underline="always">
        the run of <RelativeTime instant={baseline.startedAt} variant="day" />
      </Link>
      {baseline.release && ` (release ${baseline.release})`}.
      {noise !== undefined &&
        ` Noise is ±${formatQuantity(noise, 'ratio', 2)}, measured on ${
          baselineRuns ?? 0
        } comparable runs.`}
      {reason && ` ${reason}`}
    </Typography>
  );
}

/** A single audit has one value of each metric: there is nothing to draw. */
const MIN_BUCKETS = 4;

function isSpread({ buckets }: RunDistribution): boolean {
  return buckets.filter(bucket => bucket.share > 0).length >= MIN_BUCKETS;
}

/** Whether the buckets get wider, as those of a sketch do. */
function growing({ buckets }: RunDistribution): boolean {
  const first = buckets.at(0);
  const last = buckets.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    last.to - last.from > 2 * (first.to - first.from)
  );
}

function DistributionChart(props: {
  distribution: RunDistribution;
  baseline?: RunDistribution;
}) {
  const { distribution, baseline } = props;
  const data = useMemo<ChartData>(() => {
    // Both runs may have been cut into different buckets; the line goes through their centres.
    const centre = (bucket: { from: number; to: number }) =>
      (bucket.from + bucket.to) / 2;
    const own = new Map(
      distribution.buckets.map(bucket => [centre(bucket), bucket.share]),
    );
    const other = new Map(
      (baseline?.buckets ?? []).map(bucket => [centre(bucket), bucket.share]),
    );
    const x = [...new Set([...own.keys(), ...other.keys()])]
      .filter(value => value > 0)
      .sort((a, b) => a - b);
    return {
      x,
      xScale: growing(distribution) ? 'logarithmic' : 'linear',
      xTitle: metricWords(distribution.metric),
      xUnit: distribution.unit,
      lines: [
        {
          title: 'This run',
          unit: 'ratio',
          style: 'first',
          filled: true,
          values: x.map(value => own.get(value)),
        },
        ...(baseline
          ? [
              {
                title: 'Baseline',
                unit: 'ratio' as const,
                style: 'second' as const,
                values: x.map(value => other.get(value)),
              },
            ]
          : []),
      ],
    };
  }, [distribution, baseline]);

  return (
    <Chart
      label={`Distribution of ${metricWords(
        distribution.metric,
      )}: share of all values${baseline ? ', this run over its baseline' : ''}`}
      caption={`Share of all values by ${metricWords(distribution.metric)}`}
      data={data}
      height={260}
    />
  );
}
