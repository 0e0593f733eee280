import { makeStyles } from '@material-ui/core/styles';
import { RunVerdict } from '../../api';
import { formatDay, STAGE_WORDS } from '../../format';
import { mutedColour } from '../../theme';
import { StageLabel } from '../StageLabel';
import { StateLabel } from '../StateLabel';
import { WaivedLabel } from '../WaivedLabel';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'block',
    marginTop: 2,
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** A verdict's state, and what comes of it: its waiver, or the stage it is enforced at. */
export function VerdictStanding(props: {
  verdict: Pick<RunVerdict, 'state' | 'waiver' | 'enforcement'>;
}) {
  const { state, waiver, enforcement } = props.verdict;
  const classes = useStyles();
  const missed = state === 'fail' || state === 'no-data';
  const { stage, next } = enforcement;

  return (
    <>
      <StateLabel state={state} />
      {waiver && (
        <span className={classes.detail}>
          <WaivedLabel waiver={waiver} />
        </span>
      )}
      {!waiver && missed && (
        <span className={classes.detail}>
          <StageLabel stage={stage} />
          {next && (
            <span className={classes.detail}>
              {STAGE_WORDS[next.stage].toLowerCase()} from{' '}
              {formatDay(next.at, new Date())}
            </span>
          )}
        </span>
      )}
    </>
  );
}
