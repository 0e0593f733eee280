import { ResponseErrorPanel } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  EntityScorecard,
  GuideLink,
  LevelBadge,
  mutedColour,
  StateLabel,
  usePerformanceData,
  WaivedIcon,
} from '@perf-governance/plugin-performance-react';
import { SidePanel } from '../page/SidePanel';

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(0, 6, 1, 0),
    fontSize: '1.25rem',
    fontWeight: 600,
    overflowWrap: 'anywhere',
  },
  level: {
    margin: theme.spacing(3, 0, 0.5),
    fontSize: '1rem',
    fontWeight: 600,
  },
  rules: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': {
      display: 'grid',
      gridTemplateColumns: '104px minmax(0, 1fr)',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  waived: { fontSize: 14, verticalAlign: 'text-bottom' },
}));

/** One entity's standing on a scorecard, rule by rule. */
export function ScorecardPanel(props: {
  definitionId: string;
  /** Open while given. */
  entityRef: string | undefined;
  onClose: () => void;
}) {
  const { definitionId, entityRef, onClose } = props;
  return (
    <SidePanel
      label="Scorecard of an entity"
      open={entityRef !== undefined}
      onClose={onClose}
    >
      {entityRef && (
        <Contents
          key={entityRef}
          definitionId={definitionId}
          entityRef={entityRef}
        />
      )}
    </SidePanel>
  );
}

function Contents(props: { definitionId: string; entityRef: string }) {
  const { definitionId, entityRef } = props;
  const classes = useStyles();
  const { value, error } = usePerformanceData(
    api => api.scorecards.listOfEntity(entityRef),
    [entityRef],
  );
  const scorecard = value?.find(item => item.definitionId === definitionId);

  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return (
      <>
        <Skeleton width="60%" height={36} />
        <Skeleton variant="rect" height={320} style={{ marginTop: 24 }} />
      </>
    );
  }
  return (
    <>
      <h2 className={classes.title}>
        <EntityRefLink entityRef={entityRef} hideIcon />
      </h2>
      {scorecard ? (
        <Rules scorecard={scorecard} />
      ) : (
        <Typography variant="body2">
          The scorecard doesn’t hold for this entity any more.
        </Typography>
      )}
    </>
  );
}

function Rules(props: { scorecard: EntityScorecard }) {
  const { scorecard } = props;
  const classes = useStyles();
  if (scorecard.exempt) {
    return <Typography variant="body2">Exempt: {scorecard.exempt}</Typography>;
  }
  return (
    <>
      <LevelBadge
        level={scorecard.level}
        levels={scorecard.levels}
        score={scorecard.score}
        size="large"
      />
      {scorecard.levels.map(level => (
        <section key={level.name}>
          <h3 className={classes.level}>{level.title}</h3>
          <ul className={classes.rules}>
            {scorecard.rules
              .filter(rule => rule.level === level.name)
              .map(rule => (
                <li key={rule.ruleId}>
                  <StateLabel state={rule.state} />
                  <div>
                    {rule.title}
                    <span className={classes.detail}>
                      weight {rule.weight}
                      {rule.waived && (
                        <>
                          {', '}
                          <WaivedIcon className={classes.waived} /> waived,
                          counted as missing
                        </>
                      )}
                    </span>
                    {rule.reason && (
                      <span className={classes.detail}>{rule.reason}</span>
                    )}
                    {!rule.holds && rule.fix && <span>{rule.fix} </span>}
                    {!rule.holds && rule.guide && (
                      <GuideLink guide={rule.guide} about={rule.title} />
                    )}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
