import { useMemo } from 'react';
import {
  Chart,
  ChartData,
  Panel,
  RunTimeline,
} from '@perf-governance/plugin-performance-react';

/** Response times, throughput and errors over the run. */
export function RunTimelinePanels(props: { timeline: RunTimeline }) {
  const { timeline } = props;
  const { buckets, bucketSeconds } = timeline;

  const x = useMemo(
    () => buckets.map((_, index) => index * bucketSeconds),
    [buckets, bucketSeconds],
  );
  const responseTimes = useMemo<ChartData>(
    () => ({
      x,
      xScale: 'elapsed',
      xTitle: 'Time into the run',
      lines: [
        {
          title: 'p50',
          unit: 'ms',
          style: 'first',
          values: buckets.map(bucket => bucket.p50),
        },
        {
          title: 'p95',
          unit: 'ms',
          style: 'second',
          values: buckets.map(bucket => bucket.p95),
        },
        {
          title: 'p99',
          unit: 'ms',
          style: 'third',
          values: buckets.map(bucket => bucket.p99),
        },
      ],
    }),
    [x, buckets],
  );
  const throughput = useMemo<ChartData>(
    () => ({
      x,
      xScale: 'elapsed',
      xTitle: 'Time into the run',
      lines: [
        {
          title: 'Requests',
          unit: '1/s',
          style: 'first',
          filled: true,
          values: buckets.map(bucket => bucket.rate),
        },
        {
          title: 'Errors',
          unit: '1/s',
          style: 'bad',
          filled: true,
          values: buckets.map(bucket => bucket.errorRate),
        },
      ],
    }),
    [x, buckets],
  );

  return (
    <>
      <Panel title="Response time over the run">
        <Chart
          label="Median, 95th and 99th percentile of response time over the run"
          caption="Minutes into the run"
          data={responseTimes}
        />
      </Panel>
      <Panel title="Throughput and errors over the run">
        <Chart
          label="Requests and failed requests per second over the run"
          caption="Minutes into the run"
          data={throughput}
        />
      </Panel>
    </>
  );
}
