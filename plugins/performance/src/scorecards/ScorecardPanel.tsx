import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  EntityScorecard,
  GuideLink,
  LevelBadge,
  mutedColour,
  StateLabel,
  WaivedIcon,
} from '@perf-governance/plugin-performance-react';
import { LoadedSidePanel } from '../page/LoadedSidePanel';

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
    <LoadedSidePanel
      label="Scorecard of an entity"
      id={entityRef}
      load={(api, id) => api.scorecards.listOfEntity(id)}
      onClose={onClose}
    >
      {scorecards => (
        <Contents
          entityRef={entityRef}
          scorecard={scorecards.find(
            item => item.definitionId === definitionId,
          )}
        />
      )}
    </LoadedSidePanel>
  );
}

function Contents(props: {
  entityRef: string | undefined;
  scorecard: EntityScorecard | undefined;
}) {
  const { entityRef, scorecard } = props;
  const classes = useStyles();
  return (
    <>
      <h2 className={classes.title}>
        {entityRef && <EntityRefLink entityRef={entityRef} hideIcon />}
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
