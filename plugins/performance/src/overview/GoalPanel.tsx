import { useId, useMemo } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Chart,
  CommandSnippet,
  Goal,
  GoalHeadline,
  mutedColour,
  Panel,
  usePerformanceData,
  usePerformanceLinks,
  ViewState,
} from '@perf-governance/plugin-performance-react';
import { goalChart } from './goalChart';
import { listQuery, OverviewQuery } from './overviewFilters';

const HEIGHT = 168;

const FIRST_GOAL = `apiVersion: performance-governance.io/v1
kind: Goal
metadata:
  name: tier-1-journeys
  title: Tier-1 journeys within budget
spec:
  appliesTo: { tag: tier-1 }
  label: journey
  target: 95 %
  by: 2027-06-30`;

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    columnGap: theme.spacing(4),
    rowGap: theme.spacing(2),
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    minHeight: HEIGHT + 36,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  choice: { marginTop: theme.spacing(3) },
  whole: { marginTop: theme.spacing(2), color: mutedColour(theme) },
}));

/** How the organisation stands against what it wants to reach. */
export function GoalPanel(props: { view: ViewState; query: OverviewQuery }) {
  const { view, query } = props;
  const classes = useStyles();
  const goals = usePerformanceData(
    api => api.rollups.listGoals(query),
    [JSON.stringify(query)],
  );

  if (goals.error) {
    return <ResponseErrorPanel error={goals.error} />;
  }
  if (!goals.value) {
    return (
      <Panel>
        <div className={classes.columns}>
          <div>
            <Skeleton width="80%" height={36} />
            <Skeleton width="60%" />
          </div>
          <Skeleton variant="rect" height={HEIGHT + 36} />
        </div>
      </Panel>
    );
  }
  const goal =
    goals.value.find(
      ({ definitionId }) => definitionId === view.get('headline'),
    ) ?? goals.value[0];
  return (
    <Panel>
      {goal ? (
        <Contents
          goal={goal}
          goals={goals.value}
          query={query}
          onChoose={definitionId => view.update({ headline: definitionId })}
        />
      ) : (
        <NoGoal />
      )}
    </Panel>
  );
}

function Contents(props: {
  goal: Goal;
  goals: Goal[];
  query: OverviewQuery;
  onChoose: (definitionId: string) => void;
}) {
  const { goal, goals, query, onChoose } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const id = useId();
  const chart = useMemo(() => goalChart(goal), [goal]);
  const list = (more: Record<string, string | string[]>) =>
    links.budgets(listQuery(query, { goal: goal.definitionId, ...more }));

  return (
    <div className={classes.columns}>
      <div>
        <GoalHeadline
          goal={goal}
          links={{
            holding: list({ state: ['pass', 'warn'] }),
            noData: list({ state: 'no-data' }),
            waived: list({ waived: 'true' }),
          }}
        />
        {Object.keys(query).length > 0 && (
          <Typography className={classes.whole} variant="body2">
            {goal.now.total === 0
              ? 'Nothing that the filters leave counts for this goal.'
              : 'Counts what the filters leave of all that the goal is about.'}
          </Typography>
        )}
        {goals.length > 1 && (
          <TextField
            id={id}
            className={classes.choice}
            select
            size="small"
            variant="outlined"
            label="Goal"
            value={goal.definitionId}
            onChange={event => onChoose(event.target.value)}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
          >
            {goals.map(({ definitionId, title }) => (
              <option key={definitionId} value={definitionId}>
                {title}
              </option>
            ))}
          </TextField>
        )}
      </div>
      <Chart
        label={`${goal.title}: share over the last 90 days`}
        caption="Share within limits, 90 days"
        data={chart}
        height={HEIGHT}
      />
    </div>
  );
}

function NoGoal() {
  const links = usePerformanceLinks();
  return (
    <>
      <Typography variant="h6" component="h2">
        Set a goal, and this page begins with it
      </Typography>
      <Typography variant="body2">
        A goal is a definition like any other: put it into the organisation’s
        files, or write it under{' '}
        <Link to={links.definitions()} underline="always">
          Definitions
        </Link>
        .
      </Typography>
      <CommandSnippet label="A first goal" text={FIRST_GOAL} />
    </>
  );
}
