import { useId } from 'react';
import TextField from '@material-ui/core/TextField';

/** A field for a few sentences. */
export function LongText(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  helperText?: string;
}) {
  const { label, value, onChange, required, helperText } = props;
  const id = useId();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      required={required}
      helperText={helperText}
      fullWidth
      multiline
      minRows={2}
      variant="outlined"
    />
  );
}
