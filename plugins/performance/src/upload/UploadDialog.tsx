import { useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatQuantity,
  RUN_TYPES,
  RunType,
} from '@perf-governance/plugin-performance-common';
import {
  performanceApiRef,
  Surface,
  UploadResult,
} from '@perf-governance/plugin-performance-react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useDebounce from 'react-use/esm/useDebounce';
import { UploadError } from './UploadError';
import { UploadPreview } from './UploadPreview';

/** Where a report most often comes from. */
const USUAL_ENVIRONMENT = 'production';

const TYPING_PAUSE_MS = 400;

const useStyles = makeStyles(theme => ({
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: theme.spacing(1.5),
  },
  progress: { height: 4, marginTop: theme.spacing(2) },
}));

/**
 * Takes a report, shows what it would change as judged by the backend, and saves it.
 */
export function UploadDialog(props: {
  entityRef: string;
  /** Environments seen before, to choose from. */
  environments: string[];
  /** The report, if one was dropped. */
  file: File | undefined;
  onFileChange: (file: File) => void;
  onClose: () => void;
  onSaved: (result: UploadResult) => void;
}) {
  const { entityRef, environments, file, onFileChange, onClose, onSaved } =
    props;
  const classes = useStyles();
  const titleId = useId();
  const listId = useId();
  const api = useApi(performanceApiRef);
  const input = useRef<HTMLInputElement>(null);
  const [environment, setEnvironment] = useState(
    environments.includes(USUAL_ENVIRONMENT)
      ? USUAL_ENVIRONMENT
      : environments[0] ?? USUAL_ENVIRONMENT,
  );
  const [branch, setBranch] = useState('');
  const [commit, setCommit] = useState('');
  const [type, setType] = useState<RunType>();

  const send = (report: File, dryRun: boolean) =>
    api.uploadReport(report, {
      entityRef,
      environment,
      branch: branch || undefined,
      commit: commit || undefined,
      type,
      fileName: report.name,
      dryRun,
    });

  const [preview, showPreview] = useAsyncFn(
    async (report: File) => send(report, true),
    [environment, branch, commit, type],
  );
  useDebounce(
    () => {
      if (file && environment) {
        showPreview(file);
      }
    },
    TYPING_PAUSE_MS,
    [file, environment, branch, commit, type],
  );
  const [saved, save] = useAsyncFn(
    async (report: File) => onSaved(await send(report, false)),
    [environment, branch, commit, type],
  );

  const busy = preview.loading || saved.loading;
  const error = saved.error ?? preview.error;

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={saved.loading ? undefined : onClose}
      aria-labelledby={titleId}
    >
      <Surface>
        <DialogTitle id={titleId}>Upload a report</DialogTitle>
        <DialogContent>
          <div className={classes.file}>
            <Button variant="outlined" onClick={() => input.current?.click()}>
              {file ? 'Choose another file' : 'Choose a file'}
            </Button>
            {file ? (
              <span>
                {file.name}, {formatQuantity(file.size, 'B')}
              </span>
            ) : (
              'of k6, JMeter or Lighthouse, as it is or gzipped'
            )}
            <input
              ref={input}
              type="file"
              hidden
              aria-label="Report file"
              onChange={event => {
                const chosen = event.target.files?.item(0);
                if (chosen) {
                  onFileChange(chosen);
                }
                event.target.value = '';
              }}
            />
          </div>
          <div className={classes.fields}>
            <TextField
              required
              size="small"
              variant="outlined"
              id={`${titleId}-environment`}
              label="Environment"
              value={environment}
              onChange={event => setEnvironment(event.target.value.trim())}
              inputProps={{ list: listId }}
            />
            <datalist id={listId}>
              {environments.map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <TextField
              size="small"
              variant="outlined"
              id={`${titleId}-branch`}
              label="Branch"
              placeholder="the default branch"
              value={branch}
              onChange={event => setBranch(event.target.value.trim())}
            />
            <TextField
              size="small"
              variant="outlined"
              id={`${titleId}-commit`}
              label="Commit"
              value={commit}
              onChange={event => setCommit(event.target.value.trim())}
            />
            <TextField
              select
              size="small"
              variant="outlined"
              id={`${titleId}-type`}
              label="Kind of test"
              value={type ?? ''}
              onChange={event =>
                setType(RUN_TYPES.find(one => one === event.target.value))
              }
              SelectProps={{ native: true }}
              InputLabelProps={{ shrink: true }}
            >
              <option value="">What its tool is for</option>
              {RUN_TYPES.map(one => (
                <option key={one} value={one}>
                  {one[0].toUpperCase() + one.slice(1)}
                </option>
              ))}
            </TextField>
          </div>
          <div className={classes.progress}>
            {busy && <LinearProgress aria-label="Reading the report" />}
          </div>
          {error && !busy && <UploadError error={error} />}
          {preview.value && !error && <UploadPreview result={preview.value} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={saved.loading}>
            Cancel
          </Button>
          <Button
            variant="contained"
            color="primary"
            disabled={!file || !preview.value || busy || Boolean(error)}
            onClick={() => file && save(file)}
          >
            {saved.loading ? 'Saving…' : 'Save'}
          </Button>
        </DialogActions>
      </Surface>
    </Dialog>
  );
}
