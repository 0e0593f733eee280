import { describeCapExcess } from '@perf-governance/plugin-performance-common';
import { Waiver } from '@perf-governance/plugin-performance-react';

/** Says of a request where its cap wouldn't even cover today's value. */
export function capExcessOf({
  status,
  verdict,
  cap,
}: Pick<Waiver, 'status' | 'verdict' | 'cap'>): string | undefined {
  return status === 'requested' && cap
    ? describeCapExcess(verdict?.value, cap)
    : undefined;
}
