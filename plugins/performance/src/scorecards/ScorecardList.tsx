import { ResponseErrorPanel } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  CommandSnippet,
  LevelDistribution,
  mutedColour,
  Panel,
  ScorecardSummary,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { Link } from 'react-router-dom';
import { LayerName } from '../page/LayerName';
import { levelCounts } from './levelCounts';

/** As many as the API gives at once. */
const LIMIT = 100;

const FIRST_SCORECARD = `apiVersion: performance-governance.io/v1
kind: Scorecard
metadata:
  name: service-baseline
  title: Service baseline
spec:
  levels:
    - name: bronze
      rules:
        - { check: load-test-fresh }
    - name: silver
      rules:
        - { budget: { metric: http.request.duration, statistic: p95 } }`;

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    columnGap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(440px, 100%), 1fr))',
  },
  title: {
    '& a': { color: theme.palette.text.primary, textDecoration: 'underline' },
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1.5),
    color: mutedColour(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Every scorecard, with how many entities are at which of its levels. */
export function ScorecardList() {
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api => api.scorecards.list({ limit: LIMIT }),
    [],
  );

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (value?.items.length === 0) {
    return (
      <Panel title="No scorecard yet">
        <Typography variant="body2">
          A scorecard groups checks and budgets into levels, and tells each
          owner what is missing for the next one. It is a definition like any
          other:
        </Typography>
        <CommandSnippet label="A first scorecard" text={FIRST_SCORECARD} />
      </Panel>
    );
  }
  return (
    <div className={classes.grid}>
      {value
        ? value.items.map(scorecard => (
            <ScorecardCard key={scorecard.definitionId} scorecard={scorecard} />
          ))
        : [0, 1].map(index => (
            <Panel key={index}>
              <Skeleton width="50%" height={28} />
              <Skeleton width="80%" />
              <Skeleton variant="rect" height={72} />
            </Panel>
          ))}
    </div>
  );
}

function ScorecardCard(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const { entities, exempt, averageScore } = scorecard;
  return (
    <Panel
      title={
        <span className={classes.title}>
          <Link to={links.scorecard(scorecard.definitionId)}>
            {scorecard.title}
          </Link>
        </span>
      }
    >
      {scorecard.description && (
        <Typography variant="body2" paragraph>
          {scorecard.description}
        </Typography>
      )}
      <div className={classes.facts}>
        <span>
          {entities.toLocaleString('en')}{' '}
          {entities === 1 ? 'entity' : 'entities'}
          {exempt > 0 && `, ${exempt.toLocaleString('en')} exempt`}
        </span>
        {averageScore !== undefined && (
          <span>average score {Math.round(averageScore)}</span>
        )}
        <span>
          set by <LayerName layer={scorecard.layer} />
        </span>
      </div>
      <LevelDistribution levels={levelCounts(scorecard, links)} />
    </Panel>
  );
}
