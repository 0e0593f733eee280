import { makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { mutedColour, stateColours } from '../../theme';
import { LevelRing } from '../LevelBadge';

/** @public */
export interface LevelCount {
  /** Absent for those below the first level. */
  name?: string;
  title: string;
  /** How many levels are reached there; 0 below the first. */
  rank: number;
  count: number;
  /** Leads to the entities that are counted. */
  to?: string;
}

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    gap: 2,
    height: 14,
    borderRadius: 4,
    overflow: 'hidden',
    backgroundColor: theme.palette.divider,
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(0.75, 0, 0),
    padding: 0,
    '& li': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    },
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
  none: { color: mutedColour(theme) },
}));

/** The higher, the darker: one hue, so that the order shows without colours. */
function shade(theme: Theme, rank: number, highest: number): string {
  if (rank === 0) {
    return stateColours(theme, 'no-data').soft;
  }
  const { strong } = stateColours(theme, 'pass');
  const opacity = 0.3 + 0.7 * (rank / Math.max(1, highest));
  return `${strong}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/**
 * How many entities are at each level, as a bar and in numbers.
 *
 * @public
 */
export function LevelDistribution(props: {
  /** Highest first, ending with those that have no level. */
  levels: LevelCount[];
}) {
  const { levels } = props;
  const classes = useStyles();
  const theme = useTheme();
  const highest = Math.max(...levels.map(({ rank }) => rank));
  const total = levels.reduce((sum, { count }) => sum + count, 0);

  return (
    <>
      <div className={classes.bar} aria-hidden>
        {total > 0 &&
          levels
            .filter(({ count }) => count > 0)
            .map(level => (
              <div
                key={level.title}
                style={{
                  flex: level.count,
                  backgroundColor: shade(theme, level.rank, highest),
                }}
              />
            ))}
      </div>
      <ul className={classes.legend}>
        {levels.map(level => {
          const words = `${level.count.toLocaleString('en')} ${level.title}`;
          return (
            <li
              key={level.title}
              className={level.count === 0 ? classes.none : undefined}
            >
              <LevelRing reached={level.rank} count={highest} size={14} />
              {level.to && level.count > 0 ? (
                <Link to={level.to}>{words}</Link>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
