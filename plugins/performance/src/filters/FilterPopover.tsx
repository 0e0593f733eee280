import { ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { Surface } from '@perf-governance/plugin-performance-react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';

const useStyles = makeStyles(theme => ({
  button: {
    height: 40,
    padding: theme.spacing(0, 1.25),
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 400,
    '& .MuiButton-endIcon': { marginLeft: 0 },
  },
  paper: {
    width: 280,
    maxHeight: 400,
    padding: theme.spacing(1.5),
  },
}));

/** A button of the filter bar, and what it opens. */
export function FilterPopover(props: {
  title: string;
  /** What it opens, for screen readers. */
  label: string;
  /** How many of its filters are on. */
  count: number;
  disabled?: boolean;
  children: ReactNode;
}) {
  const { title, label, count, disabled, children } = props;
  const classes = useStyles();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();

  return (
    <>
      <Button
        variant="outlined"
        className={classes.button}
        endIcon={<ArrowDropDownIcon />}
        disabled={disabled}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        aria-controls={anchor ? id : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {title}
        {count > 0 && ` (${count})`}
      </Button>
      <Popover
        id={id}
        open={anchor !== undefined}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': label,
        }}
      >
        <Surface>{children}</Surface>
      </Popover>
    </>
  );
}
