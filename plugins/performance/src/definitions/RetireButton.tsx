import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Alert from '@material-ui/lab/Alert';
import {
  DefinitionDetail,
  performanceApiRef,
  Surface,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** Takes a definition out of force, after asking. */
export function RetireButton(props: { definition: DefinitionDetail }) {
  const { definition } = props;
  const api = useApi(performanceApiRef);
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const titleId = useId();
  const [asking, setAsking] = useState(false);
  const [state, retire] = useAsyncFn(async () => {
    await api.deleteDefinition(definition.id);
    navigate(links.definitions());
  }, [api, definition.id, navigate, links]);

  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        Retire
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        aria-labelledby={titleId}
      >
        <Surface>
          <DialogTitle id={titleId}>
            Retire {definition.title ?? definition.name}?
          </DialogTitle>
          <DialogContent>
            Its verdicts leave the lists. Its versions are kept.
            {state.error && (
              <Alert severity="error">{state.error.message}</Alert>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button
              variant="contained"
              color="primary"
              onClick={retire}
              disabled={state.loading}
            >
              Retire
            </Button>
          </DialogActions>
        </Surface>
      </Dialog>
    </>
  );
}
