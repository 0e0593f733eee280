import { Labels, labelsKey } from '@perf-governance/plugin-performance-common';
import { createHash } from 'node:crypto';

/**
 * Stands for labels in keys and indexes, whose size databases limit: 128 bits of a hash, and empty
 * for no labels.
 */
export function labelsHash(labels: Labels): string {
  return Object.keys(labels).length === 0
    ? ''
    : createHash('sha256').update(labelsKey(labels)).digest('hex').slice(0, 32);
}
