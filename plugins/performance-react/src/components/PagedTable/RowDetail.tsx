import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '../../theme';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/**
 * A small line below what a cell is mostly about.
 *
 * @public
 */
export function RowDetail(props: { children: ReactNode }) {
  const classes = useStyles();
  return <span className={classes.root}>{props.children}</span>;
}
