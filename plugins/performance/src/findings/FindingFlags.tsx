import ButtonBase from '@material-ui/core/ButtonBase';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { FindingSummary } from '@perf-governance/plugin-performance-react';
import { Choice } from '../filters/Choice';
import { FINDING_FLAGS, FINDING_SCOPES, FindingList } from './useFindingList';

type Flag = (typeof FINDING_FLAGS)[number];

const WORDS: Record<Flag, string> = {
  mine: 'Mine',
  overdue: 'Overdue',
  proposed: 'Closure proposed',
  bound: 'Bound to a verdict',
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
  flag: {
    height: 32,
    padding: theme.spacing(0, 1.25),
    borderRadius: 16,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.paper,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    '&[aria-pressed="true"]': {
      fontWeight: 700,
      borderColor: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
    },
  },
}));

/** Which findings are looked at: open ones, mine, overdue ones. */
export function FindingFlags(props: {
  list: FindingList;
  /** Absent while loading. */
  summary?: FindingSummary;
  /** All unless given. */
  flags?: readonly Flag[];
}) {
  const { list, summary, flags = FINDING_FLAGS } = props;
  const classes = useStyles();
  const counts: Partial<Record<Flag, number>> = {
    overdue: summary?.overdue,
    proposed: summary?.proposed,
  };
  return (
    <div className={classes.root}>
      <Choice
        label="Which findings"
        options={FINDING_SCOPES}
        chosen={list.scope}
        onChange={scope =>
          list.view.update({
            scope: scope === 'open' ? undefined : scope,
            offset: undefined,
          })
        }
      />
      {flags.map(flag => {
        const isOn = list.view.get(flag) === 'true';
        const count = counts[flag];
        return (
          <ButtonBase
            key={flag}
            className={classes.flag}
            aria-pressed={isOn}
            onClick={() =>
              list.view.update({
                [flag]: isOn ? undefined : 'true',
                offset: undefined,
              })
            }
          >
            {WORDS[flag]}
            {count !== undefined && ` (${count.toLocaleString('en')})`}
          </ButtonBase>
        );
      })}
    </div>
  );
}
