import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';

/** What the details of one thing look like, beside the list it is from. */
export const useDetailsStyles = makeStyles(theme => ({
  // Leaves the corner to what closes them.
  title: {
    margin: theme.spacing(0, 6, 0.5, 0),
    fontSize: '1.25rem',
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(2, 0),
    '& dt': { color: mutedColour(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  heading: {
    fontSize: '1rem',
    fontWeight: 600,
    margin: theme.spacing(3, 0, 1),
  },
  /** Entities, side by side. */
  affected: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 2),
  },
}));
