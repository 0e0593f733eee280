import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson';

/** What makes two uploads the same run. */
export interface RunIdentity {
  entityId: number;
  environment: string;
  externalId?: string;
  commit?: string;
  branch?: string;
  /** As the caller or the report says; absent where only the time of the upload is known. */
  startedAt?: Date;
  contentSha256: string;
}

/**
 * The id of a run: the same for the same report, on whichever replica it arrives. With an external
 * id, nothing else counts; without one, content alone is not identity, since two commits may have
 * byte-identical reports.
 */
export function runIdOf(identity: RunIdentity): string {
  const { entityId, environment, externalId } = identity;
  const parts =
    externalId === undefined
      ? [
          identity.commit ?? '',
          identity.branch ?? '',
          identity.startedAt?.toISOString() ?? '',
          identity.contentSha256,
        ]
      : [externalId];
  return hash128([entityId, environment, ...parts]);
}

/** Runs of one tool with the same fingerprint are comparable. */
export function configurationFingerprint(
  configuration: Record<string, string | number | boolean> | undefined,
): string {
  return hash128(configuration ?? {});
}

function hash128(value: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(value))
    .digest('hex')
    .slice(0, 32);
}
