import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  FindingDetail,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { StatusStep } from './statusSteps';

/** What the backend asks of a reason. */
const MIN_NOTE = 3;

/** A finding's id as people write it: `F-12` or `12`. */
function readFindingId(text: string): string | undefined {
  return /^\s*(?:F-)?(\d+)\s*$/i.exec(text)?.[1];
}

/** Brings a finding to a status. */
export function StatusDialog(props: {
  finding: FindingDetail;
  step: StatusStep;
  onClose: () => void;
}) {
  const { finding, step, onClose } = props;
  const { status, needsNote } = step;
  const api = useApi(performanceApiRef);
  const originalId = useId();
  const [note, setNote] = useState('');
  const [original, setOriginal] = useState('');
  const duplicateOf = readFindingId(original);
  const isDuplicate = status === 'duplicate';

  return (
    <ActionDialog
      title={step.title}
      intro={step.intro}
      action={step.action}
      ready={
        (!needsNote || note.trim().length >= MIN_NOTE) &&
        (!isDuplicate || duplicateOf !== undefined)
      }
      onAction={() =>
        api.findings.changeStatus(finding.id, {
          version: finding.version,
          status,
          ...(note.trim() && { note: note.trim() }),
          ...(isDuplicate && { duplicateOf }),
        })
      }
      onClose={onClose}
    >
      {isDuplicate && (
        <TextField
          id={originalId}
          label="Finding that goes on"
          required
          variant="outlined"
          placeholder="F-12"
          value={original}
          onChange={event => setOriginal(event.target.value)}
        />
      )}
      <LongText
        label={needsNote ? 'Why' : 'Note'}
        required={needsNote}
        value={note}
        onChange={setNote}
      />
    </ActionDialog>
  );
}
