import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { errorMessage } from '../actions/errorMessage';
import { MarkdownField } from './MarkdownField';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 0) },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** Writes a comment, new or again. */
export function CommentForm(props: {
  /** On the button: a verb. */
  action: string;
  start?: string;
  onSave: (body: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { action, start = '', onSave, onCancel } = props;
  const classes = useStyles();
  const [body, setBody] = useState(start);
  const [state, save] = useAsyncFn(() => onSave(body.trim()), [onSave, body]);
  return (
    <div className={classes.root}>
      <MarkdownField asked label="Comment" value={body} onChange={setBody} />
      {state.error && (
        <Alert severity="error">{errorMessage(state.error)}</Alert>
      )}
      <div className={classes.actions}>
        <Button
          size="small"
          variant="contained"
          color="primary"
          disabled={body.trim() === '' || state.loading}
          onClick={save}
        >
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
