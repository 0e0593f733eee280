import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { RollupCounts } from '../../api';
import { formatShare } from '../../format';
import { mutedColour } from '../../theme';
import { hatching, heatMapBand } from './heatMapBands';
import type { HeatMapCell } from './HeatMap';

const useStyles = makeStyles(theme => ({
  cell: {
    position: 'relative',
    display: 'block',
    minHeight: 52,
    padding: theme.spacing(0.5, 1, 1),
    borderRadius: 4,
    overflow: 'hidden',
    color: theme.palette.text.primary,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: 1.35,
    textDecoration: 'none',
    '&:hover': { boxShadow: `inset 0 0 0 2px ${theme.palette.text.primary}` },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  // For those who hear the cell.
  unseen: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
  nothing: {
    display: 'block',
    minHeight: 52,
    padding: theme.spacing(0.5, 1),
    color: mutedColour(theme),
    borderRadius: 4,
    boxShadow: `inset 0 0 0 1px ${theme.palette.divider}`,
  },
  first: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
  },
  share: { fontSize: theme.typography.body2.fontSize, fontWeight: 700 },
  noData: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    height: 6,
  },
  ground: {
    display: 'inline-block',
    padding: theme.spacing(0, 0.5),
    borderRadius: 2,
    backgroundColor: theme.palette.background.paper,
  },
}));

function describe({ within, total, states, waived }: RollupCounts): string {
  return [
    `${within} of ${total} hold`,
    `${states.fail} fail`,
    ...(states['no-data'] > 0 ? [`${states['no-data']} without data`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ].join(', ');
}

/** One cell: the share of what holds with its denominator, and apart what is waived or has no data. */
export function HeatMapCellLink(props: {
  /** Row and column in words. */
  name: string;
  cell: HeatMapCell | undefined;
}) {
  const { name, cell } = props;
  const classes = useStyles();
  const theme = useTheme();

  if (!cell || cell.counts.total === 0) {
    return (
      <span className={classes.nothing} title="Nothing to judge">
        –
      </span>
    );
  }
  const { counts, to } = cell;
  const { within, total, states, waived } = counts;
  const band = heatMapBand(counts);

  return (
    <Link
      to={to}
      className={classes.cell}
      title={describe(counts)}
      style={
        band
          ? { backgroundColor: band.colour(theme) }
          : { backgroundImage: hatching(theme) }
      }
    >
      <span className={classes.unseen}>{name}: </span>
      {band ? (
        <>
          <span className={classes.first}>
            <span className={classes.share}>{formatShare(within, total)}</span>{' '}
            <span>
              {within.toLocaleString('en')}/{total.toLocaleString('en')}
            </span>
          </span>{' '}
          <span className={classes.unseen}>
            {states.fail} fail, {states['no-data']} without data
          </span>{' '}
          {waived > 0 && <span>{waived.toLocaleString('en')} waived</span>}
          {states['no-data'] > 0 && (
            <span
              className={classes.noData}
              style={{
                width: `${(100 * states['no-data']) / total}%`,
                backgroundImage: hatching(theme),
              }}
            />
          )}
        </>
      ) : (
        <span className={classes.ground}>
          no data, 0/{total.toLocaleString('en')}
        </span>
      )}
    </Link>
  );
}
