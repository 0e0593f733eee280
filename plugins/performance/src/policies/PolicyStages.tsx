import { makeStyles } from '@material-ui/core/styles';
import {
  formatDay,
  mutedColour,
  PolicyPart,
  RelativeTime,
  StageLabel,
} from '@perf-governance/plugin-performance-react';
import { describeSelector } from './describeSelector';

const useStyles = makeStyles(theme => ({
  part: {
    '& + &': { marginTop: theme.spacing(3) },
  },
  name: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5, 0),
    listStyle: 'none',
    margin: theme.spacing(1, 0, 0),
    padding: 0,
  },
  stage: {
    position: 'relative',
    minWidth: 184,
    padding: theme.spacing(2, 3, 0, 0),
    borderTop: `2px dashed ${theme.palette.divider}`,
    '&::before': {
      content: '""',
      position: 'absolute',
      top: -7,
      left: 0,
      width: 12,
      height: 12,
      borderRadius: '50%',
      border: `2px solid ${mutedColour(theme)}`,
      backgroundColor: theme.palette.background.paper,
    },
  },
  reached: {
    borderTopStyle: 'solid',
    borderTopColor: mutedColour(theme),
    '&::before': { backgroundColor: mutedColour(theme) },
  },
  now: { '&::before': { backgroundColor: theme.palette.text.primary } },
  detail: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** Each part of a policy as a line of time: the stages it has had, has and will have. */
export function PolicyStages(props: { parts: PolicyPart[] }) {
  const { parts } = props;
  const classes = useStyles();
  return (
    <>
      {parts.map(part => (
        <section key={JSON.stringify(part.for ?? {})} className={classes.part}>
          {parts.length > 1 && (
            <h3 className={classes.name}>
              {part.for ? `For ${describeSelector(part.for)}` : 'For all of it'}
            </h3>
          )}
          <StageLine part={part} />
        </section>
      ))}
    </>
  );
}

function StageLine(props: { part: PolicyPart }) {
  // Of two that begin together, the later one holds.
  const stages = props.part.stages.filter(
    ({ from }, index, all) =>
      index === all.length - 1 || all[index + 1].from !== from,
  );
  const classes = useStyles();
  const now = new Date();
  const reached = stages.filter(
    ({ from }) => from === undefined || Date.parse(from) <= now.getTime(),
  ).length;

  return (
    <ol className={classes.line}>
      {stages.map(({ stage, from }, index) => {
        const isNow = index === reached - 1;
        return (
          <li
            key={`${stage} ${from}`}
            aria-current={isNow ? 'step' : undefined}
            className={`${classes.stage} ${
              index < reached ? classes.reached : ''
            } ${isNow ? classes.now : ''}`}
          >
            <StageLabel stage={stage} />
            <span className={classes.detail}>
              {from === undefined
                ? 'from the beginning'
                : `from ${formatDay(from, now)}`}
              {isNow && ', now'}
              {index >= reached && from && (
                <>
                  , <RelativeTime instant={from} />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
