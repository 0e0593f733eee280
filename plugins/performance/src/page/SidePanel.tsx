import { ReactNode } from 'react';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { Surface } from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  paper: {
    width: 'min(560px, 100vw)',
    padding: theme.spacing(3),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
  },
  wide: { width: 'min(760px, 100vw)' },
  close: {
    position: 'absolute',
    top: theme.spacing(1.5),
    right: theme.spacing(1.5),
  },
}));

/** Details beside the list they were opened from. */
export function SidePanel(props: {
  label: string;
  open: boolean;
  /** For more than a list of facts. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { label, open, wide, onClose, children } = props;
  const classes = useStyles();
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      classes={{ paper: `${classes.paper} ${wide ? classes.wide : ''}` }}
      PaperProps={{ role: 'dialog', 'aria-label': label }}
    >
      <Surface>
        <IconButton
          className={classes.close}
          onClick={onClose}
          aria-label="Close details"
        >
          <CloseIcon />
        </IconButton>
        {children}
      </Surface>
    </Drawer>
  );
}
