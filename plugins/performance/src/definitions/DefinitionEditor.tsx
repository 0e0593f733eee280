import { useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  DefinitionDetail,
  DefinitionProblemItem,
  layerWords,
  Panel,
  performanceApiRef,
  StateLabel,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useDebounce from 'react-use/esm/useDebounce';
import { ProblemList } from './ProblemList';

const TYPING_PAUSE_MS = 400;

const useStyles = makeStyles(theme => ({
  fields: { marginBottom: theme.spacing(2) },
  editor: {
    '& textarea': {
      fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.5,
      tabSize: 2,
    },
  },
  result: { minHeight: 64, margin: theme.spacing(1, 0, 2) },
  progress: { height: 4 },
  actions: { display: 'flex', gap: theme.spacing(1) },
}));

/** The position in the text of a 1-based line and column. */
function positionOf(text: string, line: number, column: number): number {
  const lines = text.split('\n');
  const before = lines
    .slice(0, line - 1)
    .reduce((length, item) => length + item.length + 1, 0);
  return Math.min(
    text.length,
    before + Math.min(column - 1, lines[line - 1]?.length ?? 0),
  );
}

/** Writes a definition as YAML; the backend checks it while one types. */
export function DefinitionEditor(props: {
  /** The definition to change; a new one is made where absent. */
  definition?: DefinitionDetail;
  /** What the text of a new one starts from; written texts are kept when it changes and returns. */
  template?: string;
  /** Whose layer a new definition belongs to; the organisation's where absent. */
  entityRef?: string;
  onCancel: () => void;
  onSaved: (definition: DefinitionDetail) => void;
}) {
  const { definition, template = '', onCancel, onSaved } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const id = useId();
  const textarea = useRef<HTMLTextAreaElement>(null);
  const start = definition?.content ?? template;
  /** By what they started from. */
  const [texts, setTexts] = useState<Record<string, string>>({});
  const content = texts[start] ?? start;
  const [entityRef, setEntityRef] = useState(props.entityRef ?? '');
  const owner = definition
    ? definition.layer.entityRef
    : entityRef.trim() || undefined;

  const [checked, check] = useAsyncFn(
    async () => ({
      content,
      problems: await api.validateDefinition({ content, entityRef: owner }),
    }),
    [api, content, owner],
  );
  useDebounce(check, TYPING_PAUSE_MS, [content, owner]);

  const [saved, save] = useAsyncFn(async () => {
    const input = { content, entityRef: owner };
    onSaved(
      definition
        ? await api.updateDefinition(definition.id, input)
        : await api.createDefinition(input),
    );
  }, [api, content, owner, definition, onSaved]);

  const problems = checked.value?.problems ?? [];
  const current = checked.value?.content === content && !checked.loading;
  const broken = problems.some(problem => problem.severity === 'error');
  const error = saved.error ?? checked.error;

  const goTo = (problem: DefinitionProblemItem) => {
    const position = positionOf(content, problem.line, problem.column);
    textarea.current?.focus();
    textarea.current?.setSelectionRange(position, position);
  };

  return (
    <Panel
      title={
        definition
          ? `Edit ${definition.title ?? definition.name}`
          : 'New definition'
      }
    >
      {definition ? (
        <Typography paragraph variant="body2" color="textSecondary">
          Saving makes version {definition.version + 1}, set by{' '}
          {layerWords(definition.layer)}.
        </Typography>
      ) : (
        <TextField
          id={`${id}-owner`}
          fullWidth
          className={classes.fields}
          size="small"
          variant="outlined"
          label="Set by"
          placeholder="the organisation"
          helperText="The Domain, System or Component whose limit this is, e.g. system:default/checkout. Empty for the whole organisation."
          InputLabelProps={{ shrink: true }}
          value={entityRef}
          onChange={event => setEntityRef(event.target.value)}
        />
      )}
      <TextField
        id={`${id}-yaml`}
        fullWidth
        multiline
        minRows={16}
        variant="outlined"
        label="YAML"
        className={classes.editor}
        inputRef={textarea}
        value={content}
        onChange={event => setTexts({ ...texts, [start]: event.target.value })}
        inputProps={{ spellCheck: false, wrap: 'off' }}
        error={current && broken}
      />
      <div className={classes.result} aria-live="polite">
        <div className={classes.progress}>
          {checked.loading && <LinearProgress aria-label="Checking" />}
        </div>
        {error && (
          <Alert severity="error">
            {error.cause instanceof Error ? error.cause.message : error.message}
          </Alert>
        )}
        {!error && current && problems.length === 0 && (
          <StateLabel state="pass" word="Valid" />
        )}
        {problems.length > 0 && (
          <ProblemList hideFile problems={problems} onGoTo={goTo} />
        )}
      </div>
      <div className={classes.actions}>
        <Button
          variant="contained"
          color="primary"
          disabled={!current || broken || saved.loading}
          onClick={save}
        >
          {saved.loading ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </Panel>
  );
}
