import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { Goal } from '../../api';
import { formatDay, formatShare } from '../../format';
import { mutedColour, stateColours } from '../../theme';
import { hatching } from '../HeatMap/heatMapBands';

const DAY = 24 * 60 * 60 * 1000;

const useStyles = makeStyles(theme => ({
  title: {
    margin: 0,
    fontSize: '1.375rem',
    fontWeight: 700,
    lineHeight: 1.3,
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
  detail: {
    margin: theme.spacing(0.5, 0, 0),
    color: mutedColour(theme),
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
  bar: {
    position: 'relative',
    height: 16,
    marginTop: theme.spacing(4),
    borderRadius: 4,
    backgroundColor: theme.palette.divider,
  },
  part: { position: 'absolute', top: 0, bottom: 0 },
  goal: {
    position: 'absolute',
    top: -4,
    bottom: -4,
    width: 2,
    backgroundColor: theme.palette.text.primary,
  },
  goalWords: {
    position: 'absolute',
    bottom: 22,
    whiteSpace: 'nowrap',
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.text.primary,
  },
}));

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

/**
 * How an organisation stands against what it wants to reach: "Tier-1 journeys within budget: 19 of
 * 24, was 21 ninety days ago; 3 without evidence".
 *
 * @public
 */
export function GoalHeadline(props: {
  goal: Pick<Goal, 'title' | 'now' | 'then' | 'target' | 'by' | 'met'>;
  /** Lead to the verdicts that each number counts. */
  links: { holding: string; noData: string; waived: string };
}) {
  const { goal, links } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { now, target, by } = goal;
  const { total, within, waived } = now;
  const noData = now.states['no-data'];
  const goalWords = `goal ${(100 * target).toLocaleString('en')} %${
    by ? ` by ${formatDay(by, new Date())}` : ''
  }`;

  return (
    <div>
      <h2 className={classes.title}>
        {goal.title}
        {total > 0 && (
          <>
            :{' '}
            <Link to={links.holding}>
              {within.toLocaleString('en')} of {total.toLocaleString('en')}
            </Link>
          </>
        )}
      </h2>
      <p className={classes.detail}>
        {wasWords(goal)}
        {noData > 0 && (
          <>
            {'; '}
            <Link to={links.noData}>
              {noData.toLocaleString('en')} without evidence
            </Link>
          </>
        )}
        {waived > 0 && (
          <>
            {'; '}
            <Link to={links.waived}>
              {waived.toLocaleString('en')} waived, counted as failing
            </Link>
          </>
        )}
        {total > 0 && (goal.met ? '; the goal is reached' : '')}
      </p>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${formatShare(within, total)}; ${goalWords}`}
      >
        {total > 0 && (
          <>
            <div
              className={classes.part}
              style={{
                left: 0,
                width: percent(within / total),
                backgroundColor: stateColours(theme, 'pass').strong,
              }}
            />
            <div
              className={classes.part}
              style={{
                left: percent(within / total),
                width: percent(noData / total),
                backgroundImage: hatching(theme),
              }}
            />
            <div
              className={classes.part}
              style={{
                right: 0,
                width: percent(now.states.fail / total),
                backgroundColor: stateColours(theme, 'fail').soft,
              }}
            />
          </>
        )}
        <div className={classes.goal} style={{ left: percent(target) }} />
        <div
          className={classes.goalWords}
          style={
            target > 0.5
              ? { right: percent(1 - target) }
              : { left: percent(target) }
          }
        >
          {goalWords}
        </div>
      </div>
    </div>
  );
}

/** What it was, with its denominator where that has changed since. */
function wasWords({ now, then }: Pick<Goal, 'now' | 'then'>): string {
  const { within, total } = then.counts;
  const today = new Date().toISOString().slice(0, 10);
  const days = (Date.parse(today) - Date.parse(then.day)) / DAY;
  const ago = days === 90 ? 'ninety days ago' : `${days} days ago`;
  if (total === 0) {
    return `nothing was measured ${ago}`;
  }
  return total === now.total
    ? `was ${within.toLocaleString('en')} ${ago}`
    : `was ${within.toLocaleString('en')} of ${total.toLocaleString(
        'en',
      )} ${ago}`;
}
