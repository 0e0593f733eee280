import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  capWords,
  formatDay,
  performanceApiRef,
  Waiver,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { capExcessOf } from './capExcessOf';
import { waiverTitle } from './waiverTitle';

/** What can be done with a request. */
export type Decision = 'approve' | 'reject';

/** A rejection without a word helps nobody. */
const MIN_REJECTION = 3;

function waiverWords(waiver: Waiver): string {
  const until = `until ${formatDay(waiver.expiresAt, new Date())}`;
  const terms = waiver.cap ? `${until}, ${capWords(waiver.cap)}` : until;
  const excess = capExcessOf(waiver);
  return `${waiver.entity.name}: ${waiverTitle(waiver)}, ${terms}${
    excess ? `. ${excess}.` : ''
  }`;
}

/** Approves or rejects one or more requests, with a note to who asked. */
export function DecisionDialog(props: {
  decision: Decision;
  waivers: Waiver[];
  onClose: () => void;
}) {
  const { decision, waivers, onClose } = props;
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const [note, setNote] = useState('');
  const approves = decision === 'approve';
  const verb = approves ? 'Approve' : 'Reject';
  const what =
    waivers.length === 1 ? 'this request' : `${waivers.length} requests`;

  const decide = async () => {
    const outcomes = await api.waivers.decide({
      ids: waivers.map(({ id }) => id),
      decision,
      note: note.trim() || undefined,
    });
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
    const done = outcomes.length - refused.length;
    alertApi.post({
      message: [
        `${done} ${approves ? 'approved' : 'rejected'}.`,
        ...refused.map(
          ({ id, message }) =>
            `${
              waivers.find(waiver => waiver.id === id)?.title ?? id
            } was not: ${message}`,
        ),
      ].join(' '),
      severity: refused.length > 0 ? 'warning' : 'success',
      display: refused.length > 0 ? 'permanent' : 'transient',
    });
  };

  return (
    <ActionDialog
      title={`${verb} ${what}`}
      intro={
        <>
          {approves
            ? 'Until it ends, a waived failure blocks nothing; it is still shown and counted as a failure.'
            : 'The failure stays, and is enforced as before.'}
          <ul>
            {waivers.map(waiver => (
              <li key={waiver.id}>{waiverWords(waiver)}</li>
            ))}
          </ul>
        </>
      }
      action={verb}
      ready={approves || note.trim().length >= MIN_REJECTION}
      onAction={decide}
      onClose={onClose}
    >
      <LongText
        label="Note"
        required={!approves}
        value={note}
        onChange={setNote}
        helperText={
          approves ? 'Shown to who asked' : 'Why, and what would help instead'
        }
      />
    </ActionDialog>
  );
}
