import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import {
  Bound,
  describeCapExcess,
  EffectiveBound,
  formatBound,
  formatQuantity,
  parseLimit,
} from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeRule,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from './ActionDialog';
import { LongText } from './LongText';

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS = 30;
/** What the backend asks of a reason. */
const MIN_REASON = 10;

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Asks for an exception from one rule for one subject; somebody else decides on it. */
export function RequestWaiverDialog(props: {
  verdict: CurrentVerdict;
  onClose: () => void;
}) {
  const { verdict, onClose } = props;
  const api = useApi(performanceApiRef);
  const capId = useId();
  const dateId = useId();
  const [reason, setReason] = useState('');
  const [control, setControl] = useState('');
  const [cap, setCap] = useState('');
  const [until, setUntil] = useState(() =>
    dayText(Date.now() + DEFAULT_DAYS * DAY_MS),
  );
  const { fail } = verdict.limit;
  const isFinding = verdict.kind === 'finding';
  const unit = 'unit' in verdict ? verdict.unit : undefined;
  const capable = unit !== undefined && fail !== undefined;

  const asked = fail && readCap(cap, fail);
  const excess = asked && describeCapExcess(verdict.value, asked);

  const request = () =>
    api.waivers.request({
      entityRef: verdict.subject.entityRef,
      ruleId: verdict.ruleId,
      environment: verdict.subject.environment,
      labels: verdict.subject.labels,
      reason: reason.trim(),
      ...(control.trim() && { compensatingControl: control.trim() }),
      ...(cap.trim() && fail && { cap: withOperator(cap, fail.operator) }),
      // A waiver holds for the whole of its last day.
      expiresAt: new Date(Date.parse(until) + DAY_MS).toISOString(),
    });

  return (
    <ActionDialog
      title="Request a waiver"
      intro={
        <>
          Once somebody else has approved it,{' '}
          <strong>{describeRule(verdict)}</strong> closes no gate until it ends.
          It stays a failure in scores and counts, and shows that it is waived.
          {isFinding &&
            ' The finding’s risk is accepted until then; after that it opens again.'}
        </>
      }
      action="Request waiver"
      ready={reason.trim().length >= MIN_REASON && until !== ''}
      onAction={request}
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText={
          isFinding
            ? 'Why the risk can be borne for now, and what is being done about it.'
            : 'Why the limit can’t be kept now, and what is being done about it.'
        }
      />
      <LongText
        label="Compensating control"
        value={control}
        onChange={setControl}
        helperText="What keeps users from harm meanwhile."
      />
      {capable && (
        <TextField
          id={capId}
          label="Cap"
          variant="outlined"
          value={cap}
          onChange={event => setCap(event.target.value)}
          placeholder={
            verdict.value !== undefined && unit
              ? `e.g. ${formatQuantity(verdict.value * 1.1, unit)}`
              : undefined
          }
          helperText={`Beyond it the waiver doesn’t help. The limit is ${formatBound(
            fail,
          )}${
            verdict.value !== undefined && unit
              ? `, the value ${formatQuantity(verdict.value, unit)}`
              : ''
          }.`}
        />
      )}
      {excess && <Alert severity="warning">{excess}.</Alert>}
      <TextField
        id={dateId}
        label="Until the end of"
        type="date"
        required
        variant="outlined"
        value={until}
        onChange={event => setUntil(event.target.value)}
        inputProps={{ min: dayText(Date.now()) }}
        InputLabelProps={{ shrink: true }}
        helperText="It ends by itself; you are reminded before."
      />
    </ActionDialog>
  );
}

/** @returns `undefined` while it isn't one; the backend says what is wrong with it. */
function readCap(cap: string, limit: EffectiveBound): Bound | undefined {
  try {
    return parseLimit(withOperator(cap, limit.operator), limit.unit);
  } catch {
    return undefined;
  }
}

/** A cap may be written as a quantity; it bounds the same side as the limit. */
function withOperator(cap: string, operator: string): string {
  const text = cap.trim();
  return /^[<>]/.test(text) ? text : `${operator} ${text}`;
}
