import { useMemo } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  Chart,
  ChartData,
  formatShare,
  Panel,
  RollupTrend,
  usePerformanceData,
  usePerformanceLinks,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { Link } from 'react-router-dom';
import { daySeconds } from './goalChart';
import { listQuery, OverviewQuery } from './overviewFilters';

const HEIGHT = 240;
/** More points than that can't be told apart. */
const MAX_POINTS = 200;

const SPANS = [
  { days: 90, title: '90 days' },
  { days: 365, title: '1 year' },
  { days: 730, title: '2 years' },
];

const useStyles = makeStyles(theme => ({
  option: { height: 32, textTransform: 'none' },
  caption: { '& a': { color: theme.palette.text.primary } },
}));

/** Every nth point, counted from the last, which is today's. */
export function thinOut<T>(points: T[]): T[] {
  const step = Math.ceil(points.length / MAX_POINTS);
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}

function trendChart(trend: RollupTrend): ChartData {
  const points = thinOut(trend.points).filter(({ counts }) => counts.total > 0);
  return {
    x: points.map(point => daySeconds(point.day)),
    xScale: 'day',
    xTitle: 'Day',
    yMax: 1,
    lines: [
      {
        title: 'Within limits',
        unit: 'ratio',
        style: 'first',
        filled: true,
        values: points.map(({ counts }) => counts.within / counts.total),
      },
      {
        title: 'Without data',
        unit: 'ratio',
        style: 'muted',
        values: points.map(
          ({ counts }) => counts.states['no-data'] / counts.total,
        ),
      },
    ],
  };
}

/** Whether it is getting better. */
export function TrendPanel(props: { view: ViewState; query: OverviewQuery }) {
  const { view, query } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const asked = view.getNumber('days', SPANS[0].days);
  const span = SPANS.find(({ days }) => days === asked) ?? SPANS[0];
  const { value, error } = usePerformanceData(
    api => api.rollups.getTrend({ ...query, days: span.days }),
    [JSON.stringify(query), span.days],
  );
  const data = useMemo(() => value && trendChart(value), [value]);
  const now = value?.points.at(-1)?.counts;

  return (
    <Panel
      title="Is it getting better?"
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={span.days}
          onChange={(_, days: number | null) =>
            days &&
            view.update({ days: days === SPANS[0].days ? undefined : days })
          }
          aria-label="How far back"
        >
          {SPANS.map(({ days, title }) => (
            <ToggleButton key={days} value={days} className={classes.option}>
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      {error && <ResponseErrorPanel error={error} />}
      {!error && data && now && (
        <Chart
          label={`Share within limits over ${span.title}`}
          caption={
            <span className={classes.caption}>
              Now{' '}
              <Link
                to={links.budgets(
                  listQuery(query, { state: ['pass', 'warn'] }),
                )}
              >
                {now.within.toLocaleString('en')} of{' '}
                {now.total.toLocaleString('en')}
              </Link>{' '}
              within limits ({formatShare(now.within, now.total)}),{' '}
              <Link to={links.budgets(listQuery(query, { state: 'no-data' }))}>
                {now.states['no-data'].toLocaleString('en')} without data
              </Link>
            </span>
          }
          data={data}
          height={HEIGHT}
        />
      )}
      {!error && !data && <Skeleton variant="rect" height={HEIGHT + 36} />}
    </Panel>
  );
}
