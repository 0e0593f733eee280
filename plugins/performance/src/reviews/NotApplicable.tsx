import { useState } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import { LongText } from '../actions/LongText';

const useStyles = makeStyles({
  label: {
    marginRight: 0,
    '& .MuiFormControlLabel-label': {
      fontSize: 'inherit',
      fontFamily: 'inherit',
    },
  },
});

/** Says that a question doesn't apply, and why; an answer given before comes back with the switch. */
export function NotApplicable(props: {
  answer: ReviewAnswer;
  onChange: (answer: ReviewAnswer) => void;
}) {
  const { answer, onChange } = props;
  const classes = useStyles();
  const [before, setBefore] = useState<Partial<ReviewAnswer>>({});
  const on = answer.notApplicable !== undefined;
  return (
    <>
      <FormControlLabel
        className={classes.label}
        control={
          <Switch
            color="primary"
            checked={on}
            onChange={(_event, checked) => {
              const { choices, number, text, notApplicable, ...rest } = answer;
              if (checked) {
                setBefore({ choices, number, text });
                onChange({ ...rest, notApplicable: '' });
              } else {
                onChange({ ...rest, ...before });
              }
            }}
          />
        }
        label="Doesn’t apply here"
      />
      {on && (
        <LongText
          label="Why it doesn’t apply"
          required
          value={answer.notApplicable ?? ''}
          onChange={notApplicable => onChange({ ...answer, notApplicable })}
          helperText="Counts as answered once there is a reason."
        />
      )}
    </>
  );
}
