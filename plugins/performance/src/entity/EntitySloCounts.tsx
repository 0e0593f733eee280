import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  StateCountList,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { Link, useLocation } from 'react-router-dom';
import { BurnAlertLabel } from '../slos/BurnAlertLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(1.5),
    minHeight: 24,
    '& > a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
}));

/** How an entity's SLOs stand, beside its budgets. */
export function EntitySloCounts(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  const { value, error } = usePerformanceData(
    api => api.slos.list({ entityRef, limit: 1 }),
    [entityRef],
  );
  if (!value) {
    // As high as what comes, so that nothing moves.
    return (
      <div className={classes.root}>{!error && <Skeleton width={120} />}</div>
    );
  }
  const { page, ticket } = value.alerts;
  return (
    <div className={classes.root}>
      <Link to={`${pathname}?view=slos`}>SLOs</Link>
      {value.totalItems === 0 ? (
        'none yet'
      ) : (
        <StateCountList counts={value.counts} />
      )}
      {page > 0 && <BurnAlertLabel severity="page" />}
      {page === 0 && ticket > 0 && <BurnAlertLabel severity="ticket" />}
    </div>
  );
}
