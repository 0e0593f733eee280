import { ReactNode, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';
import { ActionDialog } from './ActionDialog';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(3) },
  button: { color: mutedColour(theme) },
}));

/** Deletes something for good, once its name was typed: nobody does that by accident. */
export function DeleteRecord(props: {
  /** A word for it: `finding`. */
  what: string;
  /** What has to be typed: `F-17`. */
  name: string;
  /** What goes with it, and what becomes of the rest. */
  children: ReactNode;
  onDelete: () => Promise<unknown>;
}) {
  const { what, name, children, onDelete } = props;
  const classes = useStyles();
  const fieldId = useId();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  return (
    <div className={classes.root}>
      <Button
        className={classes.button}
        size="small"
        onClick={() => setAsking(true)}
      >
        Delete this {what}…
      </Button>
      {asking && (
        <ActionDialog
          title={`Delete ${name}`}
          intro={children}
          action="Delete for good"
          ready={typed.trim().toUpperCase() === name.toUpperCase()}
          onAction={onDelete}
          onClose={close}
        >
          <TextField
            id={fieldId}
            label={`Type ${name} to delete it`}
            value={typed}
            onChange={event => setTyped(event.target.value)}
            autoComplete="off"
            fullWidth
          />
        </ActionDialog>
      )}
    </div>
  );
}
