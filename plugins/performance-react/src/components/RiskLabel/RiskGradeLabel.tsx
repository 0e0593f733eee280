import { makeStyles } from '@material-ui/core/styles';
import {
  RISK_GRADES,
  RiskGrade,
} from '@perf-governance/plugin-performance-common';
import { RISK_GRADE_WORDS } from '../../format';
import { GradeIcon } from './GradeIcon';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'middle',
    gap: 6,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: 16 },
});

/**
 * A step of severity or likelihood as bars and words.
 *
 * @public
 */
export function RiskGradeLabel(props: { grade: RiskGrade }) {
  const { grade } = props;
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <GradeIcon
        filled={RISK_GRADES.indexOf(grade) + 1}
        steps={RISK_GRADES.length}
        className={classes.icon}
      />
      {RISK_GRADE_WORDS[grade]}
    </span>
  );
}
