import { useId } from 'react';
import TextField from '@material-ui/core/TextField';

/** One of several values, or none of them. */
export function OptionalSelectField<T extends string>(props: {
  label: string;
  helperText?: string;
  value: T | undefined;
  options: { value: T; title: string }[];
  /** What it means that nothing is chosen. */
  none: string;
  onChange: (value: T | undefined) => void;
}) {
  const { label, helperText, value, options, none, onChange } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      select
      fullWidth
      label={label}
      helperText={helperText}
      variant="outlined"
      value={value ?? ''}
      onChange={event =>
        onChange(options.find(one => one.value === event.target.value)?.value)
      }
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">{none}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </TextField>
  );
}
