import { useMemo } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Chart,
  SloDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { burnDownChart } from './burnDownChart';

const HEIGHT = 240;
const POINTS = 120;

/** How the error budget was spent over the SLO's window. */
export function BurnDown(props: { slo: SloDetail }) {
  const { slo } = props;
  const { value, error } = usePerformanceData(
    api => api.slos.getBurnDown(slo.id, POINTS),
    [slo.id],
  );
  const data = useMemo(
    () => value && burnDownChart(value, slo.adjustments),
    [value, slo.adjustments],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!data) {
    return <Skeleton variant="rect" height={HEIGHT + 32} />;
  }
  if (data.lines[0].values.every(share => share === undefined)) {
    return (
      <Typography variant="body2" color="textSecondary">
        Nothing was measured in this window, so that there is no budget to draw.
      </Typography>
    );
  }
  const notes = [
    'What was left of the error budget.',
    ...(data.bands?.length
      ? ['Hatched: maintenance, which doesn’t count.']
      : []),
    ...(hasGap(data.lines[0].values) ? ['Gaps: nothing was measured.'] : []),
  ];
  return (
    <Chart
      label={`Error budget of ${slo.title} left over its window`}
      caption={notes.join(' ')}
      data={data}
      height={HEIGHT}
    />
  );
}

/** Whether something is missing between values that are there. */
function hasGap(values: (number | undefined)[]): boolean {
  const known = values.map(value => value !== undefined);
  return known
    .slice(known.indexOf(true), known.lastIndexOf(true))
    .includes(false);
}
