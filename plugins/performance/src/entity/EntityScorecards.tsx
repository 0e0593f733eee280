import { useState } from 'react';
import { Link, ResponseErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  AttestationRequest,
  EntityScorecard,
  GuideLink,
  LevelBadge,
  mutedColour,
  Panel,
  StateLabel,
  usePerformanceData,
  usePerformanceLinks,
  WaivedIcon,
} from '@perf-governance/plugin-performance-react';
import { AttestDialog } from '../actions/AttestDialog';

const useStyles = makeStyles(theme => ({
  level: {
    margin: theme.spacing(2, 0, 0),
    fontSize: '1rem',
    fontWeight: 600,
  },
  rules: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'grid',
      gridTemplateColumns: '116px minmax(0, 1fr) auto',
      gap: theme.spacing(0.5, 1.5),
      alignItems: 'start',
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
      },
    },
  },
  title: {
    fontWeight: 600,
    [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1', gridRow: 2 },
  },
  detail: {
    display: 'block',
    fontWeight: 400,
    color: mutedColour(theme),
    fontSize: theme.typography.body2.fontSize,
  },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    whiteSpace: 'nowrap',
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** Every scorecard that is about an entity: its levels, their rules, and what is missing. */
export function EntityScorecards(props: {
  entityRef: string;
  mayContribute: boolean;
}) {
  const { entityRef, mayContribute } = props;
  const [answering, setAnswering] = useState<AttestationRequest>();
  const scorecards = usePerformanceData(
    api => api.scorecards.listOfEntity(entityRef),
    [entityRef],
  );
  const attestations = usePerformanceData(
    api => api.attestations.list(entityRef),
    [entityRef],
  );

  if (scorecards.error) {
    return <ResponseErrorPanel error={scorecards.error} />;
  }
  if (!scorecards.value) {
    return <Skeleton variant="rect" height={420} />;
  }
  if (scorecards.value.length === 0) {
    return (
      <Panel title="No scorecard is about this entity">
        A scorecard groups budgets and checks into levels. The platform team
        defines them, in Git or on the Definitions page.
      </Panel>
    );
  }
  return (
    <>
      {scorecards.value.map(scorecard => (
        <ScorecardPanel
          key={scorecard.definitionId}
          scorecard={scorecard}
          requests={mayContribute ? attestations.value?.items : undefined}
          onAnswer={setAnswering}
        />
      ))}
      {answering && (
        <AttestDialog
          entityRef={entityRef}
          request={answering}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </>
  );
}

function ScorecardPanel(props: {
  scorecard: EntityScorecard;
  /** What the reader may answer for. */
  requests: AttestationRequest[] | undefined;
  onAnswer: (request: AttestationRequest) => void;
}) {
  const { scorecard, requests, onAnswer } = props;
  const classes = useStyles();
  const links = usePerformanceLinks();
  return (
    <Panel
      title={
        <Link to={links.scorecard(scorecard.definitionId)}>
          {scorecard.title}
        </Link>
      }
      actions={
        <LevelBadge
          level={scorecard.level}
          levels={scorecard.levels}
          score={scorecard.score}
        />
      }
    >
      {scorecard.exempt && (
        <Typography variant="body2">Exempt: {scorecard.exempt}</Typography>
      )}
      {scorecard.levels.map(level => {
        const rules = scorecard.rules.filter(rule => rule.level === level.name);
        const held = rules.filter(rule => rule.holds).length;
        return (
          rules.length > 0 && (
            <section key={level.name} aria-label={level.title}>
              <h3 className={classes.level}>
                {level.title}{' '}
                <Typography
                  component="span"
                  variant="body2"
                  color="textSecondary"
                >
                  {held} of {rules.length}
                </Typography>
              </h3>
              <ul className={classes.rules}>
                {rules.map(rule => {
                  const request = requests?.find(
                    ({ check }) => rule.ruleId === `check:${check}`,
                  );
                  return (
                    <li key={rule.ruleId}>
                      <span>
                        <StateLabel state={rule.state} />
                        {rule.waived && (
                          <span className={classes.detail}>
                            <WaivedIcon style={{ fontSize: 14 }} /> waived
                          </span>
                        )}
                      </span>
                      <span className={classes.title}>
                        {rule.title}
                        {rule.reason && (
                          <span className={classes.detail}>{rule.reason}</span>
                        )}
                        {!rule.holds && rule.fix && (
                          <span className={classes.detail}>{rule.fix}</span>
                        )}
                      </span>
                      <span className={classes.actions}>
                        {request && (
                          <Button
                            size="small"
                            variant="outlined"
                            aria-label={`Answer: ${rule.title}`}
                            onClick={() => onAnswer(request)}
                          >
                            Answer
                          </Button>
                        )}
                        {rule.guide && (
                          <GuideLink guide={rule.guide} about={rule.title} />
                        )}
                        <span
                          title={`Weight ${rule.weight}`}
                          style={{ minWidth: 24, textAlign: 'right' }}
                        >
                          ×{rule.weight}
                        </span>
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          )
        );
      })}
    </Panel>
  );
}
