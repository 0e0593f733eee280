import { EntityFacts, Verdict } from '../model';
import { attestationExpiry } from './checks/judgeAttestation';

/**
 * When a verdict may change by itself, with nothing new being known: its evidence, its waiver, an
 * attestation or a pushed result lapses, or a policy reaches its next stage.
 *
 * @param facts - What the verdict was judged by.
 * @returns ISO 8601, not before the facts' now; `undefined` if nothing is to come.
 * @public
 */
export function nextChangeAt(
  verdict: Verdict,
  facts: Pick<EntityFacts, 'now' | 'attestations' | 'externalResults'>,
): string | undefined {
  const now = Date.parse(facts.now);
  let earliest = Infinity;
  const consider = (instant: number) => {
    if (instant >= now && instant < earliest) {
      earliest = instant;
    }
  };
  const { evidence, limit, waiver, enforcement } = verdict;
  const maxAgeSeconds = limit.maxAgeSeconds?.value;
  if (evidence && maxAgeSeconds !== undefined) {
    consider(Date.parse(evidence.endedAt) + maxAgeSeconds * 1000);
  }
  if (waiver) {
    consider(Date.parse(waiver.until));
  }
  for (const { next } of enforcement.story) {
    if (next) {
      consider(Date.parse(next.at));
    }
  }
  if (verdict.kind === 'check') {
    const { definitionName: name, check } = verdict;
    const { attestations = [], externalResults = [] } = facts;
    const attestation = attestations.find(one => one.check === name);
    const result = externalResults.find(one => one.check === name);
    if (check.type === 'attestation' && attestation) {
      consider(attestationExpiry(attestation, maxAgeSeconds));
    }
    if (check.type === 'external' && result && maxAgeSeconds !== undefined) {
      consider(Date.parse(result.at) + maxAgeSeconds * 1000);
    }
  }
  return Number.isFinite(earliest)
    ? new Date(earliest).toISOString()
    : undefined;
}
