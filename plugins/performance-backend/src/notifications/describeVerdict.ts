import {
  describeErrorBudget,
  formatBound,
  formatQuantity,
  SloFact,
  sloFactOfVerdict,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import { aspect, endTime } from './words';

/**
 * What a verdict is, for people: `412 ms in production, limit ≤ 300 ms`.
 *
 * @param slos - how the entity's SLOs stand.
 */
export function describeVerdict(
  verdict: Verdict,
  now: Date,
  slos: SloFact[] = [],
): string {
  const { value, limit, reason, subject, waiver } = verdict;
  const measured =
    'unit' in verdict && value !== undefined
      ? formatQuantity(value, verdict.unit)
      : reason?.message;
  const fact =
    verdict.kind === 'slo' ? sloFactOfVerdict(verdict, slos) : undefined;
  return [
    [measured, aspect(subject.environment, subject.labels)]
      .filter(part => part)
      .join(' '),
    limit.fail && `limit ${formatBound(limit.fail)}`,
    fact && describeErrorBudget(fact),
    waiver && `waived until ${endTime(new Date(waiver.until), now)}`,
  ]
    .filter(part => part)
    .join(', ');
}
