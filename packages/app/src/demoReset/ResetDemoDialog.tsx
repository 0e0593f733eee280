import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import { useDemoReset } from './useDemoReset';

interface ResetDemoDialogProps {
  onClose(): void;
}

/** Asks, resets the demo, and shows how far it is. */
export const ResetDemoDialog = (props: ResetDemoDialogProps) => {
  const { status, hasRun, error, start } = useDemoReset(true);
  const running = status?.state === 'running';
  const done = hasRun && status?.state === 'done';
  const failure =
    error?.message ??
    (hasRun && status?.state === 'failed' ? status.message : undefined);

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={running ? undefined : props.onClose}
      aria-labelledby="reset-demo-title"
    >
      <DialogTitle id="reset-demo-title">Reset the demo?</DialogTitle>
      <DialogContent aria-live="polite">
        {failure && (
          <DialogContentText color="error" role="alert">
            The demo could not be reset: {failure}
          </DialogContentText>
        )}
        {done && (
          <DialogContentText>
            The demo is as it was in the beginning.
          </DialogContentText>
        )}
        {running ? (
          <>
            <DialogContentText>{status.message}</DialogContentText>
            <LinearProgress aria-label="Resetting the demo" />
          </>
        ) : (
          !done && (
            <DialogContentText>
              Deletes all runs and all definitions made here, and loads ninety
              days of history that end now. It takes about a minute.
            </DialogContentText>
          )
        )}
      </DialogContent>
      <DialogActions>
        {done ? (
          <Button color="primary" onClick={() => window.location.reload()}>
            Go on
          </Button>
        ) : (
          <>
            <Button onClick={props.onClose}>
              {running ? 'Hide' : 'Cancel'}
            </Button>
            <Button
              variant="contained"
              color="primary"
              disabled={running || !status}
              onClick={start}
            >
              Reset
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
};
