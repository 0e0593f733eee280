import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  performanceApiRef,
  SloAdjustment,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { describeTimes } from './adjustmentWords';

/** What the backend asks of a reason. */
const MIN_REASON = 10;

/** Undoes maintenance as if it had never been. */
export function RevokeAdjustmentDialog(props: {
  adjustment: SloAdjustment;
  onClose: () => void;
}) {
  const { adjustment, onClose } = props;
  const api = useApi(performanceApiRef);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title="Revoke maintenance"
      intro={
        <>
          <strong>{adjustment.reason}</strong>,{' '}
          {describeTimes(adjustment.times, new Date())}: its time will count
          again, past time included.
        </>
      }
      action="Revoke"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() => api.slos.revokeAdjustment(adjustment.id, reason.trim())}
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText={`In ${MIN_REASON} characters or more.`}
      />
    </ActionDialog>
  );
}
