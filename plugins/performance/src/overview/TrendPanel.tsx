import { useMemo } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Chart,
  ChartData,
  Facets,
  formatDay,
  formatShare,
  mutedColour,
  Panel,
  RollupTrend,
  usePerformanceData,
  usePerformanceLinks,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { Link } from 'react-router-dom';
import { Choice } from '../filters/Choice';
import { daySeconds } from './goalChart';
import { listQuery, OverviewQuery } from './overviewFilters';
import { offeredScopes, Scope, SCOPES } from './scopes';

const HEIGHT = 240;
/** More points than that can't be told apart. */
const MAX_POINTS = 200;

const SPANS = [
  { value: 90, title: '90 days' },
  { value: 365, title: '1 year' },
  { value: 730, title: '2 years' },
];

const useStyles = makeStyles(theme => ({
  choices: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  empty: {
    padding: theme.spacing(4),
    textAlign: 'center',
    color: mutedColour(theme),
  },
  caption: {
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
}));

/** Every nth point, counted from the last, which is today's. */
function thinOut<T>(points: T[]): T[] {
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
export function TrendPanel(props: {
  view: ViewState;
  query: OverviewQuery;
  scope: Scope;
  facets: Facets;
}) {
  const { view, query, scope, facets } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const asked = view.getNumber('days', SPANS[0].value);
  const span = SPANS.find(({ value }) => value === asked) ?? SPANS[0];
  const trend = usePerformanceData(
    api => api.rollups.getTrend({ ...query, days: span.value }),
    [JSON.stringify(query), span.value],
  );
  const { value, error } = trend;
  const data = useMemo(() => value && trendChart(value), [value]);
  const now = value?.points.at(-1)?.counts;
  const then = value?.points[0];

  return (
    <Panel
      title="Is it getting better?"
      actions={
        <span className={classes.choices}>
          <Choice
            label="What counts"
            options={offeredScopes(facets)}
            chosen={scope}
            onChange={next =>
              view.update({ of: next === SCOPES[0].value ? undefined : next })
            }
          />
          <Choice
            label="How far back"
            options={SPANS}
            chosen={span.value}
            onChange={days =>
              view.update({ days: days === SPANS[0].value ? undefined : days })
            }
          />
        </span>
      }
    >
      {error && <ResponseErrorPanel error={error} />}
      {!error && data?.x.length === 0 && (
        <Typography className={classes.empty} variant="body2">
          Nothing that counts here was judged in this time.
        </Typography>
      )}
      {!error && data && data.x.length > 0 && now && (
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
              {then &&
                `; ${then.counts.within.toLocaleString(
                  'en',
                )} of ${then.counts.total.toLocaleString('en')} on ${formatDay(
                  then.day,
                  new Date(),
                )}`}
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
