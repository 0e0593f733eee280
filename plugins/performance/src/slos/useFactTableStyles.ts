import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';

/** A small table of numbers: its first column says what, the others are right-aligned. */
export const useFactTableStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'right',
      fontWeight: 'inherit',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& th:first-child': { textAlign: 'left', paddingLeft: 0 },
    '& td:last-child, & th:last-child': { paddingRight: 0 },
    '& thead th': {
      color: mutedColour(theme),
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 600,
    },
  },
}));
