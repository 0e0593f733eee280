import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { StateCounts, VerdictState } from '../../api';
import { STATE_WORDS, STATES_WORST_FIRST } from '../../format';
import { StateIcon } from '../StateLabel';
import { WaivedIcon } from '../WaivedLabel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    height: 40,
    padding: theme.spacing(0, 1.25),
    borderRadius: theme.shape.borderRadius * 2,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    font: 'inherit',
    fontSize: theme.typography.body2.fontSize,
    '&:hover': {
      backgroundColor: theme.palette.action.hover,
    },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  chosen: {
    borderColor: theme.palette.text.primary,
    boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    backgroundColor: alpha(theme.palette.text.primary, 0.06),
  },
  // Apart, since the waived are counted among the states too.
  waived: { marginLeft: theme.spacing(1), borderStyle: 'dashed' },
  number: {
    fontWeight: 700,
    fontSize: '1.125rem',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/**
 * How many verdicts are in each state; each count filters the list by its state.
 *
 * @public
 */
export function StateCountFilter(props: {
  /** Absent while loading. */
  counts?: StateCounts;
  chosen: VerdictState[];
  onChange: (states: VerdictState[]) => void;
  /** Those that are waived, which are among the counts. */
  waived?: {
    /** Absent while loading. */
    count?: number;
    chosen: boolean;
    onChange: (chosen: boolean) => void;
  };
}) {
  const { counts, chosen, onChange, waived } = props;
  const classes = useStyles();

  const toggle = (state: VerdictState) =>
    onChange(
      chosen.includes(state)
        ? chosen.filter(item => item !== state)
        : [...chosen, state],
    );

  return (
    <div className={classes.root} role="group" aria-label="Filter by state">
      {STATES_WORST_FIRST.map(state =>
        counts ? (
          <ButtonBase
            key={state}
            className={`${classes.count} ${
              chosen.includes(state) ? classes.chosen : ''
            }`}
            aria-pressed={chosen.includes(state)}
            onClick={() => toggle(state)}
          >
            <StateIcon state={state} fontSize="small" />
            <span className={classes.number}>
              {counts[state].toLocaleString('en')}
            </span>{' '}
            {STATE_WORDS[state]}
          </ButtonBase>
        ) : (
          <Skeleton key={state} variant="rect" width={92} height={40} />
        ),
      )}
      {waived && waived.count === undefined && (
        <Skeleton variant="rect" width={104} height={40} />
      )}
      {waived && waived.count !== undefined && (
        <ButtonBase
          className={`${classes.count} ${classes.waived} ${
            waived.chosen ? classes.chosen : ''
          }`}
          aria-pressed={waived.chosen}
          onClick={() => waived.onChange(!waived.chosen)}
        >
          <WaivedIcon fontSize="small" />
          <span className={classes.number}>
            {waived.count.toLocaleString('en')}
          </span>{' '}
          Waived
        </ButtonBase>
      )}
    </div>
  );
}
