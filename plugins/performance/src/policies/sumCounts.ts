import {
  PolicyCounts,
  StateCounts,
} from '@perf-governance/plugin-performance-react';

/** All stages together. */
export function sumCounts(counts: PolicyCounts[]): {
  states: StateCounts;
  waived: number;
} {
  const states: StateCounts = {
    pass: 0,
    warn: 0,
    fail: 0,
    'no-data': 0,
    'not-applicable': 0,
  };
  let waived = 0;
  for (const part of counts) {
    waived += part.waived;
    for (const state of Object.keys(states) as (keyof StateCounts)[]) {
      states[state] += part.states[state];
    }
  }
  return { states, waived };
}
