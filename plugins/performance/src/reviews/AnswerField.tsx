import { ReactElement, useEffect, useId, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import InputAdornment from '@material-ui/core/InputAdornment';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  ReviewAnswer,
  ReviewChoice,
} from '@perf-governance/plugin-performance-common';
import {
  mutedColour,
  ReviewTemplateQuestion,
} from '@perf-governance/plugin-performance-react';
import { Markdown } from './Markdown';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'flex',
    alignItems: 'flex-start',
    margin: theme.spacing(0, 0, 0.5, -1),
    '& .MuiFormControlLabel-label': {
      paddingTop: 9,
      fontSize: 'inherit',
      fontFamily: 'inherit',
    },
  },
  guidance: { color: mutedColour(theme) },
  number: { width: 220, maxWidth: '100%' },
}));

/** The field that a question is answered in. */
export function AnswerField(props: {
  question: ReviewTemplateQuestion;
  answer: ReviewAnswer;
  /** Id of the question's heading. */
  labelledBy: string;
  onChange: (answer: ReviewAnswer) => void;
}) {
  const { question, answer, labelledBy, onChange } = props;
  const choices = answer.choices ?? [];
  switch (question.type) {
    case 'one':
      return (
        <RadioGroup
          aria-labelledby={labelledBy}
          value={choices[0] ?? ''}
          onChange={(_event, name) => onChange({ ...answer, choices: [name] })}
        >
          {question.choices.map(choice => (
            <Choice
              key={choice.name}
              choice={choice}
              control={<Radio color="primary" value={choice.name} />}
            />
          ))}
        </RadioGroup>
      );
    case 'many':
      return (
        <div role="group" aria-labelledby={labelledBy}>
          {question.choices.map(choice => (
            <Choice
              key={choice.name}
              choice={choice}
              control={
                <Checkbox
                  color="primary"
                  checked={choices.includes(choice.name)}
                  onChange={(_event, checked) =>
                    onChange({
                      ...answer,
                      // In the template's order, whatever the order of clicks.
                      choices: question.choices
                        .map(({ name }) => name)
                        .filter(name =>
                          name === choice.name
                            ? checked
                            : choices.includes(name),
                        ),
                    })
                  }
                />
              }
            />
          ))}
        </div>
      );
    case 'number':
      return (
        <NumberField
          unit={question.unit}
          labelledBy={labelledBy}
          value={answer.number}
          onChange={number => onChange({ ...answer, number })}
        />
      );
    default:
      return (
        <TextField
          fullWidth
          multiline
          minRows={3}
          variant="outlined"
          value={answer.text ?? ''}
          onChange={event =>
            onChange({ ...answer, text: event.target.value || undefined })
          }
          inputProps={{ 'aria-labelledby': labelledBy }}
          helperText="Markdown"
        />
      );
  }
}

function Choice(props: { choice: ReviewChoice; control: ReactElement }) {
  const { choice, control } = props;
  const classes = useStyles();
  return (
    <FormControlLabel
      className={classes.choice}
      control={control}
      label={
        <>
          {choice.title}
          {choice.guidance && (
            <div className={classes.guidance}>
              <Markdown text={choice.guidance} />
            </div>
          )}
        </>
      }
    />
  );
}

function NumberField(props: {
  unit: string | undefined;
  labelledBy: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { unit, labelledBy, value, onChange } = props;
  const classes = useStyles();
  const unitId = useId();
  // Keeps what isn't a number yet, such as `0.`.
  const [text, setText] = useState(value?.toString() ?? '');
  const read = (written: string) =>
    written.trim() === '' ? undefined : Number(written);
  const wrong = Number.isNaN(read(text));

  useEffect(() => {
    setText(current =>
      read(current) === value ? current : value?.toString() ?? '',
    );
  }, [value]);

  return (
    <TextField
      className={classes.number}
      variant="outlined"
      value={text}
      onChange={event => {
        const next = event.target.value;
        setText(next);
        const number = read(next);
        if (!Number.isNaN(number)) {
          onChange(number);
        }
      }}
      error={wrong}
      helperText={wrong ? 'A number, such as 250 or 0.5' : undefined}
      inputProps={{
        inputMode: 'decimal',
        'aria-labelledby': unit ? `${labelledBy} ${unitId}` : labelledBy,
        style: { textAlign: 'right' },
      }}
      InputProps={
        unit
          ? {
              endAdornment: (
                <InputAdornment position="end">
                  <span id={unitId}>{unit}</span>
                </InputAdornment>
              ),
            }
          : undefined
      }
    />
  );
}
