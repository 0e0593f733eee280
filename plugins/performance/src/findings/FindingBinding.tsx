import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import {
  FindingBindingStatus,
  FindingDetail,
  formatDay,
  mutedColour,
  performanceApiRef,
  StateLabel,
  stateColours,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { BindDialog } from './BindDialog';
import { describeGreenDays } from './findingWords';

const useStyles = makeStyles(theme => ({
  what: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  progress: {
    maxWidth: 360,
    height: 8,
    borderRadius: 4,
    margin: theme.spacing(1, 0, 0.5),
    backgroundColor: stateColours(theme, 'no-data').soft,
    '& .MuiLinearProgress-bar': {
      backgroundColor: stateColours(theme, 'pass').strong,
    },
  },
  muted: { color: mutedColour(theme) },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** The verdict that shows whether a finding is mended, and for how long it has been green. */
export function FindingBinding(props: { finding: FindingDetail }) {
  const { finding } = props;
  const { binding, may } = finding;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const [asking, setAsking] = useState<'bind' | 'unbind'>();
  const close = () => setAsking(undefined);

  return (
    <>
      {binding ? (
        <Binding binding={binding} />
      ) : (
        <span className={classes.muted}>
          Nothing measured: people look.{' '}
          {may.edit &&
            'Bound to a budget, SLO or check, it proposes its own closure and opens again on a regression.'}
        </span>
      )}
      {may.edit && (
        <div className={classes.buttons}>
          <Button
            size="small"
            variant="outlined"
            onClick={() => setAsking('bind')}
          >
            {binding ? 'Bind to another' : 'Bind to a verdict'}
          </Button>
          {binding && (
            <Button size="small" onClick={() => setAsking('unbind')}>
              Unbind
            </Button>
          )}
        </div>
      )}
      {asking === 'bind' && <BindDialog finding={finding} onClose={close} />}
      {asking === 'unbind' && (
        <ActionDialog
          title="Unbind it"
          intro="It is left to people whether it is mended. The days that were counted are forgotten."
          action="Unbind"
          ready
          onAction={() => api.findings.unbind(finding.id, finding.version)}
          onClose={close}
        />
      )}
    </>
  );
}

function Binding(props: { binding: FindingBindingStatus }) {
  const { binding } = props;
  const { green, greenDays, labels, environment, title, verdictId } = binding;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const subject = Object.values(labels).join(' · ');
  const name = [subject, title ?? binding.ruleId].filter(Boolean).join(' · ');
  const now = new Date();
  return (
    <>
      <div className={classes.what}>
        {binding.state && <StateLabel state={binding.state} />}
        {verdictId ? (
          <Link
            to={links.budgets({
              entityRef: binding.entityRef,
              verdict: verdictId,
            })}
            underline="always"
          >
            {name}
          </Link>
        ) : (
          <span>{name}</span>
        )}
        <span className={classes.muted}>
          of <EntityRefLink entityRef={binding.entityRef} hideIcon />
          {environment !== '*' && ` in ${environment}`}
        </span>
      </div>
      <LinearProgress
        className={classes.progress}
        variant="determinate"
        value={Math.min(100, (100 * green.count) / greenDays)}
        role="meter"
        aria-label="Green days"
      />
      {describeGreenDays(binding)}
      {green.since && `, ${formatDay(green.since, now)}`}
      {green.since &&
        green.until &&
        green.since !== green.until &&
        ` to ${formatDay(green.until, now)}`}
      <span className={classes.muted}>
        . Days without evidence neither count nor reset.
      </span>
      {!verdictId && (
        <div className={classes.muted}>
          There is no such verdict now, so no day counts.
        </div>
      )}
    </>
  );
}
