import { Verdict } from '@perf-governance/plugin-performance-common';
import { lapseOf } from './lapseOf';

/**
 * When a verdict may next change without anybody doing anything: its evidence becomes too old, a
 * policy's next stage begins, or its waiver ends.
 */
export function nextChangeOf(verdict: Verdict, now: Date): Date | undefined {
  const { enforcement, waiver } = verdict;
  const times = [
    // At that very moment it isn't too old yet.
    lapseOf(verdict)?.getTime(),
    enforcement.next && Date.parse(enforcement.next.at),
    waiver && Date.parse(waiver.until),
  ];
  let next = Infinity;
  for (const time of times) {
    if (time !== undefined && time >= now.getTime()) {
      next = Math.min(next, time);
    }
  }
  return next === Infinity ? undefined : new Date(next);
}
