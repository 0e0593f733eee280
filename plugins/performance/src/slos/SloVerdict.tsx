import { makeStyles } from '@material-ui/core/styles';
import { formatQuantity } from '@perf-governance/plugin-performance-common';
import {
  LimitStoryButton,
  SloDetail,
  usePerformanceData,
  WaivedLabel,
} from '@perf-governance/plugin-performance-react';
import { VerdictActions } from '../actions/VerdictActions';
import { EnforcementStory } from '../budgets/EnforcementStory';
import { VerdictDisputes } from '../budgets/VerdictDisputes';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1.5) },
  target: { display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
}));

/**
 * Who set the target, what policies make of an SLO that isn't kept, and what its owner can do about
 * it.
 */
export function SloVerdict(props: { slo: SloDetail }) {
  const { entity, environment, ruleId, target } = props.slo;
  const classes = useStyles();
  const verdict = usePerformanceData(
    api =>
      api.listVerdicts({
        entityRef: entity.entityRef,
        environment: [environment],
        rule: [ruleId],
        limit: 1,
      }),
    [entity.entityRef, environment, ruleId],
  ).value?.items[0];
  if (!verdict) {
    return null;
  }
  return (
    <div className={classes.root}>
      <div className={classes.target}>
        Who asks for {formatQuantity(target, 'ratio')}
        <LimitStoryButton verdict={verdict} />
      </div>
      {verdict.waiver && <WaivedLabel waiver={verdict.waiver} />}
      <EnforcementStory verdict={verdict} />
      <VerdictActions verdict={verdict} />
      <VerdictDisputes verdictId={verdict.id} />
    </div>
  );
}
