import { Link } from '@backstage/core-components';
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

const useStyles = makeStyles(theme => ({
  active: { marginBottom: theme.spacing(1) },
  detail: { display: 'block', color: mutedColour(theme) },
  past: {
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
  const active = value?.items.filter(({ ended }) => !ended) ?? [];
  const past = value?.items.filter(({ ended }) => ended) ?? [];
  return (
    <>
      {value && active.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          No error-budget policy asks for anything now.
        </Typography>
      )}
      {active.map(action => (
        <Alert
          key={action.id}
          severity={SEVERITIES[action.action]}
          className={classes.active}
        >
          <strong>{ACTION_WORDS[action.action]}</strong> since{' '}
          <RelativeTime instant={action.startedAt} variant="day" />.{' '}
          {describeConsequence(action)} {action.message}.{' '}
          <PolicyLink action={action} />
        </Alert>
      ))}
      {past.length > 0 && (
        <ul className={classes.past} aria-label="Earlier actions">
          {past.map(action => (
            <li key={action.id}>
              {ACTION_WORDS[action.action]}{' '}
              <RelativeTime instant={action.startedAt} variant="day" />
              {action.ended && (
                <>
                  {' – '}
                  <RelativeTime instant={action.ended.at} variant="day" />,
                  until {END_WORDS[action.ended.reason]}
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
