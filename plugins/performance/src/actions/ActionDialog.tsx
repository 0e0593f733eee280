import { ReactNode, useId } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { Surface } from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

const useStyles = makeStyles(theme => ({
  // Title and buttons stay in sight; what is between them scrolls.
  surface: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  form: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** Asks for what an action needs, does it, and closes; or says why it couldn't be done. */
export function ActionDialog(props: {
  title: string;
  /** What will come of it. */
  intro: ReactNode;
  /** On the button: a verb. */
  action: string;
  /** Whether the fields hold what the action needs. */
  ready: boolean;
  onAction: () => Promise<unknown>;
  onClose: () => void;
  /** Fields. */
  children?: ReactNode;
}) {
  const { title, intro, action, ready, onAction, onClose, children } = props;
  const classes = useStyles();
  const titleId = useId();
  const [state, act] = useAsyncFn(async () => {
    await onAction();
    onClose();
  }, [onAction, onClose]);

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={(_event, reason) => {
        // A click beside it isn't meant to throw away what was written.
        if (reason !== 'backdropClick') {
          onClose();
        }
      }}
      aria-labelledby={titleId}
    >
      <Surface className={classes.surface}>
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault();
            if (ready && !state.loading) {
              act();
            }
          }}
        >
          <DialogTitle id={titleId}>{title}</DialogTitle>
          <DialogContent className={classes.fields}>
            <Typography variant="body2" component="div">
              {intro}
            </Typography>
            {children}
            {state.error && (
              <Alert severity="error">
                {/* What the backend said, rather than that it refused. */}
                {state.error.cause instanceof Error
                  ? state.error.cause.message
                  : state.error.message}
              </Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={!ready || state.loading}
            >
              {action}
            </Button>
          </DialogActions>
        </form>
      </Surface>
    </Dialog>
  );
}
