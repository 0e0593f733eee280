import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

/** Weaker than the theme's own, which takes coloured text below 4.5:1. */
function highlight(theme: Theme): string {
  return alpha(theme.palette.text.primary, 0.04);
}

export const usePagedTableStyles = makeStyles(theme => ({
  root: {
    width: '100%',
  },
  table: {
    lineHeight: 1.35,
    [theme.breakpoints.down('md')]: {
      display: 'block',
      '& tbody': { display: 'block' },
    },
  },
  head: {
    [theme.breakpoints.down('md')]: {
      display: 'none',
    },
  },
  headCell: {
    whiteSpace: 'nowrap',
    fontWeight: 600,
    fontSize: theme.typography.caption.fontSize,
    color: mutedColour(theme),
    backgroundColor: 'transparent',
    padding: theme.spacing(1),
    [theme.breakpoints.up('lg')]: {
      '&:first-child': { paddingLeft: theme.spacing(2) },
      '&:last-child': { paddingRight: theme.spacing(2) },
    },
    textTransform: 'none',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  row: {
    backgroundColor: 'transparent !important',
    '&.Mui-selected': {
      backgroundColor: `${highlight(theme)} !important`,
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    [theme.breakpoints.down('md')]: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(150px, 45%), 1fr))',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1.5, 2),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  action: {
    cursor: 'pointer',
    '&:hover': {
      backgroundColor: `${highlight(theme)} !important`,
    },
  },
  cell: {
    padding: theme.spacing(1),
    [theme.breakpoints.up('lg')]: {
      '&:first-child': { paddingLeft: theme.spacing(2) },
      '&:last-child': { paddingRight: theme.spacing(2) },
    },
    lineHeight: 1.35,
    fontSize: theme.typography.body2.fontSize,
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('md')]: {
      display: 'block',
      padding: 0,
      border: 0,
      textAlign: 'left',
    },
  },
  cellTitle: {
    display: 'none',
    [theme.breakpoints.down('md')]: {
      display: 'block',
      fontSize: theme.typography.caption.fontSize,
      color: mutedColour(theme),
    },
  },
  leading: {
    [theme.breakpoints.down('md')]: {
      gridColumn: '1 / -1',
    },
  },
  empty: {
    padding: theme.spacing(4, 2),
    borderBottom: 0,
    textAlign: 'center',
    color: mutedColour(theme),
  },
  pagination: {
    [theme.breakpoints.down('md')]: {
      '& .MuiTablePagination-toolbar': {
        padding: 0,
        flexWrap: 'wrap',
        justifyContent: 'flex-end',
      },
    },
  },
}));
