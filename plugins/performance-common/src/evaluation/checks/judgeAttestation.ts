import { AttestationFact } from '../../model';
import { CheckOutcome, outcomeOf } from './CheckOutcome';

/**
 * Judges a check that somebody answers for.
 *
 * @param maxAgeSeconds - How long an answer is valid.
 * @param now - Milliseconds.
 */
export function judgeAttestation(
  attestation: AttestationFact | undefined,
  maxAgeSeconds: number | undefined,
  now: number,
): CheckOutcome {
  if (!attestation) {
    return outcomeOf('no-data', 'not-attested', 'Nobody has attested it yet.');
  }
  const { by, answer, comment } = attestation;
  const expiry = attestationExpiry(attestation, maxAgeSeconds);
  if (expiry <= now) {
    const day = new Date(expiry).toISOString().slice(0, 10);
    return outcomeOf(
      'no-data',
      'not-attested',
      `The attestation by ${by} expired on ${day}.`,
    );
  }
  const said = comment ? `: ${comment}` : '.';
  switch (answer) {
    case 'yes':
      return { state: 'pass' };
    case 'no':
      return outcomeOf(
        'fail',
        'denied',
        `${by} says that it doesn’t hold${said}`,
      );
    default:
      return outcomeOf(
        'not-applicable',
        'not-applicable',
        `${by} says that it doesn’t apply${said}`,
      );
  }
}

/** When an attestation ends: its own expiry, or sooner where the check allows less. Milliseconds. */
export function attestationExpiry(
  { at, expiresAt }: AttestationFact,
  maxAgeSeconds: number | undefined,
): number {
  return Math.min(
    Date.parse(expiresAt),
    maxAgeSeconds === undefined
      ? Infinity
      : Date.parse(at) + maxAgeSeconds * 1000,
  );
}
