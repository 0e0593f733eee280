import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  performanceApiRef,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { Decision, DecisionDialog } from './DecisionDialog';
import { RevokeDialog } from './RevokeDialog';

const useStyles = makeStyles(theme => ({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
}));

/** What the reader may do with a waiver; what they may not is explained. */
export function WaiverActions(props: { waiver: Waiver }) {
  const { waiver } = props;
  const { may, status } = waiver;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [asking, setAsking] = useState<Decision | 'revoke' | 'withdraw'>();
  const close = () => setAsking(undefined);

  return (
    <>
      {status === 'requested' && !may.approve && (
        <Alert severity="info">
          {may.approveReason ??
            'Whoever has the permission to approve decides on it.'}
        </Alert>
      )}
      <div className={classes.buttons}>
        {may.approve && (
          <>
            <Button
              variant="contained"
              color="primary"
              onClick={() => setAsking('approve')}
            >
              Approve
            </Button>
            <Button variant="outlined" onClick={() => setAsking('reject')}>
              Reject
            </Button>
          </>
        )}
        {may.revoke && (
          <Button variant="outlined" onClick={() => setAsking('revoke')}>
            Revoke
          </Button>
        )}
        {may.withdraw && (
          <Button variant="outlined" onClick={() => setAsking('withdraw')}>
            Withdraw request
          </Button>
        )}
      </div>
      {(asking === 'approve' || asking === 'reject') && (
        <DecisionDialog decision={asking} waivers={[waiver]} onClose={close} />
      )}
      {asking === 'revoke' && <RevokeDialog waiver={waiver} onClose={close} />}
      {asking === 'withdraw' && (
        <ActionDialog
          title="Withdraw this request"
          intro="Nobody will decide on it any more. It stays in the record."
          action="Withdraw"
          ready
          onAction={() => api.waivers.withdraw(waiver.id)}
          onClose={close}
        />
      )}
    </>
  );
}
