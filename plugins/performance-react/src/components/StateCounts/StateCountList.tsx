import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { StateCounts, VerdictState } from '../../api';
import { STATE_WORDS, STATES_WORST_FIRST } from '../../format';
import { StateIcon } from '../StateLabel';
import { WaivedIcon } from '../WaivedLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1),
    '& > span': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
  icon: { fontSize: 16 },
}));

function Words(props: { to: string | undefined; children: ReactNode }) {
  return props.to ? (
    <Link to={props.to}>{props.children}</Link>
  ) : (
    props.children
  );
}

/**
 * How many verdicts are in each state, those that occur, and how many of them are waived.
 *
 * @public
 */
export function StateCountList(props: {
  counts: StateCounts;
  /** How many failures and missing values are waived; they are among the counts. */
  waived?: number;
  /** Where the numbers lead. */
  to?: { state: (state: VerdictState) => string; waived: string };
}) {
  const { counts, waived = 0, to } = props;
  const classes = useStyles();
  const shown = STATES_WORST_FIRST.filter(state => counts[state] > 0);
  if (shown.length === 0) {
    return <>–</>;
  }
  return (
    <span className={classes.root}>
      {shown.map(state => (
        <span key={state}>
          <StateIcon state={state} className={classes.icon} />
          <Words to={to?.state(state)}>
            {counts[state].toLocaleString('en')}{' '}
            {state === 'not-applicable'
              ? STATE_WORDS[state]
              : STATE_WORDS[state].toLowerCase()}
          </Words>
        </span>
      ))}
      {waived > 0 && (
        <span title="Counted among the failures and the missing values">
          <WaivedIcon className={classes.icon} />
          <Words to={to?.waived}>{waived.toLocaleString('en')} waived</Words>
        </span>
      )}
    </span>
  );
}
