import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EntitySummary,
  performanceApiRef,
  StageLabel,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { BreakGlassDialog } from '../actions/BreakGlassDialog';
import { blocksWhen } from './blocksWhen';
import { FreezeNotice } from './FreezeNotice';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1.5),
    minHeight: 32,
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** What closes the entity's gate now, what will close it next, and the way out in an emergency. */
export function BlockingNotice(props: {
  entityRef: string;
  /** Absent while loading. */
  summary?: EntitySummary;
}) {
  const { entityRef, summary } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const { pathname } = useLocation();
  const [asking, setAsking] = useState(false);
  const [ending, end] = useAsyncFn(
    () => api.breakGlass.end(entityRef),
    [api, entityRef],
  );
  const closing = usePerformanceData(
    client =>
      client.slos.listErrorBudgetActions({
        entityRef,
        active: true,
        action: ['freeze', 'require-approval'],
      }),
    [entityRef],
  );
  if (!summary || (closing.loading && !closing.value)) {
    return (
      <div className={classes.root}>
        <Skeleton width="60%" />
      </div>
    );
  }

  const { blocking, waived, next, breakGlass } = summary.enforcement;
  const upcoming = next.find(({ stage }) => stage === 'block');
  const mayContribute = summary.may.contribute;
  const frozen = closing.value?.items ?? [];
  const closed = blocking > 0 || frozen.length > 0;
  const quiet = !breakGlass?.active && !closed && !upcoming;
  return (
    <div className={classes.root}>
      {breakGlass?.active && (
        <>
          <span>
            <strong>The gate is open</strong>{' '}
            {blocksWhen(breakGlass.until, new Date()).until}, by{' '}
            <EntityRefLink entityRef={breakGlass.by} hideIcon />:{' '}
            {breakGlass.reason}
          </span>
          {mayContribute && (
            <Button
              size="small"
              variant="outlined"
              disabled={ending.loading}
              onClick={end}
            >
              Close the gate again
            </Button>
          )}
        </>
      )}
      {!breakGlass?.active && blocking > 0 && (
        <StageLabel
          stage="block"
          word={
            blocking === 1
              ? 'One failure blocks now'
              : `${blocking} failures block now`
          }
        />
      )}
      {upcoming && (
        <span>
          <strong>Blocks {blocksWhen(upcoming.at, new Date()).from}</strong>:{' '}
          <Link
            to={`${pathname}?verdict=${upcoming.verdictId}`}
            underline="always"
          >
            {upcoming.title}
          </Link>
        </span>
      )}
      {waived > 0 && <span>{waived} waived</span>}
      {!breakGlass?.active &&
        frozen.map(action => <FreezeNotice key={action.id} action={action} />)}
      {quiet && <span>Nothing blocks, and nothing is about to.</span>}
      {!breakGlass?.active && closed && mayContribute && (
        <Button size="small" onClick={() => setAsking(true)}>
          Break the glass
        </Button>
      )}
      {asking && (
        <BreakGlassDialog
          entityRef={entityRef}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
