import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { FindingEffort } from '@perf-governance/plugin-performance-common';
import { EntityPicker } from '../reviews/EntityPicker';
import { EFFORT_OPTIONS } from './findingOptions';
import { OptionalSelectField } from './OptionalSelectField';

/** Who sees to a finding, until when, with what effort. */
export interface FindingPlan {
  effort?: FindingEffort;
  /** A group's or user's ref. */
  owner?: string;
  /** ISO 8601 date. */
  dueDate?: string;
}

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
  },
}));

/** What the owner of a finding plans. */
export function PlanFields(props: {
  plan: FindingPlan;
  onChange: (changes: Partial<FindingPlan>) => void;
}) {
  const { plan, onChange } = props;
  const classes = useStyles();
  const dueId = useId();
  return (
    <>
      <EntityPicker
        label="Owner"
        kinds={['group', 'user']}
        entityRef={plan.owner}
        onChange={owner => onChange({ owner })}
        helperText="Who sees to it"
      />
      <div className={classes.row}>
        <OptionalSelectField
          label="Effort"
          none="Not estimated"
          value={plan.effort}
          options={EFFORT_OPTIONS}
          onChange={effort => onChange({ effort })}
        />
        <TextField
          id={dueId}
          label="Due"
          type="date"
          variant="outlined"
          value={plan.dueDate ?? ''}
          onChange={event => onChange({ dueDate: event.target.value })}
          InputLabelProps={{ shrink: true }}
        />
      </div>
    </>
  );
}
