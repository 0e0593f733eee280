import { Fragment } from 'react';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  ErrorBudgetActionRecord,
  mutedColour,
  RelativeTime,
  SloDetail,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import {
  ACTION_WORDS,
  describeConsequence,
  END_WORDS,
} from './errorBudgetActionWords';

const SHOWN = 20;

const SEVERITIES = {
  freeze: 'error',
  'require-approval': 'warning',
  warn: 'warning',
  notify: 'info',
} as const;

const STRONGEST_FIRST = ['freeze', 'require-approval', 'warn', 'notify'];

const useStyles = makeStyles(theme => ({
  active: { marginBottom: theme.spacing(1) },
  list: {
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    color: mutedColour(theme),
    '& li': { padding: theme.spacing(0.25, 0) },
  },
}));

/** What error-budget policies ask for because of an SLO, since when, and what they asked for before. */
export function ErrorBudgetActions(props: { slo: SloDetail }) {
  const { slo } = props;
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api =>
      api.slos.listErrorBudgetActions({
        entityRef: slo.entity.entityRef,
        environment: slo.environment,
        ruleId: slo.ruleId,
        limit: SHOWN,
      }),
    [slo.entity.entityRef, slo.environment, slo.ruleId],
  );
  if (error) {
    return (
      <Typography variant="body2" color="error">
        They couldn’t be read: {error.message}
      </Typography>
    );
  }
  // The strongest decides; the others are in force beside it.
  const [strongest, ...weaker] = (value?.items ?? [])
    .filter(({ ended }) => !ended)
    .sort(
      (a, b) =>
        STRONGEST_FIRST.indexOf(a.action) - STRONGEST_FIRST.indexOf(b.action),
    );
  const past = value?.items.filter(({ ended }) => ended) ?? [];
  return (
    <>
      {value && !strongest && (
        <Typography variant="body2" color="textSecondary">
          No error-budget policy asks for anything now.
        </Typography>
      )}
      {strongest && (
        <Alert
          severity={SEVERITIES[strongest.action]}
          className={classes.active}
        >
          <strong>{ACTION_WORDS[strongest.action]}</strong> since{' '}
          <RelativeTime instant={strongest.startedAt} variant="day" />.{' '}
          {describeConsequence(strongest)} {strongest.message}.{' '}
          {strongest.recoveringSince && (
            <>
              That holds no more since{' '}
              <RelativeTime instant={strongest.recoveringSince} />: it ends once
              that was so for half an hour.{' '}
            </>
          )}
          <PolicyLink action={strongest} />
        </Alert>
      )}
      {weaker.length > 0 && (
        <ul className={classes.list} aria-label="Also in force">
          {weaker.map(action => (
            <li key={action.id}>
              {ACTION_WORDS[action.action]} since{' '}
              <RelativeTime instant={action.startedAt} variant="day" />:{' '}
              <PolicyLink action={action} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <ul className={classes.list} aria-label="Earlier actions">
          {past.map(action => (
            <li key={action.id}>
              {ACTION_WORDS[action.action]}{' '}
              <RelativeTime instant={action.startedAt} variant="day" />
              {action.ended && (
                <>
                  {' – '}
                  <RelativeTime instant={action.ended.at} variant="day" />,
                  until {END_WORDS[action.ended.reason]}
                  {action.ended.adjustments?.map(
                    ({ id, reason, createdBy }) => (
                      <Fragment key={id}>
                        {': '}
                        {reason} (
                        <EntityRefLink
                          entityRef={createdBy}
                          defaultKind="user"
                          hideIcon
                        />
                        )
                      </Fragment>
                    ),
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The rule that asks for it, and where the policy is. */
function PolicyLink(props: { action: ErrorBudgetActionRecord }) {
  const { definitionId, rule } = props.action;
  const links = usePerformanceLinks();
  return (
    <Link to={links.definition(definitionId)} underline="always">
      {definitionId.split('/').at(-1)}, rule {rule}
    </Link>
  );
}
