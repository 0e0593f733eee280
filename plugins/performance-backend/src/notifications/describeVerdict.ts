import {
  formatBound,
  formatQuantity,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { aspect, day } from './words';

/** What a verdict is, for people: `412 ms in production, limit ≤ 300 ms`. */
export function describeVerdict(verdict: Verdict): string {
  const { value, limit, reason, subject, waiver } = verdict;
  const measured =
    verdict.kind === 'budget' && value !== undefined
      ? formatQuantity(value, verdict.unit)
      : reason?.message;
  return [
    [measured, aspect(subject.environment, subject.labels)]
      .filter(part => part)
      .join(' '),
    limit.fail && `limit ${formatBound(limit.fail)}`,
    waiver && `waived until ${day(new Date(waiver.until))}`,
  ]
    .filter(part => part)
    .join(', ');
}
