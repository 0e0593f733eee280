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
  const excluded = (data.bands ?? []).length > 0;
  return (
    <Chart
      label={`Error budget of ${slo.title} left over its window`}
      caption={
        excluded
          ? 'What was left of the error budget. Hatched: maintenance, which doesn’t count.'
          : 'What was left of the error budget.'
      }
      data={data}
      height={HEIGHT}
    />
  );
}
