import { useEffect, useState } from 'react';
import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_PAUSE_MS = 300;

/** Free text; hands it on when typing pauses. */
export function SearchField(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, value = '', onChange } = props;
  const [text, setText] = useState(value);

  // The query string may also change by a chip or the browser's Back button.
  useEffect(() => setText(value), [value]);

  useDebounce(
    () => {
      if (text !== value) {
        onChange(text || undefined);
      }
    },
    TYPING_PAUSE_MS,
    [text],
  );

  return (
    <TextField
      size="small"
      style={{ width: 248, maxWidth: '100%' }}
      variant="outlined"
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{ 'aria-label': label, type: 'search' }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
      }}
    />
  );
}
