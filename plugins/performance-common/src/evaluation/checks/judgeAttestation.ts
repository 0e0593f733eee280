import { AttestationFact } from '../../model';
import { CheckOutcome, outcomeOf } from './CheckOutcome';
import { dayOf } from './dayOf';

/**
 * Judges a check that somebody answers for.
 *
 * @param statement - What the check asks now; an answer to another statement is none.
 * @param maxAgeSeconds - How long an answer is valid.
 * @param now - Milliseconds.
 */
export function judgeAttestation(
  statement: string,
  attestation: AttestationFact | undefined,
  maxAgeSeconds: number | undefined,
  now: number,
): CheckOutcome {
  if (!attestation) {
    return outcomeOf('no-data', 'not-attested', 'Nobody has attested it yet.');
  }
  const { by, answer, comment, statements } = attestation;
  if (!statements.includes(statement)) {
    return outcomeOf(
      'no-data',
      'not-attested',
      `The statement has changed since ${by} attested it on ${dayOf(
        Date.parse(attestation.at),
      )}.`,
    );
  }
  const expiry = attestationExpiry(attestation, maxAgeSeconds);
  if (expiry <= now) {
    return outcomeOf(
      'no-data',
      'not-attested',
      `The attestation by ${by} expired on ${dayOf(expiry)}.`,
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
