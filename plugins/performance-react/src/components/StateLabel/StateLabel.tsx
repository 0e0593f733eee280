import { makeStyles } from '@material-ui/core/styles';
import { VerdictState } from '../../api';
import { STATE_WORDS } from '../../format';
import { useStateColours } from '../../theme';
import { StateIcon } from './StateIcon';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
});

/**
 * A state as icon and word.
 *
 * @public
 */
export function StateLabel(props: { state: VerdictState; word?: string }) {
  const { state, word = STATE_WORDS[state] } = props;
  const classes = useStyles();
  const { strong } = useStateColours(state);
  return (
    <span className={classes.root} style={{ color: strong }}>
      <StateIcon state={state} fontSize="small" />
      {word}
    </span>
  );
}
