import { makeStyles } from '@material-ui/core/styles';
import { RISK_LEVELS } from '@perf-governance/plugin-performance-common';
import {
  FindingSummary,
  GradeIcon,
  RISK_WORDS,
  StateIcon,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { Link, useLocation } from 'react-router-dom';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(1.5),
    minHeight: 24,
    '& > a': { color: theme.palette.text.primary, textDecoration: 'underline' },
    '& > span': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  icon: { fontSize: 16 },
}));

/** How many open findings are at each risk, the worst first; those that occur. */
function countRisks({ ages }: FindingSummary) {
  return RISK_LEVELS.map((risk, index) => ({
    risk,
    filled: index + 1,
    count: ages.reduce((sum, { risks }) => sum + risks[risk], 0),
  }))
    .filter(({ count }) => count > 0)
    .reverse();
}

/** What is open about an entity, beside its budgets. */
export function EntityFindingCounts(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  const { value } = usePerformanceData(
    api => api.findings.summarise({ entityRef, open: true }),
    [entityRef],
  );
  if (!value) {
    // As high as what comes, so that nothing moves; and nothing to see, which the numbers before it would move.
    return <div className={classes.root} />;
  }
  return (
    <div className={classes.root}>
      <Link to={`${pathname}?view=findings`}>Findings</Link>
      {value.open === 0 && 'none open'}
      {countRisks(value).map(({ risk, filled, count }) => (
        <span key={risk}>
          <GradeIcon
            filled={filled}
            steps={RISK_LEVELS.length}
            className={classes.icon}
          />
          {count.toLocaleString('en')} {RISK_WORDS[risk].toLowerCase()}
        </span>
      ))}
      {value.overdue > 0 && (
        <span>
          <StateIcon state="warn" className={classes.icon} />
          {value.overdue.toLocaleString('en')} overdue
        </span>
      )}
      {value.proposed > 0 && (
        <span>
          <StateIcon state="pass" className={classes.icon} />
          {value.proposed.toLocaleString('en')} closure proposed
        </span>
      )}
    </div>
  );
}
