import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  RunDetail,
  RunGate,
  STATE_WORDS,
  StateIcon,
  toolName,
  useStateColours,
} from '@perf-governance/plugin-performance-react';

const SHOWN_REASONS = 5;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    marginBottom: theme.spacing(3),
    backgroundColor: `var(--bui-bg-neutral-1, ${theme.palette.background.paper})`,
    borderRadius: 'var(--bui-radius-3, 4px)',
    borderLeft: '8px solid',
  },
  title: {
    margin: 0,
    fontSize: '1.375rem',
    lineHeight: 1.3,
    fontWeight: 700,
  },
  reasons: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
  },
}));

const GATE_WORDS: Record<RunGate['gate']['exitCode'], string> = {
  0: 'The gate lets it through.',
  1: 'The gate stops it.',
  2: 'The gate couldn’t judge it.',
  3: 'The gate stops it: required evidence is missing.',
};

/** The outcome of a run, as a banner. */
export function RunHeader(props: { run: RunDetail; gate?: RunGate }) {
  const { run, gate } = props;
  const classes = useStyles();
  const state = run.outcome ?? 'not-applicable';
  const { strong } = useStateColours(state);
  const reasons = gate?.gate.reasons ?? [];

  return (
    <header className={classes.root} style={{ borderLeftColor: strong }}>
      <StateIcon state={state} fontSize="large" />
      <div>
        <h2 className={classes.title}>
          <span style={{ color: strong }}>
            {run.outcome ? STATE_WORDS[run.outcome] : 'Not judged'}
          </span>
          : {toolName(run.tool)} run of{' '}
          <EntityRefLink entityRef={run.entityRef} hideIcon disableTooltip />
        </h2>
        {gate ? (
          <>
            {GATE_WORDS[gate.gate.exitCode]} Exit code {gate.gate.exitCode}.
            {reasons.length > 0 && (
              <ul className={classes.reasons}>
                {reasons.slice(0, SHOWN_REASONS).map(reason => (
                  <li key={`${reason.code} ${reason.message}`}>
                    {reason.message}
                  </li>
                ))}
                {reasons.length > SHOWN_REASONS && (
                  <li>and {reasons.length - SHOWN_REASONS} more</li>
                )}
              </ul>
            )}
          </>
        ) : (
          <Skeleton width={240} />
        )}
      </div>
    </header>
  );
}
