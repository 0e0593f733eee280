import { PolicySummary } from '@perf-governance/plugin-performance-react';

/** How many of a policy's rules may block: `3 of 4 rules trusted, 1 by override`. */
export function trustWords(
  policy: Pick<PolicySummary, 'parts' | 'trust'>,
): string {
  const { rules, trusted, overridden } = policy.trust;
  if (
    !policy.parts.some(({ stages }) =>
      stages.some(({ stage }) => stage === 'block'),
    )
  ) {
    return 'never blocks';
  }
  if (rules === 0) {
    return 'nothing judged yet';
  }
  const words = `${trusted} of ${rules} ${
    rules === 1 ? 'rule' : 'rules'
  } trusted`;
  return overridden > 0 ? `${words}, ${overridden} by override` : words;
}
