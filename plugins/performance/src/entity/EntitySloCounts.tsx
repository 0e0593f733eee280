import { makeStyles } from '@material-ui/core/styles';
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
    marginTop: theme.spacing(1),
    '& > a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
}));

/** How an entity's SLOs stand, beside its budgets; nothing where it has none. */
export function EntitySloCounts(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  const { value } = usePerformanceData(
    api => api.slos.list({ entityRef, limit: 1 }),
    [entityRef],
  );
  if (!value || value.totalItems === 0) {
    return null;
  }
  const { page, ticket } = value.alerts;
  return (
    <div className={classes.root}>
      <Link to={`${pathname}?view=slos`}>SLOs</Link>
      <StateCountList counts={value.counts} />
      {page > 0 && <BurnAlertLabel severity="page" />}
      {page === 0 && ticket > 0 && <BurnAlertLabel severity="ticket" />}
    </div>
  );
}
