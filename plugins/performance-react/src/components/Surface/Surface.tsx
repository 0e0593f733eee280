import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

const useStyles = makeStyles(theme => ({
  root: {
    color: theme.palette.text.primary,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    // Material UI sets its own font on each of its parts. Around us, the new frontend system's pages
    // are set in the page's font.
    '& .MuiTypography-root, & .MuiTableCell-root, & .MuiButton-root, & .MuiChip-root, & .MuiInputBase-root, & .MuiFormLabel-root, & .MuiTablePagination-root, & .MuiAlert-root, & .MuiFormHelperText-root':
      { fontFamily: 'inherit' },
    '& .MuiTypography-colorTextSecondary, & .MuiFormHelperText-root, & .MuiFormLabel-root:not(.Mui-focused):not(.Mui-error)':
      { color: mutedColour(theme) },
    '& .MuiInputBase-root, & .MuiInputLabel-outlined': {
      fontSize: theme.typography.body2.fontSize,
    },
    '& .MuiButton-root': { textTransform: 'none', fontWeight: 600 },
  },
}));

/**
 * Makes what it holds look like its neighbours, on the pages of both frontend systems.
 *
 * @public
 */
export function Surface(props: { children: ReactNode; className?: string }) {
  const classes = useStyles();
  return (
    <div className={`${classes.root} ${props.className ?? ''}`}>
      {props.children}
    </div>
  );
}
