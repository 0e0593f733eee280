import { Stage } from '@perf-governance/plugin-performance-common';
import { NotificationMessage } from './Outbox';

/**
 * A closed gate is urgent; what stopped failing isn't.
 *
 * @param failing - stages that failures are enforced at.
 */
export function severityOf(failing: Stage[]): NotificationMessage['severity'] {
  if (failing.includes('block')) {
    return 'high';
  }
  return failing.length > 0 ? 'normal' : 'low';
}
