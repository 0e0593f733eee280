import { ConflictError } from '@backstage/errors';
import { Finding } from './Finding';

/** @throws ConflictError that tells who changed it since it had that version. */
export function assertVersion(finding: Finding, version: number): void {
  if (finding.version !== version) {
    throw new ConflictError(
      `F-${finding.id} isn't as you saw it: ${
        finding.changedBy || 'a measurement'
      } changed it at ${finding.changedAt.toISOString()}. Look at it as it is now and try again`,
    );
  }
}
