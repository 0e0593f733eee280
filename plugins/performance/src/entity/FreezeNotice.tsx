import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  ErrorBudgetActionRecord,
  RelativeTime,
  StageLabel,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import {
  ACTION_WORDS,
  describeConsequence,
} from '../slos/errorBudgetActionWords';

const useStyles = makeStyles({
  root: { flexBasis: '100%' },
});

/** That a spent error budget closes the gate, and for whom it doesn't. */
export function FreezeNotice(props: { action: ErrorBudgetActionRecord }) {
  const { action } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  return (
    <span className={classes.root}>
      <StageLabel stage="block" word={ACTION_WORDS[action.action]} /> since{' '}
      <RelativeTime instant={action.startedAt} variant="day" />:{' '}
      {action.message}. {describeConsequence(action)}{' '}
      <Link to={`${pathname}?view=slos`} underline="always">
        Error budget
      </Link>
    </span>
  );
}
