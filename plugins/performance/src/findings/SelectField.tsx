import { useId } from 'react';
import TextField from '@material-ui/core/TextField';

/** One of several values, always chosen. */
export function SelectField<T extends string>(props: {
  label: string;
  helperText?: string;
  value: T;
  options: { value: T; title: string }[];
  onChange: (value: T) => void;
}) {
  const { label, helperText, value, options, onChange } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      fullWidth
      label={label}
      helperText={helperText}
      variant="outlined"
      value={value}
      onChange={event => {
        const chosen = options.find(one => one.value === event.target.value);
        if (chosen) {
          onChange(chosen.value);
        }
      }}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </TextField>
  );
}
