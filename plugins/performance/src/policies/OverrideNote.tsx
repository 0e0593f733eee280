import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  mutedColour,
  performanceApiRef,
  PolicyDetail,
  RelativeTime,
  TrustOverride,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

const useStyles = makeStyles(theme => ({
  root: {
    marginTop: theme.spacing(0.5),
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** Who trusted before it was earned, and why; an administrator may take it back. */
export function OverrideNote(props: {
  policy: PolicyDetail;
  override: TrustOverride;
}) {
  const { policy, override } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [state, remove] = useAsyncFn(
    () =>
      api.policies.removeTrustOverride(policy.definition.id, override.ruleId),
    [api, policy.definition.id, override.ruleId],
  );
  return (
    <div className={classes.root}>
      Trusted by <EntityRefLink entityRef={override.by} hideIcon />,{' '}
      <RelativeTime instant={override.at} />: {override.reason}{' '}
      {policy.may.override && (
        <Button size="small" onClick={remove} disabled={state.loading}>
          Take back
        </Button>
      )}
      {state.error && <Alert severity="error">{state.error.message}</Alert>}
    </div>
  );
}
