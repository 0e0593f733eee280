import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import { performanceApiRef } from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What the backend asks of a reason. */
const MIN_REASON = 3;

/** Says why nothing should be made of a proposal, for good or until a day. */
export function SuppressDialog(props: {
  proposalId: string;
  onClose: () => void;
}) {
  const { proposalId, onClose } = props;
  const api = useApi(performanceApiRef);
  const untilId = useId();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  return (
    <ActionDialog
      title="Suppress this proposal"
      intro="It is left out of the proposals for as long as the same matter is found. Your reason is kept with your name, and it can be proposed again."
      action="Suppress"
      ready={reason.trim().length >= MIN_REASON}
      onAction={() =>
        api.analysis.suppress(proposalId, {
          reason: reason.trim(),
          // It holds for the whole of its last day.
          ...(until && {
            until: new Date(Date.parse(until) + DAY_MS).toISOString(),
          }),
        })
      }
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText="E.g. the database has a hot standby that the catalog doesn’t show."
      />
      <TextField
        id={untilId}
        label="Until the end of"
        type="date"
        variant="outlined"
        value={until}
        onChange={event => setUntil(event.target.value)}
        inputProps={{ min: new Date().toISOString().slice(0, 10) }}
        InputLabelProps={{ shrink: true }}
        helperText="Left empty, it has no end."
      />
    </ActionDialog>
  );
}
