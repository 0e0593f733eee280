import { Verdict } from '@perf-governance/plugin-performance-common';

/** Whether a verdict fails, or lacks data, and a waiver allows for it. */
export function isWaived({ state, waiver }: Verdict): boolean {
  return (
    (state === 'fail' || state === 'no-data') &&
    waiver !== undefined &&
    !waiver.exceeded
  );
}
