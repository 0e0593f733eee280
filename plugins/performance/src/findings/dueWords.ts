import { Finding, formatDay } from '@perf-governance/plugin-performance-react';

/**
 * By when a finding should be mended, for paper.
 *
 * @example
 * 1 Mar, overdue
 */
export function dueWords(
  { dueDate, overdue }: Pick<Finding, 'dueDate' | 'overdue'>,
  now: Date,
): string {
  return dueDate
    ? `${formatDay(dueDate, now)}${overdue ? ', overdue' : ''}`
    : '–';
}
