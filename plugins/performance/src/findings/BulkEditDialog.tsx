import { useId, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import { FindingStatus } from '@perf-governance/plugin-performance-common';
import {
  Finding,
  FINDING_STATUS_WORDS,
  FindingsChange,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { EntityPicker } from '../reviews/EntityPicker';
import {
  CATEGORY_OPTIONS,
  EFFORT_OPTIONS,
  GRADE_OPTIONS,
} from './findingOptions';
import { describeOutcomes, findingCount } from './findingWords';
import { OptionalSelectField } from './OptionalSelectField';

const LEAVE = 'Leave as it is';

/** Those that people set; a duplicate is one of a single other finding. */
const STATUSES: FindingStatus[] = [
  'open',
  'in-progress',
  'resolved',
  'verified',
  'invalid',
];

const STATUS_OPTIONS = STATUSES.map(value => ({
  value,
  title: FINDING_STATUS_WORDS[value],
}));

/** Changes what is filled in of several findings; each by the rules for one. */
export function BulkEditDialog(props: {
  findings: Finding[];
  onChanged: () => void;
  onClose: () => void;
}) {
  const { findings, onChanged, onClose } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const dueId = useId();
  const [change, setChange] = useState<FindingsChange>({});
  const set = (changes: FindingsChange) => setChange({ ...change, ...changes });
  // What was set back to “leave as it is” is no change.
  const asked: FindingsChange = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value),
  );
  const { note, ...fields } = asked;

  const apply = async () => {
    const outcomes = await api.findings.changeAll(
      findings.map(({ id }) => id),
      asked,
    );
    const isRefused = outcomes.some(({ outcome }) => outcome === 'refused');
    alertApi.post({
      message: describeOutcomes(outcomes),
      severity: isRefused ? 'warning' : 'success',
      display: isRefused ? 'permanent' : 'transient',
    });
    onChanged();
  };

  return (
    <ActionDialog
      title={`Change ${findingCount(findings.length)}`}
      intro="Each by itself: those that you may not change, or that can’t take the status, are named and left alone."
      action="Change"
      ready={Object.keys(fields).length > 0}
      onAction={apply}
      onClose={onClose}
    >
      <OptionalSelectField
        label="Status"
        none={LEAVE}
        value={change.status}
        options={STATUS_OPTIONS}
        onChange={status => set({ status })}
      />
      {change.status && (
        <LongText
          label="Note"
          value={change.note ?? ''}
          onChange={text => set({ note: text })}
          helperText="Needed for ‘Invalid’, and for reopening."
        />
      )}
      <EntityPicker
        label="Owner"
        kinds={['group', 'user']}
        entityRef={change.owner ?? undefined}
        onChange={owner => set({ owner })}
        helperText={LEAVE}
      />
      <TextField
        id={dueId}
        label="Due"
        type="date"
        variant="outlined"
        value={change.dueDate ?? ''}
        onChange={event => set({ dueDate: event.target.value })}
        InputLabelProps={{ shrink: true }}
        helperText={LEAVE}
      />
      <OptionalSelectField
        label="Effort"
        none={LEAVE}
        value={change.effort ?? undefined}
        options={EFFORT_OPTIONS}
        onChange={effort => set({ effort })}
      />
      <OptionalSelectField
        label="Severity"
        none={LEAVE}
        value={change.severity}
        options={GRADE_OPTIONS}
        onChange={severity => set({ severity })}
      />
      <OptionalSelectField
        label="Likelihood"
        none={LEAVE}
        value={change.likelihood}
        options={GRADE_OPTIONS}
        onChange={likelihood => set({ likelihood })}
      />
      <OptionalSelectField
        label="Category"
        none={LEAVE}
        value={change.category}
        options={CATEGORY_OPTIONS}
        onChange={category => set({ category })}
      />
    </ActionDialog>
  );
}
