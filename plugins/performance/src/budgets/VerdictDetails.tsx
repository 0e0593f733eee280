import { useMemo } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  formatBound,
  formatQuantity,
} from '@perf-governance/plugin-performance-common';
import {
  BulletBar,
  Chart,
  ChartData,
  describeLimit,
  describeRule,
  LimitStory,
  RelativeTime,
  StateLabel,
  statisticWords,
  TrendPoint,
  usePerformanceLinks,
  VerdictDetail,
  mutedColour,
  WaivedLabel,
} from '@perf-governance/plugin-performance-react';

import { VerdictActions } from '../actions/VerdictActions';
import { useDetailsStyles } from '../page/useDetailsStyles';
import { CheckAdvice } from './CheckAdvice';
import { EnforcementStory } from './EnforcementStory';
import { VerdictDisputes } from './VerdictDisputes';

const useStyles = makeStyles(theme => ({
  measure: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    margin: theme.spacing(2, 0, 1),
  },
  value: {
    fontSize: '1.75rem',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  history: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'flex',
      gap: theme.spacing(1.5),
      alignItems: 'center',
      padding: theme.spacing(0.75, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
    },
  },
  day: { minWidth: 88, color: mutedColour(theme) },
}));

export function VerdictDetails(props: { verdict: VerdictDetail }) {
  const { verdict } = props;
  const classes = { ...useDetailsStyles(), ...useStyles() };
  const links = usePerformanceLinks();
  const trend = useMemo(() => trendChart(verdict), [verdict]);
  const unit = 'unit' in verdict ? verdict.unit : '1';

  return (
    <>
      <Typography component="h2" className={classes.title}>
        {describeRule(verdict)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        <EntityRefLink entityRef={verdict.subject.entityRef} />
        {verdict.subject.environment !== '*' && (
          <> in {verdict.subject.environment}</>
        )}
      </Typography>
      <div className={classes.measure}>
        <StateLabel state={verdict.state} />
        {verdict.value !== undefined && (
          <span className={classes.value}>
            {formatQuantity(verdict.value, unit)}
          </span>
        )}
        {'unit' in verdict && (
          <Typography variant="body2">
            {describeLimit(verdict.limit)}
          </Typography>
        )}
        {verdict.waiver && <WaivedLabel waiver={verdict.waiver} />}
      </div>
      {'unit' in verdict && <BulletBar verdict={verdict} />}
      <Box mt={1}>
        <Typography variant="body2" color="textSecondary">
          Since <RelativeTime instant={verdict.since} variant="day" />
          {!verdict.confirmed && ', not yet confirmed by another run'}
        </Typography>
      </Box>
      <VerdictActions verdict={verdict} />
      {'unit' in verdict ? (
        <LimitStory verdict={verdict} />
      ) : (
        verdict.reason && (
          <Typography variant="body2" paragraph>
            {verdict.reason.message}
          </Typography>
        )
      )}
      {verdict.kind === 'check' && (
        <CheckAdvice title={verdict.title} check={verdict.check} />
      )}
      {verdict.kind === 'finding' && (
        <Link to={links.finding(verdict.finding.findingId)} underline="always">
          The finding, with what to do
        </Link>
      )}
      {verdict.kind === 'slo' && (
        <Link
          to={links.slos({ entityRef: verdict.subject.entityRef })}
          underline="always"
        >
          Its error budget and burn rates
        </Link>
      )}
      <h3 className={classes.heading}>What comes of a failure</h3>
      <EnforcementStory verdict={verdict} />
      <VerdictDisputes verdictId={verdict.id} />
      {trend.x.length > 1 && (
        <>
          <h3 className={classes.heading}>Last 90 days</h3>
          <Chart
            label={`${describeRule(verdict)} over the last 90 days`}
            data={trend}
            height={260}
          />
        </>
      )}
      <h3 className={classes.heading}>Changes of state</h3>
      {verdict.history.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          None so far.
        </Typography>
      ) : (
        <ul className={classes.history}>
          {verdict.history.map(change => (
            <li key={change.at}>
              <span className={classes.day}>
                <RelativeTime instant={change.at} variant="day" />
              </span>
              <StateLabel state={change.state} />
              {change.value !== undefined && (
                <span>{formatQuantity(change.value, unit)}</span>
              )}
              {change.runId && <Link to={links.run(change.runId)}>run</Link>}
              {change.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** More would cover the line. */
const MAX_RELEASES = 6;

/** The first run of each release; what was there at the start isn't news. */
function releasePoints(points: TrendPoint[]): TrendPoint[] {
  const releases = points.filter(point => point.release);
  return releases.filter(
    (point, index) =>
      index > 0 && point.release !== releases[index - 1].release,
  );
}

/** The values of the last 90 days, with the fail limit and the releases. */
function trendChart(verdict: VerdictDetail): ChartData {
  const points = (verdict.trend ?? []).filter(
    point => point.value !== undefined,
  );
  const seconds = (instant: string) => Date.parse(instant) / 1000;
  const { fail } = verdict.limit;
  return {
    x: points.map(point => seconds(point.at)),
    xScale: 'time',
    xTitle: 'Run',
    lines: [
      {
        title:
          verdict.kind === 'budget'
            ? statisticWords(verdict.statistic, verdict.metric)
            : verdict.title,
        unit: 'unit' in verdict ? verdict.unit : '1',
        style: 'first',
        values: points.map(point => point.value),
      },
    ],
    markers: [
      ...(fail
        ? [
            {
              x: fail.value,
              horizontal: true,
              title: `limit ${formatBound(fail)}`,
            },
          ]
        : []),
      ...releasePoints(points)
        .slice(-MAX_RELEASES)
        .map(point => ({ x: seconds(point.at), title: point.release ?? '' })),
    ],
  };
}
