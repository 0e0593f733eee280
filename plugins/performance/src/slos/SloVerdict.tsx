import {
  SloDetail,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { VerdictActions } from '../actions/VerdictActions';
import { EnforcementStory } from '../budgets/EnforcementStory';
import { VerdictDisputes } from '../budgets/VerdictDisputes';

/** What policies make of an SLO that isn't kept, and what its owner can do about it. */
export function SloVerdict(props: { slo: SloDetail }) {
  const { entity, environment, ruleId } = props.slo;
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
    <>
      <EnforcementStory verdict={verdict} />
      <VerdictActions verdict={verdict} />
      <VerdictDisputes verdictId={verdict.id} />
    </>
  );
}
