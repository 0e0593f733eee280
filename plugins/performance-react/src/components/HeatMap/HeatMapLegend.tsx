import { makeStyles, useTheme } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';
import { hatching, HEAT_MAP_BANDS } from './heatMapBands';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  },
  swatch: { width: 18, height: 12, borderRadius: 2 },
}));

/** What the colours of a heat map mean. */
export function HeatMapLegend() {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ul className={classes.root} aria-label="Share that holds">
      {HEAT_MAP_BANDS.map(band => (
        <li key={band.title}>
          <span
            className={classes.swatch}
            style={{ backgroundColor: band.colour(theme) }}
          />
          {band.title}
        </li>
      ))}
      <li>
        <span
          className={classes.swatch}
          style={{ backgroundImage: hatching(theme) }}
        />
        no data
      </li>
      <li>
        A share is of all that applies; waived failures count as failures.
      </li>
    </ul>
  );
}
