import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  performanceApiRef,
  RuleTrustDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';

/** What the backend asks of a reason. */
const MIN_REASON = 10;

/** Lets a policy block by a rule, or by all of its rules, before they have earned trust. */
export function TrustOverrideDialog(props: {
  definitionId: string;
  /** All of the policy's unless given. */
  rule?: RuleTrustDetail;
  onClose: () => void;
}) {
  const { definitionId, rule, onClose } = props;
  const api = useApi(performanceApiRef);
  const [reason, setReason] = useState('');

  return (
    <ActionDialog
      title={rule ? `Trust “${rule.title}” now` : 'Trust all its rules now'}
      intro="Where the policy asks to block, failures will close gates at once. Your name and reason are recorded and shown."
      action="Trust now"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() =>
        api.policies.overrideTrust(definitionId, {
          ruleId: rule?.ruleId,
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText={`At least ${MIN_REASON} characters`}
      />
    </ActionDialog>
  );
}
