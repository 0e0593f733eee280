import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  formatDuration,
  mutedColour,
  SloDetail,
} from '@perf-governance/plugin-performance-react';
import { ErrorBudgetBar } from './ErrorBudgetBar';
import {
  describeRemaining,
  describeSpent,
  describeTimeWindow,
  formatAttainment,
  formatBurnRate,
} from './sloWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: theme.spacing(2, 3),
    margin: theme.spacing(2, 0),
  },
  term: {
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 600,
  },
  below: { marginTop: theme.spacing(0.75) },
  value: {
    margin: 0,
    fontSize: '1.5rem',
    lineHeight: 1.35,
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
  },
  detail: {
    display: 'block',
    marginTop: theme.spacing(0.5),
    color: mutedColour(theme),
    fontSize: theme.typography.body2.fontSize,
    lineHeight: theme.typography.body2.lineHeight,
    fontWeight: 400,
  },
}));

/** The numbers one asks for first: is the objective met, what is left, and until when. */
export function SloNumbers(props: { slo: SloDetail }) {
  const { slo } = props;
  const { status } = slo;
  const classes = useStyles();
  // Of too little, the numbers are true and tell nothing.
  const telling = slo.state !== 'no-data';
  const remaining = telling ? slo.remainingShare : undefined;
  return (
    <div className={classes.root}>
      <Fact
        term="Attainment"
        value={
          slo.attainment === undefined
            ? '–'
            : formatAttainment(slo.attainment, slo.target)
        }
        detail={`Objective ${formatQuantity(
          slo.target,
          'ratio',
        )}, ${describeTimeWindow(slo.timeWindow)}`}
      />
      <Fact
        term="Error budget"
        value={remaining === undefined ? '–' : describeRemaining(remaining)}
        detail={telling && status && describeSpent(status)}
        below={<ErrorBudgetBar remaining={remaining} state={slo.state} />}
      />
      <Fact
        term={slo.burnWindow ? `Burn rate over ${slo.burnWindow}` : 'Burn rate'}
        value={slo.burnRate === undefined ? '–' : formatBurnRate(slo.burnRate)}
        detail={telling && exhaustionWords(slo)}
      />
      <Fact
        term="Coverage"
        value={
          slo.coverage === undefined
            ? '–'
            : formatQuantity(slo.coverage, 'ratio')
        }
        detail={
          slo.coverage !== undefined && slo.coverage < 1
            ? 'of the time so far is measured. Gaps count neither as good nor as bad.'
            : 'of the time so far is measured.'
        }
      />
    </div>
  );
}

function exhaustionWords(slo: SloDetail): string | undefined {
  const { secondsToExhaustion, remainingShare } = slo;
  if (remainingShare === undefined) {
    return undefined;
  }
  if (remainingShare < 0) {
    return 'The budget is spent.';
  }
  return secondsToExhaustion === undefined
    ? 'At this pace the budget isn’t spent.'
    : `At this pace it is spent in ${formatDuration(secondsToExhaustion)}.`;
}

function Fact(props: {
  term: string;
  value: string;
  /** Below the value. */
  below?: ReactNode;
  detail?: ReactNode;
}) {
  const { term, value, below, detail } = props;
  const classes = useStyles();
  return (
    <div>
      <div className={classes.term}>{term}</div>
      <p className={classes.value}>
        {value}
        {detail && <span className={classes.detail}>{detail}</span>}
      </p>
      {below && <div className={classes.below}>{below}</div>}
    </div>
  );
}
