import { makeStyles } from '@material-ui/core/styles';
import { FindingSummary } from '@perf-governance/plugin-performance-react';
import { Choice } from '../filters/Choice';
import { FlagFilters } from '../filters/FlagFilters';
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
      <FlagFilters
        view={list.view}
        flags={flags.map(name => ({
          name,
          title: WORDS[name],
          count: counts[name],
        }))}
      />
    </div>
  );
}
