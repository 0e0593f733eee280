import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import TextField from '@material-ui/core/TextField';
import {
  performanceApiRef,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from './ActionDialog';
import { LongText } from './LongText';

const DEFAULT_HOURS = 4;
/** What the backend asks of a reason. */
const MIN_REASON = 10;

/** Opens an entity's gate for some hours, without asking anybody. */
export function BreakGlassDialog(props: {
  entityRef: string;
  onClose: () => void;
}) {
  const { entityRef, onClose } = props;
  const api = useApi(performanceApiRef);
  const hoursId = useId();
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState(String(DEFAULT_HOURS));
  const count = Number(hours);
  const maxHours = usePerformanceData(
    one => one.breakGlass.list(entityRef),
    [entityRef],
  ).value?.maxHours;
  return (
    <ActionDialog
      title="Break the glass"
      intro="For emergencies: the gate lets everything of this entity through, whatever fails. Nobody has to approve it; it is recorded with your name, shown here, and ends by itself."
      action="Open the gate"
      ready={
        reason.trim().length >= MIN_REASON &&
        count > 0 &&
        (maxHours === undefined || count <= maxHours)
      }
      onAction={() =>
        api.breakGlass.open(entityRef, { reason: reason.trim(), hours: count })
      }
      onClose={onClose}
    >
      <LongText
        label="Reason"
        required
        value={reason}
        onChange={setReason}
        helperText="E.g. the incident that is being fixed."
      />
      <TextField
        id={hoursId}
        label="Hours"
        type="number"
        required
        variant="outlined"
        value={hours}
        onChange={event => setHours(event.target.value)}
        inputProps={{ min: 1, max: maxHours, step: 1 }}
        helperText={maxHours && `At most ${maxHours}.`}
      />
    </ActionDialog>
  );
}
