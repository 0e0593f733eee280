import { makeStyles } from '@material-ui/core/styles';
import { formatBound } from '@perf-governance/plugin-performance-common';
import { EffectiveLimit } from '../../api';
import { mutedColour } from '../../theme';

const useStyles = makeStyles(theme => ({
  root: { whiteSpace: 'nowrap' },
  warn: {
    display: 'block',
    color: mutedColour(theme),
    fontSize: theme.typography.caption.fontSize,
  },
}));

/** The fail limit, and the warn limit below it. */
export function LimitLines(props: { limit: EffectiveLimit }) {
  const { fail, warn } = props.limit;
  const classes = useStyles();
  if (!fail && !warn) {
    return <span className={classes.root}>No limit</span>;
  }
  return (
    <span className={classes.root}>
      {fail && formatBound(fail)}
      {warn && <span className={classes.warn}>warn {formatBound(warn)}</span>}
    </span>
  );
}
