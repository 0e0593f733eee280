import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  CurrentVerdict,
  formatDay,
  layerWords,
  mutedColour,
  StageLabel,
  STAGE_WORDS,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';

const useStyles = makeStyles(theme => ({
  now: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    fontSize: theme.typography.body2.fontSize,
  },
  story: {
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    '& li': {
      padding: theme.spacing(0.75, 0, 0.75, 2),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
  },
  effect: { color: mutedColour(theme) },
}));

type Contribution = CurrentVerdict['enforcement']['story'][number];

const EFFECT_WORDS: Record<Contribution['effect'], string> = {
  sets: 'in force',
  overruled: 'overruled by a stronger one',
  'no-effect': 'has no effect: an inner policy can’t weaken an outer one',
  withheld: 'withheld: the rule isn’t trusted to block yet, so it warns',
  'not-yet': 'not in force yet',
};

const WITHOUT_POLICY: Record<CurrentVerdict['kind'], string> = {
  budget: 'a failing budget blocks its own gate',
  check: 'a failing check is only shown',
  slo: 'the owner of a failing SLO is told',
  finding: 'an open finding is only shown',
};

/** What comes of a verdict now and next, and which policies said so, outermost first. */
export function EnforcementStory(props: { verdict: CurrentVerdict }) {
  const { enforcement, kind } = props.verdict;
  const { stage, next, story } = enforcement;
  const classes = useStyles();
  const links = usePerformanceLinks();
  const now = new Date();

  return (
    <>
      <div className={classes.now}>
        <StageLabel stage={stage} />
        {next && (
          <span>
            {STAGE_WORDS[next.stage]} from {formatDay(next.at, now)}
          </span>
        )}
      </div>
      {story.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {`No policy is about it: ${WITHOUT_POLICY[kind]}.`}
        </Typography>
      ) : (
        <ol className={classes.story}>
          {story.map(one => (
            <li key={one.definitionId}>
              <Typography component="span" variant="body2">
                <strong>{layerWords(one.layer)}</strong>
                {' · '}
                <Link to={links.policy(one.definitionId)} underline="always">
                  {one.title ?? one.name}
                </Link>
                {one.stage && <> · {STAGE_WORDS[one.stage].toLowerCase()}</>}
                {one.from && <> since {formatDay(one.from, now)}</>}
                {one.next && (
                  <>
                    , {STAGE_WORDS[one.next.stage].toLowerCase()} from{' '}
                    {formatDay(one.next.at, now)}
                  </>
                )}
                <span className={classes.effect}>
                  {' — '}
                  {EFFECT_WORDS[one.effect]}
                </span>
              </Typography>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
