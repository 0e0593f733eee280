import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  performanceApiRef,
  SloAdjustmentInput,
  SloDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { LongText } from '../actions/LongText';
import { Choice } from '../filters/Choice';
import { Recurrence, RECURRENCES, recurrenceRule } from './recurrence';

/** What the backend asks of a reason. */
const MIN_REASON = 10;
const HOUR_SECONDS = 3600;
const MAX_HOURS = 168;

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
  },
}));

/** The next full hour, as a field for local time has it. */
function nextHour(): string {
  const time = new Date();
  time.setHours(time.getHours() + 1, 0, 0, 0);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function timesOf(fields: {
  start: string;
  hours: number;
  recurrence: Recurrence;
  rule: string;
  timeZone: string;
}): SloAdjustmentInput['times'] {
  const { start, hours, recurrence, rule, timeZone } = fields;
  const durationSeconds = Math.round(hours * HOUR_SECONDS);
  if (recurrence === 'never') {
    const from = new Date(start);
    return {
      type: 'once',
      from: from.toISOString(),
      to: new Date(from.getTime() + durationSeconds * 1000).toISOString(),
    };
  }
  return {
    type: 'recurring',
    rrule:
      recurrence === 'rule' ? rule.trim() : recurrenceRule(recurrence, start),
    from: `${start}:00`,
    durationSeconds,
    timeZone,
  };
}

/** Takes time out of an SLO, once or again and again. */
export function AdjustmentDialog(props: {
  slo: SloDetail;
  onClose: () => void;
}) {
  const { slo, onClose } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const ids = { start: useId(), hours: useId(), rule: useId(), zone: useId() };
  const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [scope, setScope] = useState<'slo' | 'entity'>('slo');
  const [recurrence, setRecurrence] = useState<Recurrence>('never');
  const [start, setStart] = useState(nextHour);
  const [hours, setHours] = useState('1');
  const [rule, setRule] = useState('FREQ=MONTHLY;BYDAY=1SU');
  const [timeZone, setTimeZone] = useState(ownZone);
  const [reason, setReason] = useState('');
  const duration = Number(hours);

  return (
    <ActionDialog
      title="Add maintenance"
      intro={`Announced work doesn’t use up the error budget: its time is taken out of the numbers. The measurements stay as they are, your name and reason are shown, and it can be revoked. ${
        slo.may.adjustPast
          ? 'You may take out time that has passed, too: that may end what error-budget policies ask for.'
          : 'Time that has passed can only be taken out by who may approve or administer: ask one of them.'
      }`}
      action="Add maintenance"
      ready={
        reason.trim().length >= MIN_REASON &&
        start !== '' &&
        duration > 0 &&
        duration <= MAX_HOURS &&
        (recurrence !== 'rule' || rule.trim() !== '') &&
        timeZone.trim() !== ''
      }
      onAction={() =>
        api.slos.adjust({
          scope:
            scope === 'slo'
              ? { type: 'slo', sloId: slo.id }
              : {
                  type: 'entity',
                  entityRef: slo.entity.entityRef,
                  environment: slo.environment,
                },
          times: timesOf({
            start,
            hours: duration,
            recurrence,
            rule,
            timeZone: timeZone.trim(),
          }),
          reason: reason.trim(),
        })
      }
      onClose={onClose}
    >
      <Choice
        label="What it is about"
        options={[
          { value: 'slo', title: 'This SLO' },
          { value: 'entity', title: 'All SLOs of the entity' },
        ]}
        chosen={scope}
        onChange={setScope}
      />
      <TextField
        id={ids.rule}
        select
        label="Repeats"
        variant="outlined"
        value={recurrence}
        onChange={event =>
          setRecurrence(
            RECURRENCES.find(({ value }) => value === event.target.value)
              ?.value ?? 'never',
          )
        }
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        {RECURRENCES.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </TextField>
      {recurrence === 'rule' && (
        <TextField
          id={`${ids.rule}-text`}
          label="Rule"
          variant="outlined"
          required
          value={rule}
          onChange={event => setRule(event.target.value)}
          helperText="RFC 5545, e.g. the first Sunday of each month."
        />
      )}
      <div className={classes.pair}>
        <TextField
          id={ids.start}
          label={recurrence === 'never' ? 'Start' : 'First start'}
          type="datetime-local"
          required
          variant="outlined"
          value={start}
          onChange={event => setStart(event.target.value)}
          InputLabelProps={{ shrink: true }}
          helperText={
            recurrence === 'never' ? `Your time, ${ownZone}.` : undefined
          }
        />
        <TextField
          id={ids.hours}
          label="Hours"
          type="number"
          required
          variant="outlined"
          value={hours}
          onChange={event => setHours(event.target.value)}
          inputProps={{ min: 0.25, max: MAX_HOURS, step: 0.25 }}
        />
      </div>
      {recurrence !== 'never' && (
        <TextField
          id={ids.zone}
          label="Time zone"
          required
          variant="outlined"
          value={timeZone}
          onChange={event => setTimeZone(event.target.value)}
          helperText="Its clock counts, summer time included. E.g. Europe/Berlin."
        />
      )}
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText={`What was announced, and where: in ${MIN_REASON} characters or more.`}
      />
    </ActionDialog>
  );
}
