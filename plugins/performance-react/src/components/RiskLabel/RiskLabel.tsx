import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  RISK_LEVELS,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';
import { RISK_WORDS } from '../../format';
import { riskColours } from '../../theme';
import { GradeIcon } from './GradeIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  // The worst stands out without being read.
  critical: {
    padding: '1px 8px 1px 5px',
    marginLeft: -5,
    borderRadius: theme.shape.borderRadius,
  },
  icon: { fontSize: 16 },
}));

/**
 * A finding's risk as bars and word.
 *
 * @public
 */
export function RiskLabel(props: { risk: RiskLevel }) {
  const { risk } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { strong } = riskColours(theme, risk);
  const critical = risk === 'critical';
  return (
    <span
      className={`${classes.root} ${critical ? classes.critical : ''}`}
      style={
        critical
          ? {
              backgroundColor: strong,
              color: theme.palette.getContrastText(strong),
            }
          : { color: strong }
      }
    >
      <GradeIcon
        filled={RISK_LEVELS.indexOf(risk) + 1}
        steps={RISK_LEVELS.length}
        className={classes.icon}
      />
      {RISK_WORDS[risk]}
    </span>
  );
}
