import { FindingStatus, OPEN_FINDING_STATUSES } from '../model';

/**
 * Whether a finding still is work, or a risk that nobody has proven gone. Accepted risk isn't.
 *
 * @public
 */
export function isFindingOpen({ status }: { status: FindingStatus }): boolean {
  return OPEN_FINDING_STATUSES.includes(status);
}
