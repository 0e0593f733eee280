import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  performanceApiRef,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { waiverTitle } from './waiverTitle';

/** What the backend asks of a reason. */
const MIN_REASON = 3;

/** Ends an active waiver before its time. */
export function RevokeDialog(props: { waiver: Waiver; onClose: () => void }) {
  const { waiver, onClose } = props;
  const api = useApi(performanceApiRef);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title="Revoke this waiver"
      intro={`From now on, ${waiverTitle(waiver)} of ${
        waiver.entity.name
      } is enforced again as if there were no waiver.`}
      action="Revoke"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() => api.waivers.revoke(waiver.id, reason.trim())}
      onClose={onClose}
    >
      <LongText label="Reason" required value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
