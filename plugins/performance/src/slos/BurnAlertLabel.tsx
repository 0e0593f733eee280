import { makeStyles, useTheme } from '@material-ui/core/styles';
import TrendingDownIcon from '@material-ui/icons/TrendingDown';
import WhatshotIcon from '@material-ui/icons/Whatshot';
import { stateColours } from '@perf-governance/plugin-performance-react';
import { BURN_ALERT_WORDS } from './burnAlertWords';

const ICONS = { page: WhatshotIcon, ticket: TrendingDownIcon };

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
 * How urgent it is that an error budget burns: `page` wants somebody now, `ticket` this week. None of
 * the icons is that of a state.
 */
export function BurnAlertLabel(props: { severity: 'page' | 'ticket' }) {
  const { severity } = props;
  const classes = useStyles();
  const theme = useTheme();
  const Icon = ICONS[severity];
  return (
    <span
      className={classes.root}
      style={{
        color: stateColours(theme, severity === 'page' ? 'fail' : 'warn')
          .strong,
      }}
    >
      <Icon fontSize="small" aria-hidden />
      {BURN_ALERT_WORDS[severity]}
    </span>
  );
}
