import {
  formatBound,
  formatQuantity,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { aspect, endTime } from './words';

/** What a verdict is, for people: `412 ms in production, limit ≤ 300 ms`. */
export function describeVerdict(verdict: Verdict, now: Date): string {
  const { value, limit, reason, subject, waiver } = verdict;
  const measured =
    verdict.kind !== 'check' && value !== undefined
      ? formatQuantity(value, verdict.unit)
      : reason?.message;
  return [
    [measured, aspect(subject.environment, subject.labels)]
      .filter(part => part)
      .join(' '),
    limit.fail && `limit ${formatBound(limit.fail)}`,
    waiver && `waived until ${endTime(new Date(waiver.until), now)}`,
  ]
    .filter(part => part)
    .join(', ');
}
