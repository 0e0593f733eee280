import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  CurrentVerdict,
  describeLimit,
  describeRule,
  LevelBadge,
  STATE_WORDS,
  StateCounts,
  StateIcon,
  STATES_WORST_FIRST,
  Surface,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { blocksWhen } from './blocksWhen';

const WORST = 3;

const useStyles = makeStyles(theme => ({
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    minHeight: 28,
    marginBottom: theme.spacing(1),
  },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(0, 0, 1.5),
    padding: 0,
    listStyle: 'none',
    '& li': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontVariantNumeric: 'tabular-nums',
    },
  },
  worst: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li': {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  rule: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  value: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** How an entity stands, on its overview page. */
export function EntityPerformanceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const entityLink = useEntityRefLink();
  const { value, error } = usePerformanceData(
    api =>
      api.listVerdicts({
        entityRef,
        ruleKind: ['budget'],
        sort: 'state',
        order: 'asc',
        limit: WORST,
      }),
    [entityRef],
  );

  return (
    <EntityInfoCard
      title="Performance"
      footerActions={
        <Link to={`${entityLink(entity)}/performance`}>View performance</Link>
      }
    >
      <Surface>
        <CardStanding entityRef={entityRef} />
        {error && <ResponseErrorPanel error={error} />}
        {!error && !value && <CardSkeleton />}
        {value && <CardContents counts={value.counts} verdicts={value.items} />}
      </Surface>
    </EntityInfoCard>
  );
}

/** The level, and what will close the gate next; nothing where no scorecard holds. */
function CardStanding(props: { entityRef: string }) {
  const classes = useStyles();
  const summary = usePerformanceData(
    api => api.getEntitySummary(props.entityRef),
    [props.entityRef],
  );
  if (summary.loading && !summary.value) {
    return <Skeleton width="50%" height={28} />;
  }
  const [main] = summary.value?.scorecards ?? [];
  const upcoming = summary.value?.enforcement.next.find(
    ({ stage }) => stage === 'block',
  );
  return (
    <div className={classes.standing}>
      {main && (
        <LevelBadge
          level={main.level}
          levels={main.levels}
          score={main.score}
        />
      )}
      {upcoming && (
        <Typography variant="body2" component="span">
          Blocks {blocksWhen(upcoming.at, new Date()).from}
        </Typography>
      )}
    </div>
  );
}

function CardSkeleton() {
  return (
    <>
      <Skeleton width="70%" height={28} />
      {Array.from({ length: WORST }, (_, index) => (
        <Skeleton key={index} height={44} />
      ))}
    </>
  );
}

function CardContents(props: {
  counts: StateCounts;
  verdicts: CurrentVerdict[];
}) {
  const { counts, verdicts } = props;
  const classes = useStyles();
  if (verdicts.length === 0) {
    return (
      <Typography variant="body2">
        There is no verdict to show yet. The Performance tab says how to send a
        first report.
      </Typography>
    );
  }
  return (
    <>
      <ul className={classes.counts} aria-label="Budgets by state">
        {STATES_WORST_FIRST.filter(state => counts[state] > 0).map(state => (
          <li key={state}>
            <StateIcon state={state} fontSize="small" />
            <Typography variant="body2" component="span">
              <strong>{counts[state]}</strong>{' '}
              {STATE_WORDS[state].toLowerCase()}
            </Typography>
          </li>
        ))}
      </ul>
      <ul className={classes.worst} aria-label="Worst budgets">
        {verdicts.map(verdict => (
          <li key={verdict.id}>
            <StateIcon
              state={verdict.state}
              fontSize="small"
              titleAccess={STATE_WORDS[verdict.state]}
            />
            <Typography variant="body2" className={classes.rule}>
              {describeRule(verdict)}
              <Typography
                variant="caption"
                color="textSecondary"
                component="span"
                display="block"
              >
                {verdict.subject.environment} · {describeLimit(verdict.limit)}
              </Typography>
            </Typography>
            <Typography variant="body2" className={classes.value}>
              <strong>
                {verdict.value === undefined
                  ? STATE_WORDS[verdict.state]
                  : formatQuantity(
                      verdict.value,
                      'unit' in verdict ? verdict.unit : '1',
                    )}
              </strong>
            </Typography>
          </li>
        ))}
      </ul>
    </>
  );
}
