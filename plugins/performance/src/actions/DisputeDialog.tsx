import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  CurrentVerdict,
  describeRule,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from './ActionDialog';
import { LongText } from './LongText';

/** What the backend asks of a reason. */
const MIN_REASON = 10;

/** Says that a verdict is wrong. */
export function DisputeDialog(props: {
  verdict: CurrentVerdict;
  onClose: () => void;
}) {
  const { verdict, onClose } = props;
  const api = useApi(performanceApiRef);
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      title="Dispute this verdict"
      intro={
        <>
          Say what is wrong with the verdict on{' '}
          <strong>{describeRule(verdict)}</strong>. It stays as it is until
          somebody has looked; a rule that is disputed often may not block
          anyone.
        </>
      }
      action="Dispute"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() => api.disputes.open(verdict.id, reason.trim())}
      onClose={onClose}
    >
      <LongText
        label="What is wrong"
        required
        value={reason}
        onChange={setReason}
        helperText="E.g. the run hit a cold cache, or the limit is meant for another journey."
      />
    </ActionDialog>
  );
}
