import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Box from '@material-ui/core/Box';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import {
  performanceApiRef,
  Surface,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** What the backend asks of a reason. */
const MIN_REASON = 3;

/** Marks a run invalid, for a reason. */
export function InvalidateButton(props: { runId: string }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        Mark invalid
      </Button>
      {asking && (
        <InvalidationDialog
          runId={props.runId}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function InvalidationDialog(props: { runId: string; onClose: () => void }) {
  const { runId, onClose } = props;
  const api = useApi(performanceApiRef);
  const titleId = useId();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [state, invalidate] = useAsyncFn(async () => {
    await api.invalidateRun(runId, reason.trim());
    onClose();
  }, [api, runId, reason, onClose]);

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      aria-labelledby={titleId}
    >
      <Surface>
        <DialogTitle id={titleId}>Mark this run invalid</DialogTitle>
        <DialogContent>
          <Typography paragraph variant="body2">
            Everything that used it is judged again without it. The run stays
            here with your reason, and can be reinstated.
          </Typography>
          <TextField
            id={reasonId}
            required
            fullWidth
            multiline
            minRows={2}
            variant="outlined"
            label="Reason"
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          {state.error && (
            <Box mt={2}>
              <Alert severity="error">{state.error.message}</Alert>
            </Box>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="contained"
            color="primary"
            disabled={reason.trim().length < MIN_REASON || state.loading}
            onClick={invalidate}
          >
            Mark invalid
          </Button>
        </DialogActions>
      </Surface>
    </Dialog>
  );
}
