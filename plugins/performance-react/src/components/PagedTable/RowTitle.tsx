import { ReactNode } from 'react';
import { Link as RouterLink } from '@backstage/core-components';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    // Tells what the row is from what else it leads to.
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
}));

/** @public */
export interface RowTitleProps {
  /** Opens the details beside the list. */
  onOpen?: () => void;
  /** Address of the page with the details, where they have one. */
  to?: string;
  children: ReactNode;
}

/**
 * What a row is called. It leads to the details, wherever they are.
 *
 * @public
 */
export function RowTitle(props: RowTitleProps) {
  const { onOpen, to, children } = props;
  const classes = useStyles();
  if (to !== undefined) {
    return (
      <RouterLink
        to={to}
        className={classes.root}
        // The row itself may be pressed too.
        onClick={event => event.stopPropagation()}
      >
        {children}
      </RouterLink>
    );
  }
  if (onOpen) {
    return (
      <Link
        component="button"
        className={classes.root}
        onClick={event => {
          event.stopPropagation();
          onOpen();
        }}
      >
        {children}
      </Link>
    );
  }
  return <span className={classes.root}>{children}</span>;
}
