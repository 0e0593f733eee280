import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { performanceApiRef } from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';

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
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title="Mark this run invalid"
      intro="Everything that used it is judged again without it. The run stays here with your reason, and can be reinstated."
      action="Mark invalid"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() => api.invalidateRun(runId, reason.trim())}
      onClose={onClose}
    >
      <LongText label="Reason" required value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
