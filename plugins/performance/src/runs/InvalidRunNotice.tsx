import { useApi } from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  performanceApiRef,
  RelativeTime,
  RunDetail,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** Why an invalid run doesn't count; administrators may reinstate it. */
export function InvalidRunNotice(props: { run: RunDetail }) {
  const { run } = props;
  const api = useApi(performanceApiRef);
  const [reinstated, reinstate] = useAsyncFn(
    () => api.reinstateRun(run.id),
    [api, run.id],
  );
  if (!run.invalid) {
    return null;
  }
  return (
    <Box mb={3}>
      <Alert
        severity="warning"
        action={
          run.may.administer && (
            <Button
              color="inherit"
              size="small"
              onClick={reinstate}
              disabled={reinstated.loading}
            >
              Reinstate
            </Button>
          )
        }
      >
        <AlertTitle>This run is marked invalid</AlertTitle>
        {run.invalid.reason} — {run.invalid.by},{' '}
        <RelativeTime instant={run.invalid.at} />. It changes no verdict and is
        nobody’s baseline.
        {reinstated.error && <p>{reinstated.error.message}</p>}
      </Alert>
    </Box>
  );
}
