import { useId, useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  findingName,
  FindingImport,
  FindingsFile,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { ActionDialog } from '../actions/ActionDialog';
import { errorMessage } from '../actions/errorMessage';
import { findingCount } from './findingWords';

const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  // Read by screen readers and the label, but not shown.
  input: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    opacity: 0,
  },
  list: {
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

async function readFile(file: File): Promise<FindingsFile> {
  return {
    format: file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv',
    text: await file.text(),
  };
}

/** Records findings from a file, after saying what will come of it. */
export function ImportDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const alertApi = useApi(alertApiRef);
  const inputId = useId();
  const [name, setName] = useState<string>();
  const [preview, check] = useAsyncFn(
    async (chosen: File) => {
      const file = await readFile(chosen);
      const outcome = await api.findings.importFile(file, { dryRun: true });
      return { file, outcome };
    },
    [api],
  );
  const { file, outcome } = preview.value ?? {};
  const isChecked = !preview.loading && !preview.error;

  return (
    <ActionDialog
      title="Import findings"
      intro={
        <>
          A file as the export has it: CSV with a heading, or JSON. Needed are
          the columns <code>entityRef</code>, <code>title</code>,{' '}
          <code>category</code>, <code>severity</code> and{' '}
          <code>likelihood</code>. With <code>externalId</code>, the same file
          can be imported again: what its entity has already is left as it is.
        </>
      }
      action={
        outcome && isChecked && outcome.created.length > 0
          ? `Import ${findingCount(outcome.created.length)}`
          : 'Import'
      }
      ready={
        isChecked &&
        outcome !== undefined &&
        outcome.problems.length === 0 &&
        outcome.created.length > 0
      }
      onAction={async () => {
        if (file) {
          const { created } = await api.findings.importFile(file, {
            dryRun: false,
          });
          alertApi.post({
            message: `${findingCount(created.length)} imported.`,
            severity: 'success',
            display: 'transient',
          });
        }
      }}
      onClose={onClose}
    >
      <div className={classes.file}>
        <input
          id={inputId}
          className={classes.input}
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={event => {
            const chosen = event.target.files?.[0];
            if (chosen) {
              setName(chosen.name);
              check(chosen);
            }
          }}
        />
        <label htmlFor={inputId}>
          <Button variant="outlined" component="span" tabIndex={-1}>
            {name ? 'Choose another file' : 'Choose a file'}
          </Button>
        </label>
        {name}
        {preview.loading && ' is being checked…'}
      </div>
      {preview.error && (
        <Alert severity="error">{errorMessage(preview.error)}</Alert>
      )}
      {outcome && isChecked && <Outcome outcome={outcome} />}
    </ActionDialog>
  );
}

/** What would come of it. */
function Outcome(props: { outcome: FindingImport }) {
  const { created, skipped, alike, problems } = props.outcome;
  const classes = useStyles();
  if (problems.length > 0) {
    return (
      <Alert severity="error">
        Nothing can be imported before this is mended:
        <ul className={classes.list}>
          {problems.slice(0, SHOWN).map(({ line, column, message }) => (
            <li key={`${line} ${column} ${message}`}>
              Line {line}
              {column && `, ${column}`}: {message}
            </li>
          ))}
          {problems.length > SHOWN && (
            <li>and {problems.length - SHOWN} more</li>
          )}
        </ul>
      </Alert>
    );
  }
  return (
    <>
      <Alert severity={created.length > 0 ? 'success' : 'info'}>
        {created.length > 0
          ? `Will be recorded: ${findingCount(created.length)}`
          : 'Nothing new is in this file'}
        {skipped.length > 0 &&
          `; there already, and left alone: ${findingCount(skipped.length)}`}
        .
        <ul className={classes.list}>
          {created.slice(0, SHOWN).map(({ line, title }) => (
            <li key={line}>{title}</li>
          ))}
          {created.length > SHOWN && <li>and {created.length - SHOWN} more</li>}
        </ul>
      </Alert>
      {alike.length > 0 && (
        <Alert severity="warning">
          Perhaps there already, as their title and entity are the same; they
          will be recorded again:
          <ul className={classes.list}>
            {alike.slice(0, SHOWN).map(({ line, title, id, earlierLine }) => (
              <li key={line}>
                {title} (
                {id === undefined ? `line ${earlierLine}` : findingName(id)})
              </li>
            ))}
            {alike.length > SHOWN && <li>and {alike.length - SHOWN} more</li>}
          </ul>
        </Alert>
      )}
    </>
  );
}
