import { useEffect, useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { mutedColour } from '@perf-governance/plugin-performance-react';
import { Markdown } from './Markdown';

const useStyles = makeStyles(theme => ({
  preview: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(1.5),
    minHeight: 64,
  },
  label: {
    marginBottom: theme.spacing(0.5),
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  foot: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    color: mutedColour(theme),
    // As far in as the help of other fields.
    paddingLeft: 14,
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** A field for Markdown, with a look at what becomes of it. */
export function MarkdownField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  minRows?: number;
  helperText?: string;
  /** Takes the focus when it appears, as it does because somebody asked to write. */
  asked?: boolean;
}) {
  const { label, value, onChange, required, minRows = 2, asked } = props;
  const { helperText = 'Markdown' } = props;
  const classes = useStyles();
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [wanted] = useState(asked);
  useEffect(() => {
    if (wanted) {
      input.current?.focus();
    }
  }, [wanted]);
  const [previewing, setPreviewing] = useState(false);
  const previews = previewing && value.trim() !== '';

  return (
    <div>
      {previews ? (
        <div
          className={classes.preview}
          role="group"
          aria-label={`Preview: ${label}`}
        >
          <div className={classes.label}>{label}</div>
          <Markdown text={value} />
        </div>
      ) : (
        <TextField
          id={id}
          label={label}
          value={value}
          onChange={event => onChange(event.target.value)}
          required={required}
          inputRef={input}
          fullWidth
          multiline
          minRows={minRows}
          variant="outlined"
          inputProps={{ 'aria-describedby': `${id}-help` }}
        />
      )}
      <div className={classes.foot}>
        <span id={`${id}-help`}>{helperText}</span>
        <Button
          size="small"
          disabled={value.trim() === ''}
          onClick={() => setPreviewing(!previews)}
        >
          {previews ? 'Write' : 'Preview'}
        </Button>
      </div>
    </div>
  );
}
