import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { StateCounts } from '../../api';
import {
  applicableCount,
  formatDay,
  formatShare,
  holdingCount,
} from '../../format';
import { mutedColour, stateColours } from '../../theme';
import { hatching } from '../HeatMap/heatMapBands';

/** @public */
export interface GoalStanding {
  title: string;
  counts: StateCounts;
  waived: number;
  /** Ninety days ago; absent where nothing was judged then. */
  then?: StateCounts;
  /** Ratio, e.g. 0.95. */
  target: number;
  /** ISO 8601. */
  by?: string;
}

const useStyles = makeStyles(theme => ({
  title: {
    margin: 0,
    fontSize: '1.375rem',
    fontWeight: 700,
    lineHeight: 1.3,
    '& a': { color: theme.palette.text.primary },
  },
  detail: {
    margin: theme.spacing(0.5, 0, 0),
    color: mutedColour(theme),
    '& a': { color: theme.palette.text.primary },
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
  goal: GoalStanding;
  /** Lead to the verdicts that each number counts. */
  links: { holding: string; noData: string; waived: string };
}) {
  const { goal, links } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { counts, then, target, by, waived } = goal;
  const applicable = applicableCount(counts);
  const holding = holdingCount(counts);
  const noData = counts['no-data'];
  const missing = Math.max(0, Math.ceil(target * applicable - 1e-9) - holding);
  const goalWords = `goal ${(100 * target).toLocaleString('en')} %${
    by ? ` by ${formatDay(by, new Date())}` : ''
  }`;

  return (
    <div>
      <h2 className={classes.title}>
        {goal.title}:{' '}
        <Link to={links.holding}>
          {holding.toLocaleString('en')} of {applicable.toLocaleString('en')}
        </Link>
      </h2>
      <p className={classes.detail}>
        {then
          ? `${wasWords(then, applicable)} ninety days ago`
          : 'no evidence ninety days ago'}
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
        {applicable > 0 &&
          (missing > 0
            ? `; ${missing.toLocaleString('en')} more reach the goal`
            : '; the goal is reached')}
      </p>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${formatShare(holding, applicable)}; ${goalWords}`}
      >
        {applicable > 0 && (
          <>
            <div
              className={classes.part}
              style={{
                left: 0,
                width: percent(holding / applicable),
                backgroundColor: stateColours(theme, 'pass').strong,
              }}
            />
            <div
              className={classes.part}
              style={{
                left: percent(holding / applicable),
                width: percent(noData / applicable),
                backgroundImage: hatching(theme),
              }}
            />
            <div
              className={classes.part}
              style={{
                right: 0,
                width: percent(counts.fail / applicable),
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

/** The number of then, with its denominator where that has changed since. */
function wasWords(then: StateCounts, applicable: number): string {
  const holding = holdingCount(then).toLocaleString('en');
  const whole = applicableCount(then);
  return whole === applicable
    ? `was ${holding}`
    : `was ${holding} of ${whole.toLocaleString('en')}`;
}
