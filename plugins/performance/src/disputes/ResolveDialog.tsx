import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import {
  Dispute,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';

/** What the backend asks of a note. */
const MIN_NOTE = 3;

/** Settles somebody else's dispute. */
export function ResolveDialog(props: {
  dispute: Dispute;
  onClose: () => void;
}) {
  const { dispute, onClose } = props;
  const api = useApi(performanceApiRef);
  const [outcome, setOutcome] = useState<'upheld' | 'rejected'>();
  const [note, setNote] = useState('');

  return (
    <ActionDialog
      title="Settle this dispute"
      intro={dispute.reason}
      action="Settle"
      ready={outcome !== undefined && note.trim().length >= MIN_NOTE}
      onAction={async () => {
        if (outcome) {
          await api.disputes.resolve(dispute.id, {
            outcome,
            note: note.trim(),
          });
        }
      }}
      onClose={onClose}
    >
      <RadioGroup
        aria-label="Outcome"
        value={outcome ?? ''}
        onChange={event =>
          setOutcome(event.target.value === 'upheld' ? 'upheld' : 'rejected')
        }
      >
        <FormControlLabel
          value="upheld"
          control={<Radio color="primary" />}
          label="Upheld: the verdict was wrong"
        />
        <FormControlLabel
          value="rejected"
          control={<Radio color="primary" />}
          label="Rejected: the verdict was right"
        />
      </RadioGroup>
      <LongText
        label="Note"
        required
        value={note}
        onChange={setNote}
        helperText="Shown to who disputed it"
      />
    </ActionDialog>
  );
}
