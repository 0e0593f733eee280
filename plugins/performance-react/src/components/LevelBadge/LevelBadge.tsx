import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';
import { LevelRing } from './LevelRing';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  none: { color: mutedColour(theme), fontWeight: 400 },
  score: {
    color: mutedColour(theme),
    fontWeight: 400,
    fontVariantNumeric: 'tabular-nums',
  },
  large: {
    // With its score it fits into the narrowest panel beside two others.
    fontSize: '1.375rem',
    gap: '4px 8px',
    lineHeight: 1.2,
    flexWrap: 'wrap',
  },
}));

/**
 * The level an entity has reached, with a ring that shows how many there are, and its score.
 *
 * @public
 */
export function LevelBadge(props: {
  /** Absent below the first level. */
  level?: { name: string; title: string };
  /** Every level of the scorecard, lowest first. */
  levels: { name: string }[];
  /** 0…100; absent where nothing applies. */
  score?: number;
  size?: 'small' | 'large';
}) {
  const { level, levels, score, size = 'small' } = props;
  const classes = useStyles();
  const reached =
    level === undefined
      ? 0
      : levels.findIndex(({ name }) => name === level.name) + 1;
  return (
    <span
      className={`${classes.root} ${size === 'large' ? classes.large : ''}`}
    >
      <LevelRing
        reached={reached}
        count={levels.length}
        size={size === 'large' ? 36 : 20}
      />
      {level ? level.title : <span className={classes.none}>No level</span>}
      {score !== undefined && (
        <span className={classes.score} title="Score of 100">
          {Math.round(score)}
        </span>
      )}
    </span>
  );
}
