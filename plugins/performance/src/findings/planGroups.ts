import {
  FindingEffort,
  RiskLevel,
} from '@perf-governance/plugin-performance-common';

/** What a plan sorts work by: what it takes away against what it takes. */
export type PlanGroup =
  | 'quick-wins'
  | 'big-bets'
  | 'to-estimate'
  | 'small-improvements'
  | 'later';

/** In the order one would begin with them. */
export const PLAN_GROUPS: {
  group: PlanGroup;
  title: string;
  description: string;
}[] = [
  {
    group: 'quick-wins',
    title: 'Quick wins',
    description: 'High or critical risk, small effort: begin here.',
  },
  {
    group: 'big-bets',
    title: 'Big bets',
    description: 'High or critical risk, more effort: plan and split them.',
  },
  {
    group: 'to-estimate',
    title: 'To be estimated',
    description: 'High or critical risk that nobody has said the effort of.',
  },
  {
    group: 'small-improvements',
    title: 'Small improvements',
    description: 'Lower risk, small effort: along with other work.',
  },
  {
    group: 'later',
    title: 'Later',
    description: 'Lower risk, more or unknown effort: when the rest is done.',
  },
];

/**
 * Where a finding stands in a plan.
 *
 * @param effort - Absent where nobody has estimated it.
 */
export function planGroupOf(
  risk: RiskLevel,
  effort: FindingEffort | undefined,
): PlanGroup {
  const isHigh = risk === 'high' || risk === 'critical';
  if (effort === 'small') {
    return isHigh ? 'quick-wins' : 'small-improvements';
  }
  if (!isHigh) {
    return 'later';
  }
  return effort ? 'big-bets' : 'to-estimate';
}
