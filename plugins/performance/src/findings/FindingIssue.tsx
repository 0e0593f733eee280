import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import useInterval from 'react-use/esm/useInterval';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  FindingDetail,
  FindingIssue as Issue,
  mutedColour,
  performanceApiRef,
  RelativeTime,
  StateLabel,
  usePerformanceData,
  VerdictState,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { IssueDialog } from './IssueDialog';

const STATES: Record<Issue['state'], { look: VerdictState; word: string }> = {
  pending: { look: 'no-data', word: 'Under way' },
  'in-step': { look: 'pass', word: 'In step' },
  failing: { look: 'fail', word: 'Not in step' },
  gone: { look: 'not-applicable', word: 'Gone' },
};

const useStyles = makeStyles(theme => ({
  issue: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  muted: { color: mutedColour(theme), overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

const LOOK_EVERY_MS = 3000;

/** The issue that is kept in step with a finding, or how one is made. */
export function FindingIssue(props: {
  finding: FindingDetail;
  /** Called when there may be news of it. */
  onStale: () => void;
}) {
  const { finding, onStale } = props;
  const { issue, may } = finding;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [asking, setAsking] = useState<'link' | 'unlink'>();
  const close = () => setAsking(undefined);
  const trackers =
    usePerformanceData(one => one.findings.getSettings(), []).value?.trackers ??
    [];
  // Making and following it happens in the backend, within seconds.
  useInterval(onStale, issue?.state === 'pending' ? LOOK_EVERY_MS : null);
  const [retrying, retry] = useAsyncFn(
    () => api.findings.retryIssue(finding.id),
    [api, finding.id],
  );
  const isAmiss = issue?.state === 'failing' || issue?.state === 'gone';
  const mayLink = may.plan && !issue && trackers.length > 0;

  return (
    <>
      {issue && <IssueState issue={issue} />}
      {may.plan && (issue || mayLink) && (
        <div className={classes.actions}>
          {isAmiss && (
            <Button
              size="small"
              variant="outlined"
              disabled={retrying.loading}
              onClick={retry}
            >
              Try again
            </Button>
          )}
          {issue && (
            <Button size="small" onClick={() => setAsking('unlink')}>
              Unlink the issue
            </Button>
          )}
          {mayLink && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setAsking('link')}
            >
              Make an issue
            </Button>
          )}
        </div>
      )}
      {retrying.error && (
        <Alert severity="error">{retrying.error.message}</Alert>
      )}
      {asking === 'link' && (
        <IssueDialog finding={finding} trackers={trackers} onClose={close} />
      )}
      {asking === 'unlink' && (
        <ActionDialog
          title="Unlink the issue"
          intro="The issue stays where it is; the two are no longer kept in step."
          action="Unlink"
          ready
          onAction={() => api.findings.unlinkIssue(finding.id)}
          onClose={close}
        />
      )}
    </>
  );
}

function IssueState(props: { issue: Issue }) {
  const { issue } = props;
  const { tracker, project, key, url, closed, state } = issue;
  const { message, retryAt, syncedAt } = issue;
  const classes = useStyles();
  const name = key ?? `an issue in ${project}`;
  return (
    <>
      <div className={classes.issue}>
        <span className={classes.muted}>{tracker}</span>
        {url ? (
          <Link to={url} underline="always">
            {name}
          </Link>
        ) : (
          name
        )}
        {closed && 'closed'}
        <StateLabel state={STATES[state].look} word={STATES[state].word} />
        {syncedAt && (
          <span className={classes.muted}>
            <RelativeTime instant={syncedAt} />
          </span>
        )}
      </div>
      {message && (
        <div className={classes.muted}>
          {message}
          {retryAt && (
            <>
              . Tried again <RelativeTime instant={retryAt} />.
            </>
          )}
        </div>
      )}
    </>
  );
}
