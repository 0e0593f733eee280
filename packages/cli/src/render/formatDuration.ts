import { formatQuantity } from '@perf-governance/plugin-performance-common';

export function formatDuration(seconds: number): string {
  return formatQuantity(seconds * 1000, 'ms');
}
