import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

export const useHeatMapStyles = makeStyles(theme => ({
  table: { fontVariantNumeric: 'tabular-nums' },
  head: {
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 600,
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  row: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(120px, 1.4fr) repeat(var(--columns), minmax(0, 1fr))',
    gap: 4,
    marginBottom: 4,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(96px, 45%), 1fr))',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
  },
  rowTitle: {
    minWidth: 0,
    paddingTop: theme.spacing(0.5),
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' },
  },
  // Cells of a row are of one height.
  cell: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    '& > :last-child': { flex: 1 },
  },
  // As far in as the name of a row that opens.
  inner: { paddingLeft: theme.spacing(5.5) },
  cellTitle: {
    display: 'none',
    [theme.breakpoints.down('sm')]: {
      display: 'block',
      fontSize: theme.typography.caption.fontSize,
      color: mutedColour(theme),
    },
  },
  empty: {
    padding: theme.spacing(4, 2),
    textAlign: 'center',
    color: mutedColour(theme),
  },
}));
