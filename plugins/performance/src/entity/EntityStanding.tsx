import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EntitySummary,
  GuideLink,
  LevelBadge,
  mutedColour,
  Panel,
  StateIcon,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { useLocation } from 'react-router-dom';
import { BlockingNotice } from './BlockingNotice';
import { EntityFindingCounts } from './EntityFindingCounts';
import { EntitySloCounts } from './EntitySloCounts';
import { ScoreTrend } from './ScoreTrend';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    // High enough for what comes, so that nothing below moves.
    gridAutoRows: 'minmax(184px, auto)',
    gridTemplateColumns:
      'minmax(190px, 0.9fr) minmax(0, 2.8fr) minmax(220px, 1.3fr)',
    [theme.breakpoints.down('md')]: {
      gridTemplateColumns: 'minmax(190px, 1fr) minmax(0, 1.6fr)',
      '& > :nth-child(2)': { gridColumn: '1 / -1', gridRow: 1 },
    },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      '& > :nth-child(2)': { gridRow: 'auto' },
    },
    marginBottom: theme.spacing(2),
    // The panels share the height of the highest.
    '& > *': { marginBottom: 0 },
  },
  others: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(4),
  },
  scorecard: {
    fontSize: theme.typography.body2.fontSize,
    color: mutedColour(theme),
    margin: theme.spacing(0.5, 0, 1),
  },
  heading: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 600,
  },
  steps: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: theme.typography.body2.fontSize,
    '& li': {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
  },
  step: { flex: 1, minWidth: 0 },
}));

/** Where an entity stands, what will close its gate, and what to do next. */
export function EntityStanding(props: {
  entityRef: string;
  /** Absent while loading. */
  summary?: EntitySummary;
  /** How many verdicts are in which state. */
  counts: ReactNode;
}) {
  const { entityRef, summary, counts } = props;
  const classes = useStyles();

  return (
    <div className={classes.root}>
      <Panel>
        <Standing entityRef={entityRef} summary={summary} />
      </Panel>
      <Panel>
        {counts}
        <div className={classes.others}>
          <EntitySloCounts entityRef={entityRef} />
          <EntityFindingCounts entityRef={entityRef} />
        </div>
        <BlockingNotice entityRef={entityRef} summary={summary} />
      </Panel>
      <Panel>
        <NextSteps summary={summary} />
      </Panel>
    </div>
  );
}

function Standing(props: { entityRef: string; summary?: EntitySummary }) {
  const { entityRef, summary } = props;
  const classes = useStyles();
  const scorecards = usePerformanceData(
    api => api.scorecards.listOfEntity(entityRef),
    [entityRef],
  ).value;
  if (!summary) {
    return <Skeleton variant="rect" height={124} />;
  }
  const [main] = summary.scorecards;
  if (!main) {
    return (
      <Typography variant="body2" color="textSecondary">
        No scorecard is about this entity.
      </Typography>
    );
  }
  const trend = scorecards?.find(
    ({ definitionId }) => definitionId === main.definitionId,
  )?.trend;
  return (
    <>
      <LevelBadge
        level={main.level}
        levels={main.levels}
        score={main.score}
        size="large"
      />
      <div className={classes.scorecard}>
        {main.exempt ? `Exempt from ${main.title}: ${main.exempt}` : main.title}
      </div>
      <ScoreTrend points={trend ?? []} now={new Date()} />
    </>
  );
}

function NextSteps(props: { summary?: EntitySummary }) {
  const { summary } = props;
  const classes = useStyles();
  const { pathname } = useLocation();
  if (!summary) {
    return <Skeleton variant="rect" height={124} />;
  }
  const [main] = summary.scorecards;
  if (!main || main.exempt || !main.nextLevel) {
    return (
      <Typography variant="body2" color="textSecondary">
        {main?.level && !main.nextLevel
          ? `${main.level.title} is the highest level of ${main.title}: keep it.`
          : 'There is no next level to reach.'}
      </Typography>
    );
  }
  const more = main.missing - main.nextSteps.length;
  return (
    <>
      <h2 className={classes.heading}>To reach {main.nextLevel.title}</h2>
      <ol className={classes.steps}>
        {main.nextSteps.map(step => (
          <li key={step.ruleId}>
            <StateIcon state={step.state} fontSize="small" />
            <span className={classes.step} title={step.fix ?? step.reason}>
              {step.title}
            </span>
            {step.guide && <GuideLink guide={step.guide} about={step.title} />}
          </li>
        ))}
      </ol>
      <Link to={`${pathname}?view=scorecards`} underline="always">
        {more > 0 ? `and ${more} more` : 'All rules'}
      </Link>
    </>
  );
}
