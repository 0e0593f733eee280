import {
  PolicySummary,
  StateCountList,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { sumCounts } from './sumCounts';

/** What the verdicts say that a policy is about; each number leads to them. */
export function PolicyCountLinks(props: { policy: PolicySummary }) {
  const { definition, counts } = props.policy;
  const links = usePerformanceLinks();
  const { states, waived } = sumCounts(counts);
  const policy = definition.id;
  return (
    <StateCountList
      counts={states}
      waived={waived}
      to={{
        state: state => links.budgets({ policy, state }),
        waived: links.budgets({ policy, waived: 'true' }),
      }}
    />
  );
}
